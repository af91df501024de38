import type { CueGroup } from './cue-group.ts'

/** Programs for phones and computers, games among them. */
export const apps: CueGroup = {
  category: /\bapps?\b|software|\bgames?\b|website|streaming/i,
  cues: {
    ads: {
      good: ['no|without|zero|few|minimal ?any ?annoying ads|ad|adverts|advertisements|commercials', 'ad-free|ad free'],
      bad: [
        'full|riddled|packed|plagued|bombarded|flooded of|with|by ?* ads|adverts|advertisements|commercials|pop-ups|popups',
        'too|so|way|many|constant|endless|nonstop|more|annoying ?many ?* ads|adverts|advertisements|commercials|pop-ups|popups',
        '~watch|~sit|~show|~force|~play ?* ?* ?through ?an|a|ads|adverts ?* ad|advert|ads|adverts|video|commercial|commercials ?before|after|every|each|between|to',
        'ad|ads|advert|adverts|pop-up|pop-ups ~pop|every|after|before|between|everywhere|keep|all',
      ],
    },
    'battery life': {
      bad: ['~drain|~eat|~kill|~suck|~burn|~use ?up|through ?all|half ?of ?my|the|your|* battery|charge'],
    },
    price: {
      good: ['completely|totally|actually|really free', 'no|without ?any subscription|subscriptions|in-app|paywall'],
      bad: [
        'behind|hit a paywall',
        'pay to win|play|use|unlock|continue',
        'everything|features|half|most ?of ?it ?* ~cost|locked|behind|paid ?extra|money|paywall',
        'subscription|subscriptions ?is|are ?too|a ?* expensive|ripoff|joke|scam|required',
      ],
    },
    reliability: {
      bad: [
        "wo|does|did|would n't|not ?even open|load|launch|install|sync|start|connect|save|update|log",
        '~lose|lost|~delete|~wipe ?all ?of ?my|our|the ?* progress|data|notes|files|work|photos|history',
        'bug|bugs|buggy|glitch|glitches|glitchy',
      ],
    },
  },
}

/** Those who treat, teach or look after people and animals. */
export const care: CueGroup = {
  category:
    /dentist|dental|doctor|clinic|physio|hospital|medical|health|therap|vet\b|vets\b|veterinar|optician|surgeon|nurs|midwi|chiropract|daycare|nursery|school|tutor/i,
  cues: {
    communication: {
      good: [
        '~explain ?me|us ?to ?me|us ?* every|everything|each|all|what|how|my|the|it|things ?* ?step|clearly|thoroughly|detail',
        '~listen ?carefully to ?me|us|my|what|all|everything',
        '~answer ?all|every|each ?of ?my|our|the ?* question|questions',
        '~take|took|takes ?* ?* time to ~explain|~answer|~listen|~talk|~go|~show',
        '~walk|~talk me|us through',
      ],
      bad: [
        'NOT ?* ?ever ~listen|~explain',
        'NOT ?* ~answer ?any|all ?of ?my|our question|questions|phone',
        '~brush|~brushed me|us|it|my off|concerns|aside',
        '~talk|~talked down|over to|me|us',
      ],
    },
    comfort: {
      good: [
        'NOT ?even ?ever ~feel a|any|anything ?single thing|pain|needle|bit|prick|injection',
        'NOT ~hurt ?at ?one ?all|bit',
        'painless|pain-free|pain free|gentle|gently',
        'no|without|zero ?any|* pain|discomfort|soreness',
        '~put|~make|~feel me|us|my|him|her ?* ?* at ease|comfortable|relaxed|calm',
        '~calm my|me|his|her|down ?nerves|fears|down',
      ],
      bad: [
        'hurt|hurts|painful|agony|agonising|agonizing|rough',
        'in|so much|more|terrible|pain ?pain ?afterwards|for|than',
      ],
    },
    'wait time': {
      good: [
        '~see|saw|seen|~fit|~squeeze me|us|him|her ?in ?right|straight|almost ?away on|the|within|immediately|same|that ?same|very ?* ?day|time|minutes',
        '~get|got ?me|us|an ?in ?appointment the same|next|within|that|straight ?day',
        'no|without|hardly|little|never ?any|a ?* waiting|wait',
        'in and out ?in|within',
      ],
      bad: [
        '~wait|~sit|sat|waited ?* ?* ?* ?room ?for ?over|almost|about|nearly|more ?than #|an|ages|forever|hours|long ?* ?hour|hours|minutes|months|weeks',
        '~take weeks|months|ages|forever to ?get ?* appointment|see|seen',
        '~keep|kept me|us|~wait waiting',
        'running|ran|always|runs late|behind',
      ],
    },
    results: {
      good: [
        'pain|ache|headaches|symptoms|problem|toothache ?is|has|are|have ?all|completely|finally|now gone|disappeared|vanished|better|cleared',
        '~cure|~fix|~heal|~save me|us|my|his|her|our ?* ?tooth|back|knee|shoulder|life|leg|neck|dog|cat|foot|skin',
      ],
      bad: [
        'filling|crown|implant|stitch|stitches ~fall|fell|~come|came out|off|loose|apart',
        'wrong|missed|false|mis diagnosis|diagnosed',
        'misdiagnosed|botched',
        'worse ?off than|after ?before|when',
      ],
    },
  },
}

/** Gyms, pools, museums and other places where many people are at once. */
export const venues: CueGroup = {
  category: /\bgyms?\b|fitness|pool|museum|park\b|zoo|theat|cinema|stadium|attraction|beach|library|trail|club/i,
  cues: {
    crowds: {
      good: [
        'never|not|hardly|rarely ?* crowded|busy|packed|full',
        'no|without|short ?any|* queue|queues|crowds|crowd|line|lines',
        'quiet|empty ?during|in|at|on|enough',
        '~have|had ?* ?place|whole to ourselves|myself',
      ],
      bad: [
        'always|so|too|very|really|way|often|constantly|usually|super|extremely|ridiculously packed|crowded|busy|full|overcrowded|taken|occupied|heaving|rammed',
        'overcrowded|crowded',
        '~wait|queue|queued|queuing|line|lined ?* ?* ?for ?a|an|the|every|up ?* machine|machines|bench|hour|hours|ages|rack|equipment|ride|entry',
      ],
    },
    equipment: {
      bad: [
        'machine|machines|treadmill|treadmills|equipment|bikes|lockers ?is|are|was|were ?always|often|constantly|half|all ?of ?the broken|taken|occupied|old|rusty|missing|down',
        'out of order',
      ],
    },
  },
}

/** Things that one sleeps or sits on, pushes or carries children in. */
export const furnishings: CueGroup = {
  category:
    /mattress|pillow|bed\b|beds\b|sofa|couch|chair|furniture|topper|stroller|pushchair|pram|buggy|car seat|cot\b|crib|tent|desk|table/i,
  cues: {
    comfort: {
      good: [
        'back|neck|hip|shoulder|hips|shoulders|knee|joint ?* ?pain ?pains|ache|aches ?is|are|has|have|went ?all|completely|finally|now gone|disappeared|vanished|better|away',
        'no|without|less|not ?more|any|a ?* ?back|neck|hip pain|ache|aches|soreness|stiffness',
        '~wake|woke ?up ?* ?* refreshed|rested|without|fresh|pain-free',
        '~sleep|slept ?* ?* like|through|better|soundly|great|well|amazing|deeply ?a ?baby|log|night|ever',
        '~sink|~melt ?right into it|this|the',
      ],
      bad: [
        '~wake|woke ?up ?* ?* with|in|sore|stiff|aching|sweating|hot|every ?a|an ?* ?back|neck|pain|ache|backache',
        '~hurt|~kill ?my|our|your back|neck|hip|hips|bum|behind',
        'hard|firm as ?a rock|brick|board|concrete|stone',
        'like ~sleep|sleeping|lying|sitting on ?a ?* rock|rocks|concrete|bricks|board|floor|stones',
        'my|our|your back|neck|hips ~hurt|~ache|sore|aching|killing|aches',
      ],
    },
    durability: {
      bad: [
        '~sag|sagging',
        '~lose|lost its|their shape|firmness|bounce',
        '~dip|~sink in the middle',
        'gone|went|going flat|lumpy',
        'lumpy',
      ],
    },
    'ease of use': {
      good: [
        '~fold|~collapse|~unfold|~open|~close ?it|them|up|down|away ?up|down ?* with|using|in ?just|only one|a|seconds|flash ?single ?hand',
        'one-handed fold|folding|operation',
      ],
      bad: ['~need|~take|~require two|both|three hands|people ?to ?fold|open|collapse'],
    },
    portability: {
      good: [
        '~fit|~fits ?easily|neatly|nicely|right in|into|under ?the|my|our|a|any ?* ?* trunk|boot|car|overhead|closet|hallway',
      ],
    },
  },
}

/** Things that one wears or takes outside. */
export const outdoors: CueGroup = {
  category:
    /jacket|coat|tent|boot|shoe|glove|backpack|bag\b|bags\b|sleeping|umbrella|hat\b|outdoor|camping|cloth|rain|ski/i,
  cues: {
    'water resistance': {
      good: [
        '~keep|kept|~stay|stayed ?* ?* ?my|our|the ?feet|stuff|things|gear ?me|us|everything ?* dry in|through|during|even|all|inside|despite|when',
        'waterproof|water-proof|watertight|rainproof',
        'no|not|without ?a ?single ?drop|any ?* ~leak|leaks',
        'rain|water|snow ?* ?right straight|beads|rolls|runs|slides off',
      ],
      bad: [
        '~get|got|~soak|soaked ?all ?through|wet|drenched ?through in|through|after|within|when|to|inside',
        '~leak|leaks|leaked',
        'NOT waterproof|water-proof',
        'water|rain ~get|~come|~seep|~soak ?right|straight in|inside|through',
      ],
    },
    warmth: {
      good: [
        '~keep|kept|~stay|stayed me|us|my|our|you ?* ?very|so|nice|really|toasty warm|toasty|cosy|cozy',
        'toasty|warm enough|as|even|in|at',
      ],
      bad: [
        '~freeze|froze|freezing|cold|shivering|shivered ?* in|all|through|at|even',
        'wind|cold ~come|~go|~cut|~blow right|straight through',
      ],
    },
    comfort: {
      bad: ['strap|straps|edges|seam|buckle|belt ~dig|~cut|~rub|~chafe ?in|into|against', '~dig|~cut into my|the|your'],
    },
    size: {
      bad: ['~go|went|~order|~size|needed|need|~have ?to ?go up|down ?a|one|two ?full size|sizes', '~size up|down'],
    },
  },
}

/** Creams, soaps, make-up, medicines and food supplements. */
export const remedies: CueGroup = {
  category:
    /cream|skin|lotion|serum|shampoo|conditioner|beauty|cosmetic|make-?up|hair|soap|sunscreen|perfume|supplement|vitamin|medicine|oil\b|balm|deodorant|toothpaste/i,
  cues: {
    results: {
      good: [
        'skin|hair|face|hands|lips|nails|teeth|scalp|feet|heels ?* ~feel|~look|~be|feels|is|are|has|have|was ?* ?* soft|softer|smooth|smoother|clear|clearer|silky|shiny|younger|healthy|healthier|better|amazing|great|glowing|whiter|radiant|never',
        '~clear|~get|got rid|up ?of ?my|the ?* acne|spots|pimples|rash|wrinkles|dandruff|eczema|breakouts|dark|lines|scars',
        '~see|saw|notice|noticed ?a|the ?* difference|results|improvement ?in|after|within',
      ],
      bad: [
        'no|not|never|any ?~see|~notice|saw ?any|a difference|results|improvement|effect|change',
        'did|does|do nothing|absolutely ?nothing for|at|to',
        'skin|hair|face|scalp ?* ~feel|~look|feels|is|was|left ?* ?* greasy|dry|oily|sticky|dull|frizzy|worse|tight',
      ],
    },
    irritation: {
      good: [
        'no|without|zero|never ?any irritation|rash|redness|burning|stinging|breakouts',
        'NOT ~irritate|~sting|~burn|~dry',
      ],
      bad: [
        '~get|got|~give|gave|~leave|left|~cause|caused|~have|had ?me|my ?skin|face ?with a|an|me|* ?* rash|reaction|hives|breakout|breakouts|burn|blisters|acne|redness',
        '~break|broke me|my ?skin|face out',
        '~burn|~sting|~irritate ?my|the|your skin|eyes|face|scalp',
        'allergic reaction',
      ],
    },
  },
}

/** Printers, knives and other tools: what they use up, and how they cut. */
export const tools: CueGroup = {
  category:
    /printer|scanner|knife|knives|scissor|razor|shaver|trimmer|mower|tool|saw\b|drill|grater|electronic|kitchen|peeler/i,
  cues: {
    sharpness: {
      good: [
        '~cut|~slice|~go|~glide|~chop through ?* ?* ?* like|easily|with|without|effortlessly ?butter|ease',
        'razor|very|super|incredibly|wickedly sharp',
      ],
      bad: [
        '~get|got|~go|went|~become|is|are|was dull|blunt ?after|quickly|within',
        'NOT ?even ~cut ?through ?a|butter|paper|tomato|anything',
      ],
    },
    'paper feed': {
      bad: ['~jam|jams|jammed', 'paper jam|jams', '~pull|~feed|~grab two|several|multiple|three sheets|pages'],
    },
    ink: {
      bad: [
        '~go|goes|~run|runs|~eat|~guzzle|~drink|~use|~burn through|up|out ?of ?the|my|all ink|toner|cartridges|cartridge',
        'ink|toner|cartridges ~run|runs|~dry|~cost|is|are ?always|so ?too out|dry|fortune|expensive|more',
      ],
    },
    reliability: { good: ['~start ?up ?right on|at|with the|first ?very|one ?first pull|try|time|go|pulls'] },
  },
}
