import type { CueGroup } from './cue-group.ts'

/** Places to eat and drink. */
export const restaurants: CueGroup = {
  category: /restaurant|cafe|café|bar\b|pub|bistro|diner|pizzeria|eatery|steakhouse|takeaway|bakery/i,
  cues: {
    'wait time': {
      bad: [
        '~take|took ?them|us ?over|about|almost|nearly|a|an|half|good ?* hour|hours|ages|forever|minutes|eternity ?* before|until|till|for|to ?anyone|anybody|someone|somebody|them|us|the|our|a ?* ?to ~take|~come|~bring|~serve|~arrive|~order|~seat|~notice|~get',
        '~sit|sat|~wait|waited ?* ?* ?for ?almost|over ages|hour|hours|forever|minutes ?before|until|for|with',
      ],
    },
    food: {
      said: [
        '~taste ?* ?* @',
        'everything|everybody|everyone|we ~have|~order|~eat|~try|ordered|had|ate|tried|liked|loved ?what|* ?* ~be|was|were @',
        'everything ?* ?* was|were|is ?* ?* @',
      ],
      good: [
        'lick|licked|licking|wiped|cleaned ?* ?my|our|the|his|her plate|plates|bowl|bowls|fingers|dish',
        'clean|empty plates|plate',
        'melt|melts|melted in ?the|your|my',
        'best ?* ?* ?* ?i|we ?* ever|tasted|eaten|had|city|town|outside ?eaten|had|tasted',
        'best ?* ?* in ?the|this city|town|country|world|street|area',
        '~dream|dreaming|dreamt|thinking|think|talking|raving|stopped talking about ?it|the|that',
        '~come|~go|came|back|go|going|return|returning back|again for|just ?the',
        'NOT ?* ~stop eating|talking|thinking',
        'had|ordered|asked|wanted seconds|another|more',
        'ate|eaten|finished every|everything|all|whole ?last|single|lot ?bite|crumb|scrap',
        'gone in ?about ?# ?minutes|seconds',
        'cooked ?to perfection|perfectly|just|exactly|beautifully|right',
        'just like|as ?good ?as my|our|his|her|in|grandmother|italy|india|mum|mother|home ?* ?used|makes|made|grandmother|mother',
        'fresh|freshly|homemade|handmade|house made|caught|baked|fish|bread|herbs|pasta|ingredients',
        'cleared ?* plate|plates',
        'full of|bursting|packed with|of flavour|flavor|taste|spice',
        'like pillows|silk|butter|velvet|heaven|clouds',
      ],
      bad: [
        'swimming|drowning|dripping|soaked|drenched|floating|loaded in|with ?* grease|oil|fat|butter|sauce|salt',
        'came|arrived|was|were|served|is|all ?* ?stone|half|ice|barely|luke cold|raw|burnt|burned|soggy|rubbery|stale|chewy|lukewarm|frozen|overcooked|undercooked|dry|salty|greasy|oily|watery|mushy|tough|bland',
        'too|so|very|over ?* salty|sweet|oily|greasy|dry|spicy|sour|rich|heavy',
        '~send|sent ?it|them|the|* ?* back ?to|the',
        'left|pushed ?* ?half|most|it ?of ?it|the on|uneaten|aside|plate|there|untouched',
        '~taste|tasted|tastes of|like ?* nothing|cardboard|plastic|metal|soap|water|paper|rubber|microwave|freezer|packet',
        'microwaved|microwave|reheated|defrosted|tinned|canned|packet',
        'food poisoning',
        'sick|ill|ill. after|all|from|the|for ?night|day|next',
        '~let me|us down',
        'no|any|lacked|lacking|without flavour|flavor|taste|seasoning|salt',
        'hair|fly|plastic|stone|shell|bug in my|the|our|his|her ?food|soup|salad|dish',
      ],
    },
    portions: {
      good: [
        '~leave|left ?* ?* stuffed|full|satisfied',
        'stuffed|full when|after|by|for ?we|i|the|rest',
        "could|did n't|not|barely ?even finish|manage|eat ?it|them|mine|all",
        '~take|took|take home|away ?the ?* ?rest|leftovers|box|half',
        'enough|plenty for two|three|four|days|lunch|leftovers|sharing',
        'big|huge|generous|enormous|massive|hearty ?, bowl|bowls|plate|plates|portion|portions|serving|servings|helping|helpings',
        'left|went|came ?home|away full|stuffed|happy',
        'leftovers',
        'rolled|waddled home|out',
      ],
      bad: [
        'left|went|still|home|go|leave|came ?home|away|to ?bed hungry|starving|peckish',
        'tiny|small|mean|stingy|miniature|minuscule ?, portion|portions|plate|plates|bowl|serving|servings|helping|bites|bite',
        'but ?a ?bit|rather|quite|very small|tiny',
        'NOT ?* enough|much food ?to|for',
        'NOT ?* enough to ?* fill|feed|share',
        'two|three|four bites|mouthfuls',
        'had|needed|wanted|stopped ?a|to ?eat|get ?* burger|pizza|kebab|sandwich|chips ?on|afterwards|after',
      ],
    },
    noise: {
      good: [
        'could|can|able ?to ?actually|even ?still hear|talk|converse ?* each|ourselves|yourself|other|the|easily|properly|without',
        'quiet|low enough ?to|music|corner|table|room',
        'conversation ?* possible|easy',
        'without ?having ?to shouting|shout|raising',
        'soft|quiet|low music',
      ],
      bad: [
        'NOT ?* hear|understand|follow ?* ?each|ourselves|myself|word|him|her|what|my|other|wife|a|anything|them|anyone',
        '~shout|shouting|yell|yelling|scream|screaming|raise|raising to|across|over|at|our|the|each|my ?* ?* ?table|music|other|voice|voices',
        'music ?* ?* ?too|so loud|blaring|deafening|blasting|thumping',
        'loud|noisy|deafening|echoes|echoing|echoey|din|racket',
        'hoarse|lost my voice',
      ],
    },
    atmosphere: {
      good: [
        'candle|candles|candlelight|candlelit',
        'dimmed|dim the|lights|lamp|lighting ?lamp',
        'felt|feel|feels|like ?* like|at|so home|italy|family|special|welcome|holiday|welcoming|being ?* ?in',
        'romantic|intimate|cosy|cozy|charming|magical',
        'never ?once ?felt rushed|hurried',
        'NOT ?* rushed|hurried|rush|hurry',
        'buzzing|buzzy|lively',
      ],
      bad: [
        'felt|feel|feels|like ?* rushed|canteen|cafeteria|soulless|sterile|airport|hospital',
        'rushed|hurried us|through',
        'harsh|strip|neon|fluorescent lights|lighting|light',
        'soulless|sterile|dead|gloomy',
      ],
    },
    seating: {
      bad: [
        'elbow|elbows|knees ?* to|of|in|touching|touched|with|knee|elbow ?* ?* ?stranger|back|neighbour|table',
        'cramped|crammed|squeezed|squashed|sardines|jammed|wedged ?in|together|between|into',
        'packed ?* like|together|tightly|tight',
        'on top of each|other|us ?other',
        'tables|chairs|seats ?* ?* too|so close|hard|near|tight|small|wobbly|wobbles|uncomfortable',
        'by|next|near|beside ?to the toilet|toilets|kitchen|door|bathroom|loo',
      ],
      good: [
        'window|corner|best|lovely|nice|great|quiet|outdoor|outside table|tables|seat|seats|booth',
        'room|space|plenty between ?of|the|tables|room',
      ],
    },
    reservations: {
      good: [
        'no|without ?a|any booking|reservation ?and|but|needed',
        'squeezed|fitted|fit us|me in',
        'easy|simple to book',
        'split|splitting the bill ?* ?was ?no|easy|trouble',
      ],
      bad: [
        'lost|no|had|forgot our|my|record|no|trace ?of ?* ?booking|reservation|record|table',
        'booking|reservation|reservations ?* ?* faff|pain|impossible|nightmare|weeks|months|hard|only',
        'NOT ?* ?get ?a table|booking|reservation',
        'gave|given ?* our|my table away|to',
        'impossible|hard|difficult to book|get ?a|in ?table',
        'booked|reserved ?* ?* ?but|and ?still waited|wait|ignored',
      ],
    },
    'vegetarian options': {
      good: [
        'vegetarian|vegetarians|vegan|vegans|coeliac|celiac|gluten-free|gluten|allergy|allergies|dairy ?* ?* ?* ?* happy|heaven|well|looked|options|plenty|choice|menu|catered|seriously|understood|delicious|superb|lovely|fresh|good|great|easy|careful',
        'plenty|lots|so many|loads|great for|of ?choice ?for ?us|my|the vegetarian|vegetarians|vegan|vegans|coeliacs',
      ],
      bad: [
        'no|nothing|one|little|only|single|not much|a ?much ?dish ?option ?for vegetarian|vegetarians|vegan|vegans|coeliacs|gluten',
        'vegetarian|vegan|gluten-free|veggie ?* ?* ?* afterthought|nothing|limited|boring|one|only|risotto|sad|cross',
      ],
    },
    drinks: {
      good: [
        'wine|wines|cocktail|cocktails|beer|beers ?list ?* ?* superb|excellent|great|delicious|well|good|decent|perfect|paired|strong',
      ],
      bad: [
        'wine|wines|cocktail|cocktails|beer|beers|drinks ?* ?* warm|flat|overpriced|watery|weak|expensive|late|sour|corked',
      ],
    },
  },
}
