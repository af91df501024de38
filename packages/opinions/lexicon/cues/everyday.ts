import type { CueGroup } from './cue-group.ts'

/** What people say of anything that they bought, booked or used, where they name no part of it. */
export const everyday: CueGroup = {
  category: /./,
  cues: {
    value: {
      good: [
        '~get|~receive|got ?such a lot|plenty|loads|tons|so|more for what|the|your|my ?little ?you|i|we ?~pay|money|price',
        'more than ?i|we|you ~pay|paid for',
        'cheap|cheaper|less than ?any ?* ?other ?* ?and but|and ?just ?every ?bit as good',
        '~pay|~cost ?* half|third|fraction ?of ?the ?what ?price ?of ?* ?others|it|that',
        '~save|~saved me|us ?a ?lot ?of ?* money|hundreds|thousands|#',
      ],
      bad: [
        '~charge ?me|us|you ?extra for everything|anything|breathing|every',
        '~pay|~paid ?me|us ?a ?lot|* for nothing|the name|logo|brand',
        'get|got|gets ?almost nothing|little for ?the|your|my|what money|price|you|we|i',
        'daylight|highway robbery',
      ],
    },
    delivery: {
      good: [
        '~ship|~deliver|~send|~dispatch it|them|mine|everything|my|the ?* ?out ?the same|next|very|straight|right|immediately|within ?* ?day|morning',
        'on my|our|the doorstep|door|porch ?the next|same|within|in|by',
      ],
      bad: [
        '~take|took|taking ?me|us|it ?over|almost|about|nearly ages|forever|weeks|months|long|#|eternity ?* ?to ~arrive|~come|~ship|~deliver|~reach',
        'parcel|package|order|item|delivery|box|letter|it|they|mine ?has|have|had never|not|still ~arrive|~show|~turn|~come|~reach ?up',
        '~arrive|~come|came ?to ?me|us ?in ?a ?* dented|crushed|smashed|ripped|torn|open|opened|battered|squashed|damaged ?box|parcel|package|packaging|carton',
        '~send|sent ?me|us the wrong',
        '~left|~leave|~throw|~dump it|them|parcel|package ?* in|at|on|over ?the rain|gate|pavement|street|fence|neighbour|neighbor',
      ],
    },
    enjoyment: {
      good: [
        "could|can|ca|could n't|not|cannot put|stop it|this|reading|playing|watching|using|eating ?down",
        'kids|children|son|daughter|boy|girl|grandson|granddaughter|toddler|baby|niece|nephew|cat|dog|puppy|he|she|they ~play with|plays ?it|this|them ?for ?hours ?* every|all|each|constantly|daily|nonstop|hours',
        '~play with|it ?it|this|them for hours',
        '~keep him|her|them|the|my|our ?* ?* entertained|busy|occupied|amused|hooked',
        'hooked|addicted|addictive|addicting',
        'a|so|much|lot|great|really|tons|loads ?of fun ?to ~use|~play|~ride|~do|~build|~watch|~read|~make',
        'had|have|having a|an ?* blast|ball|time ?of ?our|my ?lives',
        'page-turner|page turner',
      ],
      bad: [
        '~get|got|~grow bored|tired ?with|of|after',
        '~lose|lost interest',
        'bored|boring ?me ?us ?to tears|death|quickly|after',
        '~fall|fell asleep ?* reading|watching|halfway|during|in',
        '~give|gave up ?on ?it|reading|halfway|after ?* ?chapters|pages|episodes',
        '~play with|touch it|this|them once|twice',
      ],
    },
    taste: {
      bad: [
        '~taste ?* ?strongly|faintly|slightly of|like ?* plastic|metal|soap|chemicals|rubber|chlorine|cardboard|metallic|nothing|dust|medicine',
        'chemical|metallic|plastic|weird|strange|funny|bitter|artificial aftertaste|taste',
      ],
      good: ['~taste like ?it ?is ?the|just homemade|real|more|heaven'],
    },
    smell: {
      good: ['~smell so|really|very|absolutely ?* good|lovely|amazing|divine|great|heavenly|fresh|delicious'],
      bad: [
        '~smell|~stink|~reek ?so|* ?strongly of|like|awful|terrible|bad|horrible|disgusting|weird|musty|damp|funny|chemical|rotten',
        '~stink|~reek',
        'a|the|strong|awful|horrible|weird|chemical|musty|nasty|burning|burnt smell|odor|odour|stench|stink',
      ],
    },
  },
}

/** The same of things that run, hold a program, or heat, as far as they are not driven. */
export const machines: CueGroup = {
  category: /./,
  not: /\bcars?\b|vehicle|suv|truck|motorcycle|sedan|minivan|hotel|restaurant|cafe|café|hostel|inn\b|resort|bistro|diner|museum|spa\b|lodging|accommodation|attraction|place|mover|moving|insurance|cloth|dress|shirt|jacket|jean|shoe|apparel|book|dentist|doctor/i,
  cues: {
    reliability: {
      good: [
        '~crash|crashed never|once',
        'never|not ?* ?once|yet ~crash|~freeze|~fail|~hang|~glitch',
        '~work|works|worked every|each ?single time',
        'has|have|had|did never|not ?ever ?once ~miss a beat',
      ],
      bad: [
        '~crash',
        '~keep|~start|constantly|always|often|randomly ~freeze|~hang|~glitch|~lag|~restart|~reboot|~shut|~disconnect|~log|~close',
        '~freeze|~lock|~hang|~seize ?right up ?every|each|all|whenever|when|after|constantly|and',
        '~freeze|~crash|~quit|~close every|each|all|whenever|constantly|randomly ?single ?the ?time ?i|you|it',
        '~shut|~turn|~switch|~power itself off|down',
        '~shut|~turn|~switch|~power off|down by|on|at|for ?its|no|random ?own|itself|random|reason',
        '~kick|~throw|~log me|us|you out|off',
        '~work only|half|some ?of ?the time',
        'hit or miss',
        '~have|~need|had to ~restart|~reboot|~reset|~reinstall ?it|them|the ?* ?every|twice|again',
      ],
    },
    speed: {
      good: [
        '~boot|~boil|~heat|~warm|~load|~start|~open|~cook|~dry|~charge|~brew|~cool|~freeze|~toast|~print|~crush|~blend|~chop|~cut|~clean ?* ?* ?up ?in|within ?under|about|less|just|only|no ?than #|a|seconds|minutes|time|moments|instant|flash ?* ?seconds|second|minutes|minute',
        'done|finished|sorted|fixed in|within ?about|under|just|only|less|no ?than #|a|seconds|minutes|time|flash ?seconds|minute|minutes|second',
        '~fix|~repair|~solve|~sort|~finish|~do|~install|~replace ?it|them|the|our|my|this|everything ?* ?* ?* in|within ?about|under|just|only|less ?than #|no|an|a minutes|time|seconds|hours|hour',
      ],
      bad: [
        '~take ?me|us|it ages|forever|minutes|long|hours|eternity|too ?* to ~boot|~boil|~heat|~warm|~load|~start|~open|~cook|~dry|~wake|~respond|~print|~focus|~turn|~cool ?up',
        '~slow|~grind|~slows to a crawl|halt',
        '~slow|~bog down',
        'painfully|dead|so slow',
        'spinning wheel|circle|ball',
      ],
    },
    screen: {
      good: [
        '~see|~read|~use|readable|visible|legible ?it|everything|text|them|the ?screen ?* ?even in|under ?* ?bright|direct|full|strong sunlight|sun|daylight',
      ],
      bad: ["ca|could|can|NOT n't|not ~see|~read ?it|a|the|anything ?thing|screen in|under ?* sunlight|sun|daylight"],
    },
    evenness: {
      bad: [
        '~burn|~toast|~cook|~brown|~heat|~dry only|just|* ?one|the side|half|middle|edges|outside ?and',
        '~burn|~toast|~cook|~brown|~heat|~dry ?* unevenly',
        'hot|cold spots',
      ],
      good: ['~toast|~cook|~brown|~heat|~dry|~bake ?* ?* evenly'],
    },
    grip: {
      good: [
        '~sit|~fit|~lie|~feel ?* ?* well|nicely|perfectly|great|good|comfortably|secure|natural in ?the|my|your hand|hands',
      ],
      bad: ['~slip|~slide|slippery ?* ?* out|from|in ?of ?my|the|your|wet hand|hands|fingers|grip'],
    },
  },
}
