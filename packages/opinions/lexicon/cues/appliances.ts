import type { CueGroup } from './cue-group.ts'

const quietGood = [
  'NOT ?even|really hear it|that|a|anything|the ?thing|machine|motor|pump',
  'hardly|barely|scarcely hear|notice|know|audible ?it|* ?running|on|is',
  '~sleep|slept|sleeping|dozes|napping|naps|stays through|asleep|on ?it|while',
  'NOT ?* ~wake|~disturb|~bother|~scare|~frighten|~wakes ?up ?the|my|anyone|anybody|up|a|our|her|him|us ?* ?* ?baby|dog|cat|kids|neighbours|wife|husband',
  '~talk|~chat|~speak|~listen|~hold|~hear|~watch ?a|on|the|to|tv|conversation|radio|music|podcast|television ?* over|while|when|during ?it|* ?running|vacuuming|hoovering|cleaning',
  'whisper|whispers|purrs|purr|whisper-quiet',
  'dog|cat|baby|child|neighbours|rabbit ?* ?* NOT ?even|* ~wake|~notice|~mind|~care|~run|~move|~stir|~complain|~hide|~bark',
  'silent|silently|silence',
]
const quietBad = [
  '~howl|~whine|~scream|~shriek|~roar|~squeal|~screech|~rattle|~buzz|~vibrate|~clatter|roars|screams|howls|whines|shrieks|rattles|squeals',
  '~wake|~woke|wakes|woken ?up the|my|everyone|everybody|half|our|us|me|up ?* ?* ?house|baby|neighbours|kids|family|street|wife|husband|up',
  'jet|aircraft|aeroplane|airplane engine|taking|plane ?off',
  '~sound ?* like ?a|an ?* ?* jet|plane|drill|helicopter|tractor|lorry|truck|jackhammer|hairdryer|hair|dentist|building|aircraft|engine|chainsaw|mower|goose|train|concrete',
  'ear plugs|defenders|protection|muffs',
  'earplugs',
  '~scare|~frighten|~terrify|terrifies|frightens ?the|my|our ?* dog|cat|baby|kids|children|child|animals',
  'dog|cat|baby|child|kids|rabbit ?* ?* hide|hides|runs|bolts|flees|barks|cries|screams|hates',
  'neighbours|neighbors|neighbour|neighbor|downstairs ?* ?* complain|complained|knock|knocked|bang|banged|heard|hear|hate',
  'NOT hear yourself|myself|tv|radio|anything|the ?* ?over|tv|radio|doorbell|phone',
  '~have to shout|raise ?over|my|voice',
  'turn|turned|turning up the ?tv|radio|volume',
]

/** Machines for the home. */
export const appliances: CueGroup = {
  category:
    /vacuum|hoover|espresso|coffee|kettle|appliance|blender|toaster|oven|fridge|washer|dryer|iron|mixer|fryer|dishwasher|purifier|fan\b|heater|cleaner|mop/i,
  cues: {
    noise: { good: quietGood, bad: quietBad },
    cleaning: {
      good: [
        'easy|easier|simple|quick|cinch|breeze|doddle|effortless to clean|wash|rinse|empty|wipe|descale|maintain|dismantle ?up|out',
        '~rinse|~wipe|~wash|~clean ?it|everything|* ?off|out|down|under|clean|up ?* in|takes|within|under|with ?a|about|the ?* ?seconds|minutes|minute|tap',
        '~go ?* in|into|straight the dishwasher',
        'dishwasher safe|proof',
        '~clean itself',
        'self-cleaning',
        'cleaning|cleans|clean|emptying ?it|* ?* ?takes|is|was|in|up|only|about # ?* seconds|minutes|minute',
        'cleaning ?it|* ?* ?is|was|takes ?* no|easy|quick|simple|nothing|painless|trivial ?time|trouble|effort|problem|chore',
        'NOT ?* hard|difficult to clean|wash|empty|rinse|descale',
      ],
      bad: [
        'hard|difficult|tricky|awkward|impossible|pain|nuisance|fiddly|chore|nightmare|tedious|annoying|messy to clean|wash|rinse|empty|wipe|descale|maintain|reach ?out|it',
        'cleaning|emptying|descaling|washing|rinsing ?* ?* ?* chore|pain|faff|nightmare|nuisance|ordeal|fiddly|tedious|fuss|hassle|messy|hours',
        '~clean ?it ?* ?* after every|each ?single use|time|cup',
        'gets|get|got mouldy|moldy|gunky|slimy|sticky',
        '~demand|~want|~need|~ask|asks|wants|demands|needs ?to|for ?be ?cleaning|cleaned|descaling|rinsing|emptying|descaled ?* ?* every|all|constantly|again|each|twice|daily',
      ],
    },
    reliability: {
      good: [
        'NOT ?* ?ever|once|yet ~jam|~clog|~leak|~fail|~block|~break|~falter ?down',
        'NOT ?~have|had ?had a|any|one|single ?single ?one fault|repair|problem|breakdown|issue|breakdowns|faults|repairs',
      ],
      bad: [
        'error|fault code|codes|message|messages|light',
        '+jam|jams|jammed|jamming',
        '+clog|clogs|clogged',
        '+block up|constantly|often|again|every|twice',
        '~leak|leaks|leaked|leaking',
        '+drip ?* everywhere|from|on|onto',
        '~go|went|sent|goes back for|to ?the|a repair|repairs|service|shop|workshop|manufacturer',
        'repair|repairs|repaired|engineer ?* ?* twice|three|again|second|third|cost',
        '~trip the|our|my ?* fuse|breaker|electrics',
      ],
    },
    comfort: {
      bad: ['~dig into|in ?* hand|hands|palm|fingers', '~hurt ?my|your hand|hands|wrist|back'],
      good: ['comfortable|nice|easy to hold|grip'],
    },
    setup: {
      good: ['easy|simple|quick|minutes to ?put set|install|assemble|mount|together ?up'],
      bad: ['hard|difficult|impossible|nightmare|hours to set|install|assemble|mount|put ?up|together'],
    },
  },
}

/** Vacuum cleaners. */
export const vacuums: CueGroup = {
  category: /vacuum|hoover|sweeper|floor cleaner/i,
  cues: {
    suction: {
      good: [
        '~pick|~suck|~get|~lift|~pull|~hoover|~take|~collect|~grab ?it|them|all|* ?* up|out ?of|the|* ?* everything|anything|all|every|hair|hairs|fur|crumbs|sand|dust|dirt|fluff|glitter|litter|rice|cereal|grit|more|stuff|flour',
        '~pick|~suck|~get|~take|~lift ?* everything|anything|all|every|hair|hairs|fur|crumbs|sand|dust|dirt|fluff|glitter|litter|rice|cereal|grit|more|flour ?* ?* up|out|away|first',
        '~pick|~suck|~lift up ?* ?* well|brilliantly|everything|easily',
        'first|one|single ?one pass|go|sweep',
        '~remove|~clear|~swallow|~eat|~devour|~inhale ?* ?* everything|hair|fur|dust|dirt|sand|crumbs|litter|glitter',
        "ca|could n't believe what|how|the ?much ?* ?came|dust|dirt|it",
        'carpet|carpets|rug|rugs ?* look|looks|looked|feels|come|came ?like|* ?up new|cleaner|clean|lovely|again',
        'powerful|strong|incredible|amazing|excellent suction|pull|cleaning|power',
        '~clean ?* ?so|very|really brilliantly|well|beautifully|thoroughly|superbly|properly|great|deeply|perfectly',
        'bin|canister|bag ?was full of',
        'floor|floors|rug|carpet ?* ~look|~be|~feel ?* spotless|clean|cleaner|great|amazing|better|fantastic',
      ],
      bad: [
        '~push|~blow|~spit|~scatter|~flick|~fling|~shove|~throw|~spread|~spray|~snowplough|~plough|~kick ?* ?the|it|them|bits|big|larger ?* ?* around|away|about|out|back|everywhere|forward|across|aside|in|ahead|dirt|dust|crumbs|hair|litter|rice|cereal|water',
        '~leave|left|leaves ?* ?* ?* behind',
        '~leave ?* ?* hair|crumbs|dust|dirt|sand|streaks|lines|bits|fluff|half|trail',
        '~miss|misses|missed bits|the|half|corners|most|edges|crumbs|hair|spots|everything',
        '~go|going|went|pass over ?* ?* ?* twice|three|again|several|times|four',
        'several|three|four|five|multiple|many passes|times|goes',
        '~lose|~lost|loses|no|little|weak|poor|zero|feeble ?its|all suction|power|pull',
        '~struggle|~fail|struggles ?with|to|on',
        "does|did|wo|could|ca n't|not|never ?* ?even pick|lift|suck|get|reach ?* ?up",
        'rubbish|useless|hopeless|weak|poor|pathetic on|with|at|for carpet|carpets|tiles|hair|rugs|hard|wood|fur|corners|edges|dog|cat|sand',
      ],
    },
    'brush roll': {
      bad: [
        'hair|hairs|threads|thread|string|fur ?* ?* ~wrap|~tangle|~wind|~wrapped|~twist|~clog|~catch|~get|~jam ?* ?* ?around|round|up|in|tangled|stuck|brush|roller',
        '~cut|cutting|pick|picking|scissors ?* hair|hairs ?* out|off|from',
        'tangle|tangles|tangled|tangling',
      ],
      good: ['NOT ?* ?* tangle|tangles|tangled|tangling|wrap|wrapped|hair ?* ?* ?around|round|brush|roller'],
    },
    manoeuvrability: {
      good: [
        '~go|~get|~fit|~reach|~slide|~glide|~lie ?right|flat|easily|* under|underneath|beneath|flat|around|round ?the|my|our|sofas|beds|furniture|chairs|a|everything|corners ?* ?* ?sofa|bed|beds|cupboards|table',
        '~follow me|you',
        '~glide|glides|gliding',
        'easy|simple|light|effortless|nice|pleasure|joy|fun|delight to push|steer|handle|manoeuvre|maneuver|move|turn|pull|use ?around|upstairs',
        'turns|swivels|pivots on|easily|like ?a',
      ],
      bad: [
        '~tip|~fall|~topple|~roll over|on|away',
        '~get|~gets|got|getting stuck|caught|wedged|lost|tangled|trapped',
        '~catch|~bump|~snag|~bang|~scrape|~scratch ?* into|on|against ?* ?* ?every|furniture|doorframes|corner|corners|door|skirting',
        'drag|dragging|haul|pulling it|behind|around ?* ?like|behind',
        'hard|difficult|awkward|stiff|clumsy|impossible|heavy to push|steer|handle|manoeuvre|maneuver|turn|move|pull',
        'too ?* big|tall|wide|high|bulky ?to ?* ?get|go|fit under|for',
      ],
    },
    cord: {
      good: ['~reach ?* every|all|whole|entire|from|upstairs ?room|corner|socket', 'cord|cable|flex long enough'],
      bad: [
        '~unplug|~replug|~plug|replugging ?* ?* every|twice|three|again|each|constantly',
        "cord|cable|flex ?* ?* ?n't|not long enough|reach",
        'extension lead|cord|cable',
      ],
    },
    'dust bin': {
      good: [
        '~empty ?it|the|* ?* ?once|every a|other|few week|month|weeks',
        'NOT ?* puff|cloud|dust ?* ?when|cloud|puff|escapes',
        'easy|simple to empty',
      ],
      bad: [
        'full after|in|within ?just|only|about one|two|a|half|# ?* ?room|rooms|bathroom|minutes|rug',
        '~empty ?it|the|thing|bin|them|* ?* ?* every|twice|three|constantly|after|each|all|four|five ?* ?* ?times|room|time',
        'puff|puffs|cloud|clouds|poof|explosion of dust',
        'puffs|puffing',
        'dust ~puff|~fly|~go|~blow|~come|flies|falls|goes ?* ?everywhere|back|out|in',
        'bin|bag|canister ?* ?* fills|full|tiny|small ?in|after|up|too',
      ],
    },
  },
}

/** Coffee and espresso machines. */
export const coffeeMachines: CueGroup = {
  category: /espresso|coffee|barista/i,
  cues: {
    coffee: {
      said: [
        '~taste ?* ?* @',
        'cup|espresso|shot|coffee|crema|cappuccino|latte|it ?* ~taste ?* @',
        '~make|~pull|~brew|~pour|~produce|~serve ?* ?a|an|really|very|some|the @ ?* coffee|espresso|cup|shot|cappuccino|latte|flat|brew|americano|crema',
      ],
      good: [
        'as good as|like ?the|any|my|our|in|at|a ?* ?* café|cafe|bar|barista|shop|italy|coffeehouse|roastery',
        'better than|level|rivals|matches|beats|compares ?with|than|to|the|any|my|our|what ?* ?* café|cafe|bar|barista|shop|shops|starbucks|coffeehouse',
        'NOT ?* buy|buying|bought|go|going|gone|drink|pay|paying ?* coffee|out|café|cafe',
        'stopped|no|longer ?longer buying|buy|going|go ?* coffee|café|cafe',
        'best|perfect|superb|lovely|excellent|proper|real|delicious coffee|espresso|cappuccino|latte|shot|cup',
        'thick|rich|golden|creamy|velvety crema|foam|shot|espresso',
      ],
      bad: [
        'bitter|sour|watery|weak|burnt|dishwater|lukewarm|thin|muddy|tasteless|insipid|stale|acrid|undrinkable',
        'like|tastes|taste|tasted ?like|of ?* dishwater|mud|water|puddle|nothing|plastic|metal|ash|cardboard',
        'not ?a patch on',
        'puddle|undrinkable',
        'all ~taste ?of|the ?* same',
        'poured|pour|pouring|threw ?* ?* down the sink|drain',
      ],
    },
    'warm-up time': {
      good: [
        '~heat|~warm ?* ?up ?* ?* fast|faster|quickly|quicker|instantly',
        '~heat|~warm ?it ?up ?* in|within|before|under ?* ?seconds|minute',
        'ready|hot in|within|before|by|after|almost|instantly|under ?just|only|the|about|under|less|a|# ?* ?seconds|minute|minutes|time|i',
        'fast|quick|faster|quicker to heat|warm|get|start',
        'no|without|NOT waiting|wait|hanging ?for|around ?* ?heat|warm|up',
        'coffee|espresso|cup|cappuccino in ?under|less|about|than ?* # seconds|minute|minutes',
        'coffee|espresso ?* before i|the ?* ?awake|shower|toast',
      ],
      bad: [
        '~take|~need|~wait ?it|about|over|nearly|almost|* ?* # ?* minutes|minute|hour|ages ?* to|before|for|until ?it ?* ~heat|~warm|hot|ready|get|be|anyone|first',
        '~take ?* ages|forever|long|eternity ?time to ?* ~heat|~warm|reach|be|get ?up|hot|ready',
        'half|quarter an|of hour ?an ?hour ?* to|before|until ?* ?* ?hot|warm|ready|heat|anyone',
        'wait|waiting|waited for it to heat|warm|be|get|reach',
        'slow to heat|warm|get|start',
        "by|until the time it ?'s|is hot|ready|warm",
        'on for|on ?* half|# ?an ?minutes|hour before',
        'time to ?* equilibrium|temperature',
      ],
    },
    temperature: {
      bad: ["not|n't|never ?* hot enough", 'lukewarm|tepid', 'coffee|cup|milk ?* ?* cold|lukewarm|tepid'],
      good: ['hot enough', 'piping hot', 'temperature ?* ?* stable|steady|constant|spot', 'swings ?\\? none'],
    },
    milk: {
      good: ['milk|foam|froth|microfoam ?* ?* silky|velvety|creamy|smooth|like|thick|perfect', 'latte art'],
      bad: ['milk|foam|froth ?* ?* ?* bubbly|watery|thin|cold|lukewarm|sour|smells|weak', 'big bubbles'],
    },
  },
}
