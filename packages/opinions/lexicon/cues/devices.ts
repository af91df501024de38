import type { CueGroup } from './cue-group.ts'

const audioNames = /earbud|earphone|headphone|headset|in-ear|buds\b/i
const computerNames = /laptop|computer|notebook|tablet|chromebook|\bpcs?\b|desktop|phone|macbook/i

/** Things worn in or over the ears. */
export const audio: CueGroup = {
  category: audioNames,
  cues: {
    fit: {
      good: [
        '~stay|~sit|~remain|~keep|~hold ?* ?* in|put|secure|firm|firmly|on|snug|securely place|position|my|the|your ?* ?* ?ear|ears|head',
        '~stay|~remain|~keep ?* ?firmly|securely|right in|put|on|secure|snug|tight',
        '~stay|~remain where ?* ?* ~put|~be|belong',
        'NOT ?* ?* ~move|~budge|~shift|~slip|~loosen|~wobble ?out|once',
        'NOT ?* ?* ?* ~fall|~come|~pop|~drop|~fly|~work|~slide ?* out|off|loose',
        'snug|snugly',
        'secure|securely',
        '~fit ?* like|well|perfectly|great|nicely|snugly|securely|properly|beautifully ?a|my|in ?glove',
        '~hold on ?so ?much better|well|tight|tightly|fine',
        '~grip ?* ?* ear|ears|well|firmly',
        '~lock|~locked in|into ?place',
        'shake|shook|shaking my|your head',
      ],
      bad: [
        '~fall|~pop|~slip|~come|~slide|~fly|~drop|~work|~wiggle ?* ?* out|off|loose',
        '~slip|slippery',
        '~wobble|wobbly',
        'too ?* loose|big|large|small ?for ?my|in ?ear|ears',
        'loose',
        '~push|~put|~shove|~press ?* ?them|it|one|both back in',
        '~adjust ?them|it|one every|constantly|all',
        '~readjust|re-adjusting',
        'lost|lose|losing one ?* because|down|while|running',
        "do|does|did|wo|would n't|not|never ?* ?* ~stay|~fit|~sit|~hold|~seal",
        'no tip|tips|size ~fit|fits|seal',
        'one size ?and|that|does|only',
        'ears|ear are|is too|so small|big|little|narrow',
      ],
    },
    comfort: {
      good: [
        "~forget ?that ?i|you|they ?* ?* 'm|am|are|'re|have|'ve|wearing",
        '~forget ?that they|it|i|you ?* ?* there|in|on',
        '~wear|~wore|~have|~leave|~keep ?* ?* all day|morning|shift|afternoon|night',
        '~wear|~wore|~use ?them|these|it ?* for hours|# hours ?* ?* without|with|and|no|comfortably',
        'NOT ?any|a|* ~hurt|~ache|~pinch|pain|soreness|sore|discomfort|pressure|aching|rubbing|fatigue|tired',
        'hardly|barely|NOT ?* ~feel them|it',
        '~fall asleep|~sleep|slept in|with them|these|it',
        'soft ?on|in|against|enough ?my|the|for',
        'gentle on|in|to',
        'for hours|a|the ?whole|full|entire without|with|day|shift ?* ?* ?pain|ache|aching|problem|noticing',
      ],
      bad: [
        '~hurt',
        '~ache|aching|achy',
        '~pinch',
        'sore|soreness|painful|pain',
        '~dig|~press|~push|~poke ?* into|in|against|on|hard',
        '~rub|~chafe|~irritate|~bruise',
        'itch|itchy|itching',
        'pressure on|point|points|in|after',
        '~take|~took|~pull|~have ?to|* ?take them|it|these out|off after|every|because|for',
        'headache|headaches',
        'ears get|got|are|were|become|feel|felt tired|hot|sweaty|sore|red',
        'too ?* hard|tight|stiff|big ?on|in|for ?my|the ?ears',
        '~squeeze|~clamp my|the|too',
        'clamping force',
      ],
    },
    'sound quality': {
      said: [
        '~sound ?* ?* @',
        "music|sound|voices|podcasts|songs|guitars|drums|strings|vocals|everything ~sound|~be|~stay|~come|is|was|are|'s ?* ?* @",
      ],
      good: [
        'hear|heard|hearing ?* things|details|detail|instruments|notes ?i|* ?* never',
        'hear|heard|hearing every|each ?single instrument|note|detail|breath|string',
        '~sound ?* ?* like|as ?a|good|i ?live|concert|was|expensive|the|twice|much|far',
      ],
      bad: [
        'tinny|muffled|muddy|boomy|hollow|shrill|harsh|flat|thin|lifeless|distorted|crackly|scratchy|metallic|woolly|veiled',
        '~crackle|~hiss|~distort|~buzz ?* ?* ?when',
        'no bass|low|depth|punch|treble',
        '~sound ?* ?* like|as ?if ?a|an|through|listening|it|they ?* ?* tin|can|bucket|phone|toy|bathroom|underwater|water|cardboard|cheap|bag',
        'all treble|bass|mud',
      ],
    },
    'call quality': {
      good: [
        '~hear|~understand|~catch me ?perfectly|clearly|fine|well|loud|without|every|even|perfectly',
        'every|each ?single word|syllable',
        'nobody|no-one|none|callers ?* ?has ?ever ~notice|~complain',
        '~come through|across ?* clear|clearly|natural|normal|fine',
        'calls|callers|call|colleagues|customers|clients ?* ?* ?* clear|clearly|fine|understandable|perfect|perfectly|easy|intelligible',
        'on ?the phone ?* clear|fine|clearly|perfect',
      ],
      bad: [
        'NOT hear|understand|make me|out|what ?a|word|i|said',
        '~ask|~tell|~beg me|us to repeat|speak|shout|call|hang|ring|move',
        "~thought|~think|~ask|~asked|~ask ?if|me|whether ?that|if|whether i was|were|am|'m ?calling|standing|phoning|speaking|talking ?in|from|under|on ?a|an|the",
        "~sound ?to|* ?* like i|i'm|someone ?was|am|were|'m|'d ?in|under|on|calling|talking|inside",
        'repeat|repeating myself|everything|yourself|it',
        'calls ?* ?* useless|impossible|rubbish|hopeless|terrible|awful|unusable|bad|poor|dreadful|robotic|muffled|echo|wind',
        'wind ?* ?* drowns|drowned|kills|killed|ruins|noise|takes|over',
        "nobody|no-one|no|none|one can|could|can't ?ever|* hear|understand|make me ?out",
        'callers|people|everyone|everybody|colleagues|others ~complain|~ask|~say|~struggle|hear|hears|heard ?* ?* ?* wind|traffic|echo|distant|far|muffled|robot|muffle',
      ],
    },
    'noise cancelling': {
      good: [
        '~block|~cancel|~shut|~drown|~silence|~remove|~kill|~mute|~swallow|~erase|~take|~wipe|~tame|~cut|~reduce ?* out|off|away|the|all|most|every|half|out|everything|my ?* ?of ?the|* ?* noise|sound|chatter|engine|engines|world|office|train|traffic|drone|rumble|everything|hum|voices|colleagues|street|crying|snoring|babies',
        'noise|engine|engines|drone|rumble|hum|office|train|chatter|world|traffic|outside|cabin|colleagues|snoring ?* ?just|simply|* ~disappear|~vanish|gone|~fade|~melt|silent',
        'NOT hear ?* ?* engine|engines|train|traffic|office|colleagues|announcement|announcements|neighbour|neighbours|baby|snoring|vacuum|drone|anything|thing|doorbell',
        'ambient|transparency mode ?* ?* natural|naturally|great|brilliant|excellent|superb|lets',
        'can|could|still hear ?* ?the cars|traffic|bikes|cyclists|car|announcements ?coming|approaching',
      ],
      bad: [
        'NOT ?* ~block|~cancel|~shut|~drown|~isolate ?* ?out|much|anything|any|the',
        '~let ?* every|all|the|in|noise ?* ?noise|sound|traffic|everything ?in|through',
        'still hear|heard ?* ?* ?every|all|train|engine|office|colleagues|word|talking|drone|everything|everyone',
      ],
    },
    connection: {
      good: [
        '~pair|~connect|paired|connected|~reconnect ?* ?* instantly|immediately|straight|right|automatically|quickly|first|within|without|every|seamlessly|flawlessly|easily|at|in|on ?first|once|seconds|no|away|under',
        'NOT ?* ?a|single|any|one|yet|once|ever ~drop|~cut|~disconnect|~stutter|dropout|dropouts|drop-out|glitch|glitches|interruption ?out',
        'NOT ?* ?ever|once|yet ~lose ?the|a|its connection|signal|link',
        '~switch between ?* ?* ?phone|devices|laptop|seamlessly|without|smoothly',
      ],
      bad: [
        '~cut|~drop|~break ?in ?and out|off|up',
        'connection|signal|bluetooth|sound|music|audio|link|left|right|stream ?* ?just|constantly|often|always|also ~drop|~cut|~break|~stutter|~skip|~fail|~stop|~disconnect|drops|cuts',
        '~drop|drops|dropping ?the|a|its connection|signal|calls|bluetooth',
        '+disconnect|disconnects|disconnecting',
        '~lose|~lost ?the|its|their|* connection|signal|bluetooth|pairing|sync|link|touch',
        '~stutter|stutters|stuttering|stuttered',
        'dropout|dropouts|drop-out|drop-outs',
        "wo|would|does|did|could|not|ca n't|not|never ?always|even|longer pair|connect|reconnect|sync|find",
        '~refuse|~fail|failed to pair|connect|sync|reconnect',
        '~have|need|needs to ?* re-pair|re-pair|pair|reset|reconnect|forget|restart ?* ?* ?every|again|each|them|twice',
        'out of sync',
        'delay|lag between|with|behind|when',
      ],
    },
    'water resistance': {
      good: [
        '~survive|~cope|~handle|~shrug|~take|been|~wear|~run ?* ?through|with|off|in ?a|the|my ?* ?* rain|sweat|washing|wash|puddle|shower|downpour|storm|snow|sleet|drizzle|sea|pool|laundry',
        "sweat|rain|water|drizzle does|did|has|have|is n't|not|no ?* ?bother|hurt|harm|affect|problem|kill|stop|issue",
        'rain or shine',
        'sweatproof|waterproof|rainproof|splashproof|sweat-proof|water-proof|sweat-resistant|water-resistant',
        'sweat|rain|water proof|resistant',
      ],
      bad: [
        '~die|~stop|~break|~fail|dead|gone|~kill|killed|ruined ?* ?* in|after|because|from|by|thanks ?of|to|the|my|a|one|first ?* rain|sweat|wet|shower|water|drizzle|downpour|sweaty',
        'sweat|rain|water|moisture ~get|~kill|~ruin|~destroy|~break|~block|~clog|~make ?* ?* ?in|into|them|it',
        "not|n't ?* waterproof|water-resistant|sweatproof",
      ],
    },
    durability: {
      bad: [
        'hook|tip|stem|case|lid|band|cable|hinge|rubber|clip ?* ?* ~break|~snap|~crack|~split|~tear|~come|broke|cracked|snapped|torn|fell|fallen ?off',
      ],
    },
    controls: {
      bad: [
        '~touch|brush|brushing|press|pressing ?* ?* by accident|accidentally',
        'accidental|accidentally|unintended touches|touch|pause|pauses|skip|presses|press|pausing|skipping',
      ],
      good: ['~work with|in|through ?* gloves|glove|wet|cold'],
    },
  },
}

/** Everything with a battery. */
export const batteries: CueGroup = {
  category: /./,
  not: /hotel|restaurant|cafe|hostel|service|provider|mover|moving|internet|broadband|cloth|dress|shirt|shoe|book|movie/i,
  cues: {
    'battery life': {
      good: [
        '+last|~get|~go|~run|~do|~give|~manage|~survive|~see|~cover ?me|us|through|on|for ?easily ?* ?more|than|a|an|my|the|almost|nearly|over ?all|whole|full|entire|solid day|days|week|weeks|weekend|flight|shift|workday|fortnight|month',
        '+last|~go|~run ?for forever|ages|days|weeks',
        '+last for hours',
        '+last|~run|~go|~stay|~get ?* well|comfortably|easily over|past|beyond|more|through',
        '~hold ?a|its|their ?* charge',
        '~charge ?it|them|mine|the|my|case ?only|just|about|maybe once|weekly|every|twice ?a|other|few|second|third|two|three|ten ?* ?day|days|week|month|weeks',
        '~go ?* days|weeks|week|# without|between|before ?* ~charge|charging|charges|needing',
        'leave|left|forget|forgot|leaving ?* ?the|my|its charger ?* ?at|in|home|behind',
        'without ?needing|carrying|bringing|seeing ?a|the|my charger|charging',
        '% ?* left|remaining',
        'percent|percentage ?still left|remaining|to',
        '~have ?still ?* charge|battery|power|juice left|remaining|to',
        'charge|battery left|to ?over ?spare',
        'does|do|did|did|cleans|clean|covers|finishes ?* ?the whole|entire|all ?of|* house|flat|apartment|floor|place|home|metres on|in|with|and ?a|one|single ?charge',
        'NOT ?* ?ever|once ~run out|low|flat ?of',
        'battery|batteries ?* ?* enough|easily|plenty|outlasts|outlasted|impressive|covers|+last',
        'outlasts|outlast|outlasted ?me|my|the',
        'all-day battery',
        'still ~do|~get|~give|~last|~manage ?me ?* ?* # ?and ?a ?half hours|days',
        'days|week|weeks between|per charges|charge|charging',
      ],
      bad: [
        "battery|batteries|charge|case|bud|charging ?'s|has|is|was|* ?* ~die|dead|~drain|~empty|gone|flat|~fail|~run|~quit|~sink|~plummet|~drop|~give|~collapse|~fade ?out|up",
        '~die|dead|flat|empty|~drain|~run|drained|gone ?* ?out ?* by|before|halfway|overnight|mid|within|after|in|half ?way ?noon|lunch|lunchtime|the|midday|evening|dinner|two|three|an|# ?* hours|hour|minutes|through',
        "dead|flat|empty|gone by|before|at noon|lunch|lunchtime|midday|four|three|two|dinner|evening|# ?o'clock",
        'from # ?and ?a ?half hours|hour ?down to ?about ?under #',
        'down to # ?and ?a ?half hours|hour|minutes',
        'down from # ?* hours|hour|days ?to',
        'battery|batteries ?life ?* ~go|~drop|~fall ?down from # ?* ?* to',
        '~need|~have|want|wants ?to ?be ?* re-charging|recharging|charging|recharge|charge|recharged|charged|plug|plugged ?it ?* ?* every|twice|again|daily|all|constantly|by|after|each|in',
        "wo|does|did|will|not|no|longer|would n't|not|longer ~hold|~take|~keep|~charge ?a|its|their|any ?* charge",
        'barely|hardly|only|NOT ?* ?+last|~get|~give|~manage|~make ?me|it|us ?* # ?and ?a ?half hours|hour|minutes|min',
        '~charge ?it|them|the|mine ?* every|twice|three|each|after|constantly ?single|time|times|a|# ?* night|evening|day|hour|hours|run|use|time',
        '~run out ?of ?* ?before|halfway|juice|power|charge|battery|in|after|half|on',
        'battery|batteries|charge ?* ?* worse|halved|half|shorter|degraded|weak|terrible|awful|useless|rubbish|joke',
        'one|left|right ?* ?~die|~run|~drain ?out ?* before|first|earlier|faster',
        'always|still|constantly charging|on|plugged ?the|in ?charger',
        'stops|dies|stopped|died|quits|quit|cuts out|in|halfway|before|mid|half ?way ?* ?done|through|finished|bedroom|the|house|clean',
        'gives|gave up|out after|before|halfway|at # ?* hours|hour|minutes',
      ],
    },
  },
}

/** Laptops, tablets, phones. */
export const computers: CueGroup = {
  category: computerNames,
  cues: {
    speed: {
      good: [
        '~boot|~open|~start|~wake|~load|~launch|~render|~compile|~export|~install ?* ?up ?* ?almost instantly|immediately|quickly|fast|straight|faster',
        '~boot|~open|~start|~wake|~load|~launch|~render|~compile|~export ?* ?up in|within|at|under ?a|under|about ?# once|seconds|second|moment|no',
        'instant|instantly|instantaneous',
        'the|a moment|second|instant i|you press|open|click|lift|touch',
        'NOT ?* ?* ?a ?single ~lag|~stutter|~freeze|~slow|~hang|~struggle|~choke|hiccup|slowdown ?down',
        '~handle|~cope|~manage|~chew|~fly|~breeze|~run|~cut ?* ?with|through everything|anything|whatever|all ?i|we|you|my ?throw|need|do|tabs',
        '~run|~handle|~work ?* ?* smoothly|flawlessly|effortlessly',
        'flies|flew|zips',
        'tabs ?open ?* ?* without|no|and',
        'NOT ~break a sweat',
      ],
      bad: [
        '~take|took ?it|me|about|over|nearly|almost ?* ?* # ?* minutes|minute|seconds|hours to ?just open|boot|start|load|wake|launch|save|install|render|export|copy',
        '~take|took forever|ages|an|minutes|so|too|eternity ?age|long|eternity ?to',
        'crawl|crawls|crawled|crawling',
        '~freeze|froze|frozen|freezing ?up',
        '~stutter|stutters|stuttering',
        '+hang up|when|for|again',
        'it hangs',
        '~choke|~struggle|~chug ?* to|with|on|at',
        '~grind to',
        '~slow ?* down|to',
        'sluggish|laggy|laggier',
        'spinning|beach wheel|ball|beachball|circle',
        'time to make|brew|fetch|get ?a|some|another ?tea|coffee|cup',
        "not|n't ?* enough ?memory|power|ram|for",
      ],
    },
    noise: {
      good: [
        'fan|fans ?* NOT ?* ~come|~spin|~start|~kick|~run|hear|heard|noise ?* ?on|up|in',
        'fan|fans ?* rarely|seldom|hardly|barely',
        'NOT ?even hear ?* fan|fans|it|thing|a',
        'no ?fan fan|fans|noise ?noise',
        '~stay|~remain|~run ?* ?dead|completely|totally|almost silent|quiet',
        'silent|silence',
        'no|NOT ?~make ?a sound',
        'nobody|no-one ~wake|~notice|~turn|~look ?up',
        'NOT ~wake|~disturb anyone|anybody|up|the|my|wakes',
      ],
      bad: [
        'fan|fans ?* ?* ~spin|~kick|~come|~ramp|~start|~rev|~scream|~howl|~roar|~whine|~blast|~run|~go ?* ?up|in|on|off|constantly|loud|like|all',
        '~howl|~scream|~shriek|~roar|~whine|whines|howls|roars|screams|buzz|buzzes|hiss|hisses',
        '~sound|sounds|sounded ?* like a|an|my ?* ?jet|plane|hairdryer|hair|vacuum|helicopter|aircraft|hoover|turbine|dryer|drone|take-off',
        'jet engine',
        'hear ?* ?the fan|fans ?* ?across|over|from|through',
        'people|everyone|heads|colleagues ?* turned|stare|stared|looked|looking ?* ?when|at|round',
        'coil whine',
      ],
    },
    heat: {
      good: [
        '~stay|~run|~remain|~keep ?* ?* cool|cold',
        'NOT ?* ?* ~get|~run|~become|~feel ?* ?* hot|warm|toasty',
        'NOT ?* ~overheat|overheating',
      ],
      bad: [
        '~get|~run|~become|~gets|~turn|~feel ?* ?* ?* hot|warm|toasty|scorching|uncomfortable',
        '~burn|~cook|~roast|~fry ?* ?my|your|the ?* lap|legs|knees|thighs|hand|hands|fingers|eggs|egg',
        'too hot ?to',
        'fry an egg',
        'overheats|overheated|overheating|overheat',
        '~throttle|throttles|throttling',
      ],
    },
    screen: {
      good: [
        '~read|~see|~work|~use ?it|the|* ?* outside|outdoors|sunlight|sunshine ?* ?* fine|easily|perfectly|clearly',
        'see every|each ?single',
        'colours|colors|blacks|photos|pictures|text|images ?* ?* ~pop|crisp|sharp|accurate|vivid|true|stunning|beautiful|perfect|gorgeous',
        'easy on ?the|my eyes',
        'bright enough',
      ],
      bad: [
        'NOT see|read ?it|the|anything|a|much|what ?* ?* ?outside|outdoors|sun|sunlight|window|thing',
        'unusable|useless|invisible|unreadable|hopeless|mirror outside|outdoors|in|near|by ?the|direct|bright ?sun|sunlight|window|daylight',
        '~see|saw my|your ?own face|reflection',
        'washed-out',
        'washed out',
        'dead pixel|pixels',
        'dim|dull|greyish|yellowish|murky ?* ?* ?screen|panel|display',
        "not|n't ?* bright enough",
        'too dim|dark|small|reflective|glossy',
        'eyes ?* hurt|ache|tired|sore|strain|sting',
        'eye strain',
      ],
    },
    keyboard: {
      good: [
        'joy|pleasure|delight|nice|great|lovely|comfortable|easy|wonderful|good|best to|for type|typing|write|write ?on',
        '~type ?* ?* all|for|faster|without|fewer ?day|hours|mistakes|typos',
      ],
      bad: [
        'awful|horrible|hard|painful|tiring|mushy|unpleasant to|for type|typing|write|write ?on',
        'typos|typo',
        'wrists|wrist|fingers ?* ?* hurt|ache|sore|aching|suffer',
        'keys|key ?* ~stick|~jam|~fall|~come|~fade|~pop|stuck ?off',
      ],
      said: ['~type ?* ?* @'],
    },
    reliability: {
      good: [
        'NOT ?* ?a ?single|ever|once ~crash|crashes|~reboot|~fail|hiccup|glitch|problem|problems|bluescreen|issue|issues',
        'rock solid',
        'always ~work|~start|~wake ?up',
      ],
      bad: [
        '+crash|crashes|crashing',
        'blue screen|screens',
        '~reboot|~restart|~shut itself|off|down ?itself|by|randomly|without|suddenly',
        'randomly|suddenly|constantly ~shut|~reboot|~restart|~turn|~lose|~crash',
        "wo|does|did|would n't|not ~wake|~resume ?* ?up|from",
      ],
    },
    'build quality': {
      good: [
        'built like ?a',
        'no flex|creak|creaks|rattle|rattles|wobble',
        'feels ?* solid|sturdy|premium|expensive|tough',
      ],
      bad: [
        '+flex|+creak|+wobble|+rattle|creaks|rattles|wobbles',
        'feels|feel|felt ?* ?* cheap|flimsy|fragile|hollow|plastic|plasticky',
      ],
    },
    setup: {
      good: [
        'easy|quick|simple|painless|minutes to ?get ?set|install ?up',
        'set|was|up ?it ?up ?and ?running in|within ?* minutes|hour',
      ],
    },
    storage: {
      bad: ['~run|~ran|running out of space|storage|room|disk', 'storage|disk|drive ?* ?* full|fills|filled'],
    },
    memory: { bad: ['# gb ?of ?ram|memory ?* ?* NOT ?* enough', "n't enough ?* memory|ram", 'soldered'] },
    camera: {
      bad: [
        '~appear|~look|~see|~show ?* as|like ?* ?a|an ?* smudge|blur|ghost|potato|silhouette|blob',
        'grainy|pixelated|pixelated',
      ],
    },
  },
}
