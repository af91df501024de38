import type { CueGroup } from './cue-group.ts'

/** Clothes, shoes and bags. */
export const clothing: CueGroup = {
  category:
    /cloth|shoe|dress|shirt|jacket|jean|apparel|fashion|boot|sneaker|bag\b|bags\b|wear\b|coat|legging|sock|hat\b/i,
  cues: {
    fit: {
      said: ['~fit ?* ?* @'],
      good: [
        '~fit ?* ?* like|well|perfectly|great|true|beautifully|nicely|as ?a|to ?glove|size|expected',
        'true to ?my|the size',
        '~flatter|flattering|hugs|skims ?my|the|all|in ?* ?figure|curves|right|places',
        'tts',
        'not too tight|loose|big|small|long|short|baggy',
      ],
      bad: [
        'too tight|loose|big|small|long|short|baggy|wide|narrow|large|snug|boxy ?in|on|around|for|across|at',
        '~run|runs|ran ?* ?very|really|so|a|bit|quite small|large|big|tight|short|long|narrow|wide',
        'size|sized|sizing|go|went|order up|down|off|weird|wrong|inconsistent|all',
        '~ride up',
        'gapes|gaped|bunches|bunched|gaping ?up|at|around',
        'NOT ?* ~fit|fitting|zip|button|close ?up|over',
        'like|as a tent|sack|maternity|muumuu|curtain',
      ],
    },
    durability: {
      good: [
        '~survive|~wash|holds|held ?* ?the|well|up ?* wash|washes|well|beautifully|great|machine|washing',
        'after # ?* washes|years|months|wears ?* still|looks|like|no|and',
      ],
      bad: [
        '~shrink|shrank|shrunk|shrinks',
        '+fade|faded|fades',
        'pilled|pills|pilling|piled',
        '~fall|fell|came|coming apart|undone|off|unraveled ?after|in|at',
        'seam|seams|stitching|zipper|zip|button|buttons|hem|thread ?* ?* split|came|ripped|broke|fell|undone|unraveled|popped|tore|coming|stuck',
        'hole|holes|rip|tear|snags|snagged|unraveling in|after|on',
        '~rip|ripped|tore|torn|split|unraveled|unravelled',
        'after one|the|first|two|# ?wash|wear|time ?* ?* hole|ruined|shrunk|faded|apart|threads|pilled',
        'bled|bleeds|dye ?* ?in onto|everywhere|ran',
      ],
    },
    comfort: {
      good: [
        'could|can|want|wanna ?to live in',
        'feels ?* like ?a pajamas|pyjamas|cloud|heaven|butter|slippers|second|nothing ?skin',
        'wear|wore|walked|walk ?it|them|* all day|for|miles|everywhere ?hours|without|miles',
        'soft|comfy|comfortable|cozy',
      ],
      bad: [
        '+itch|itchy|itches|scratchy',
        '~scratch|~irritate ?* ?* my|the|your skin|neck|arms|legs',
        '~rub|rubs|rubbed|chafe|chafes|chafed',
        'blister|blisters',
        '~dig|cuts|pinch|pinches|pinched ?* in|into|my',
        '~hurt|sore|aching',
      ],
    },
    design: {
      good: [
        'compliment|compliments|complimented',
        '~look ?so|even|really|just ?* cute|adorable|great|good|expensive|amazing|better|beautiful|stunning|gorgeous|classy|elegant|in',
        'just|exactly|as like|as ?in ?the|pictured picture|photo|pictured|photos|shown|online',
      ],
      bad: [
        'NOT ?* look|looks|like|as ?* ?* picture|photo|pictured|online|photos|model|shown',
        '~look ?* ?* frumpy|cheap|awful|bad|weird|sloppy|silly|terrible|dowdy|ridiculous',
        'unflattering|frumpy|dowdy|shapeless',
      ],
    },
    colour: {
      bad: ['color|colour|colors|colours ?* ?* ?* off|different|wrong|darker|dull|faded|lighter|nothing|duller|washed'],
      good: [
        'color|colour|colors|colours ?* ?* ?* gorgeous|beautiful|vibrant|rich|true|stunning|lovely|perfect|great|bright',
      ],
    },
    fabric: {
      bad: [
        'see-through|sheer|transparent|flimsy|paper-thin|scratchy|stiff',
        'too|so|very|really thin|sheer|see-through',
        'polyester|plasticky',
      ],
      good: [
        'soft|quality|lovely|thick|nice|luxurious|beautiful|buttery|stretchy fabric|material|cotton|wool|leather|knit',
      ],
    },
  },
}

/** Cars. */
export const cars: CueGroup = {
  category: /car\b|cars\b|vehicle|suv|truck|auto\b|motorcycle|sedan|minivan/i,
  cues: {
    reliability: {
      good: [
        "no|not|never|n't|zero|without ?a|any|had|one|single ?major|mechanical|serious|single|one|real ?* problem|problems|issue|issues|repair|repairs|breakdown|trouble|fault|faults|complaints",
        '# ?, ?# ?k miles|km|kilometers ?* ?and|without|with|no|still ?* ?not|no|strong|runs|problem|problems|perfectly|issues|going|great',
        "never|not|n't ?* let|left|failed|broken|stranded|been ?me|us|down ?down|stranded|in ?the ?shop",
        'starts|started ?up every|first|right|always|in ?time|morning',
        'runs|running ?like ?* new|perfectly|strong|smooth|smoothly|great|top|well|beautifully',
        'only|just ?had ?to ?* oil|routine|regular|normal|scheduled changes|change|maintenance|service',
        'bulletproof|dependable|trouble-free|trouble free',
      ],
      bad: [
        'in|back|at|to ?into the|for ?dealer shop|garage|dealer|dealership|repair|repairs|service ?* ?# ?times|again|for|twice|three|weeks|every',
        'broke|breaks|broken|break down',
        'recall|recalls|recalled',
        'towed|tow|tow truck',
        'check engine ?light',
        '~stall|stalls|stalled|stalling',
        '~leak|leaks|leaked|leaking',
        'lemon|money pit',
        'transmission|engine|motor|alternator|battery|brakes|ac|compressor|radio|clutch|gasket|pump|window|windows|starter|suspension|electrical ?* ?* ~fail|~die|~go|~break|~stop|failed|died|went|gone|replaced|blew|replacement|slips|slipping|slipped|rebuilt|quit|broke ?out',
        '~replace|replaced|replacing|repair|repaired ?the|my|* ?* transmission|engine|brakes|rotors|tires|battery|alternator|sensor|pump|struts|windshield|clutch|radiator|twice|times',
        'dead battery|alternator|spot',
        '~rust|rusting|rusted|rusty',
        'recurring|constant|electrical|numerous|several|many ?* problem|problems|issue|issues|gremlins',
      ],
    },
    'fuel economy': {
      good: [
        'sips|sip gas|fuel|petrol',
        '~get|~average|getting|averaging|gets|averages ?* ?about|over|around|great|good|excellent|better|up ?to # ?* ?mpg|miles|mileage',
        'easy|good|great|light|excellent on ?the gas|fuel|petrol',
        'fill|filled|fill-up|tank ?* ?it ?up ?* once|every|only|lasts|lasted ?* ?* week|weeks|forever|month',
        '# ?+ ?\\+ mpg',
      ],
      bad: [
        'guzzle|guzzles|guzzler|guzzling|hog ?gas|fuel',
        'drinks|eats|burns|sucks|uses ?* gas|fuel|oil|petrol',
        'only|barely|just|lucky|not ?to ?get|gets|getting|averages|averaging ?* # ?* mpg|miles',
        'bad|hard|terrible|poor|heavy|awful on gas|fuel|petrol',
        'filling|fill ?it ?up ?* often|constantly|twice',
      ],
    },
    engine: {
      good: [
        'gets|get|goes|go|takes|take up|off ?and ?* ?go|goes|quickly|fast|like',
        '~pass|~merge|passing|merging|accelerates|accelerate|climbs|acceleration ?* ?* easily|effortlessly|quickly|breeze|ease|confidence',
        'plenty|lots|tons|loads|enough|great|good|amazing|more of|pick|power|than ?* ?power|pep|torque|get-up|oomph|zip|up|enough',
        'peppy|zippy|powerful|quick|zips|pulls',
      ],
      bad: [
        'underpowered|gutless|anemic|anaemic',
        'sluggish|slow|weak|lacks|lack|lacking ?* power|uphill|acceleration|hills|merging|pickup',
        "no|little|lacking|lacks|not|needs|need|n't ?enough|more|much power|pickup|pep|torque|acceleration|oomph|guts",
        'struggles|struggle|strains|labors|groans|hesitates|hesitation|hesitate ?* up|on|to|when|hills',
      ],
    },
    handling: {
      said: ['~handle|~corner|~steer|~drive ?* ?* @'],
      good: [
        '~handle|handles ?* ?like|on ?* rails|dream|dream|sports|well|great|beautifully',
        '~hug|hugs|grips|glued|sticks ?to the ?* road|corners|curves|turns',
        'on rails',
        'a|so|much|lot|great|really|such|pure ?of ?a fun|blast|joy|pleasure|hoot|treat ?to ?drive|driving|in',
        'fun|blast|joy|pleasure|treat to drive',
        '~drive like a|on ?* dream|rails|new|charm',
        '~drive ?* ?* beautifully|great|well|nicely|wonderfully|perfectly|fantastic',
        'turning|turn radius|circle|on ?* ?tight|great|dime',
        'great|good|excellent|amazing|confident|unstoppable|fine in|on ?the snow|rain|ice|curves|corners|winter|turns',
      ],
      bad: [
        '~slide|slides|slips|spins|spun|useless|terrible|horrible|bad|awful|dangerous|helpless|scary in|on ?the ?* snow|ice|rain|wet|winter',
        'body roll|lean',
        'wanders|floaty|boaty',
        'vague|loose|numb steering|feel',
        'blown|blows|pushed around|by|in|all ?* ?wind|highway',
      ],
    },
    ride: {
      said: ['~ride ?* ?* @'],
      good: [
        'smooth|comfortable|quiet|plush|soft ride|ride|highway|cruiser|ride.',
        'long|road|highway|cross-country trip|trips|drive|drives|distance|commute|commutes ?* ?* comfortable|breeze|pleasure|comfort|easy|great|tired|comfortably',
        'like|on ?* floating|cloud|air|glass|glides|couch',
      ],
      bad: [
        'feel|felt ?* every|each|all bump|pothole|crack|bumps',
        'bumpy|bouncy|jarring|choppy',
        'rough|stiff|harsh ride|suspension',
        'bounces|bounce|jarring|jolts',
      ],
    },
    'road noise': {
      bad: [
        'road|wind|tire|tyre|engine|cabin|highway|lots|too|much ?of noise|much ?noise ?* ?loud|terrible|bad|at',
        'rattle|rattles|rattling|squeak|squeaks|squeaking|creak|creaks|squeal|whine|vibration|vibrates',
        'noisy|loud ?inside',
        'hear ?* everything|road|highway|wind',
      ],
      good: [
        'no|NOT|little|minimal ?any|much ?road|wind|engine noise',
        'quiet|silent|quieter ?inside|cabin|ride|interior',
        'hear yourself|nothing|a ?pin',
      ],
    },
    seats: {
      bad: [
        'back|butt|legs|knees|neck|hips ?* ?* ~hurt|~ache|hurts|aches|sore|killing|pain|numb',
        'seat|seats ?* ?* ?* hard|uncomfortable|narrow|hurt|stiff|thin|worn|stain|low|cramped',
        'hard|difficult to ?get get|adjust|sit ?in|comfortable|and',
      ],
      good: [
        'seat|seats ?* ?* ?* comfortable|comfy|supportive|heated|amazing|great|roomy|plush|adjustable|love|perfect',
      ],
    },
    room: {
      good: [
        '~fit|~hold|~seat|~haul|~carry|seats|holds|hauls|fits ?* ?* everything|five|six|seven|eight|family|kids|# ?of|people|adults|us|all|comfortably|dogs|anything|strollers|lots|stuff|bikes|gear|car',
        'plenty|lots|tons|loads|lot|enough|ample|so much|of ?of ?leg|head|cargo|storage ?room|space|legroom|headroom|for',
        'room for ?the|my|five|all|everyone|everything|kids|adults|family|tall',
        'roomy|spacious|roomier',
      ],
      bad: [
        'cramped|claustrophobic',
        "tight|no|little|not|lacking|lacks|n't|limited|small ?enough ?much ?in ?the ?leg ?head ?rear ?back ?trunk room|space|legroom|headroom|back|rear|trunk",
        'knees|head ?* ?* hit|hits|touch|touches|against|bump',
      ],
    },
    value: {
      good: [
        "best|great|good|excellent|fantastic|wonderful|amazing|lot|more ?of car|vehicle|truck|value|suv|bang|deal for|i|on|i've ?the ?money|price|ever|buck|owned",
      ],
      bad: ['worst car|vehicle|truck|purchase|money|mistake', '~depreciate'],
    },
  },
}
