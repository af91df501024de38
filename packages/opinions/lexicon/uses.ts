/** A use: what a thing is for, or for whom. */
interface Use {
  /** The words that name it, in reviews and in questions alike: lower case, each a word or a phrase. */
  words: string
  /** Phrases of reviews in the notation of `CueGroup`, where single words would say too little or too much. */
  phrases?: string[]
  /** Where the words mean this use; everywhere when left out. */
  category?: RegExp
}

const worn = /earbud|earphone|headphone|watch|shoe|sneaker|cloth|shirt|short|legging|jacket|apparel|fitness|buds\b/i
const portable =
  /earbud|earphone|headphone|headset|watch|phone|laptop|computer|tablet|notebook|camera|bag|backpack|speaker|shoe|jacket|cloth|electronic/i
const screens = /laptop|computer|notebook|tablet|desktop|\bpcs?\b|phone|monitor|chromebook|tv\b/i
const guests = /hotel|restaurant|cafe|café|hostel|inn\b|resort|bistro|diner|place|bar\b|pub|accommodation/i
const homes = /vacuum|espresso|coffee|appliance|kettle|blender|oven|washer|dryer|purifier|cleaner/i
const internets = /internet|broadband|telecom|isp\b|fibre|fiber|network|router/i
const movers = /mover|moving|removal|relocation/i
const cars = /car\b|cars\b|vehicle|suv|truck|auto\b|minivan/i

/** Uses by name, written for this project. A word may name several uses in different categories. */
export const uses: Record<string, Use> = {
  running: {
    category: worn,
    words:
      'running, runner, runners, jogging, jogger, joggers, marathon, half marathon, parkrun, trail running, sprints, intervals',
    phrases: [
      'i|we|who|he|she|to|my run|runs|jog|jogs|ran ?at|in|three|twice|every|with|daily|a|on|#|two|four|five|* ?km|k|miles|week|morning|day|marathons|times',
      'on|during|after|for|long|my a|my|long|every|an|the|first|easy ?* run|runs|jog|jogs',
      '#|morning|evening|long|trail|daily|hour ?km|k|mile run|runs',
    ],
  },
  gym: {
    category: worn,
    words:
      'gym, workout, workouts, work out, weights, weightlifting, training, exercise, crossfit, treadmill, burpees, yoga, pilates, lifting weights',
    phrases: ['~work out'],
  },
  cycling: { category: worn, words: 'cycling, cyclist, bike, biking, bicycle, spin class' },
  swimming: { category: worn, words: 'swimming, swim, laps in the pool' },
  walking: { category: worn, words: 'walking, walks, hiking, hike, hikes, walking the dog, dog walks' },
  commuting: {
    category: portable,
    words: 'commute, commuting, commuter, on the train, on the bus, on the tram, subway, metro, tube, underground',
  },
  travel: {
    category: portable,
    words:
      'for travel, to travel, travel with, travel a lot, travelling, traveling, traveller, traveler, flight, flights, on a plane, on planes, on the plane, on an airplane, flying, trips, long haul, business trips, airport, airports',
    phrases: ['~fly ?* to|from|with|every|twice|weekly'],
  },
  'office work': {
    category: portable,
    words:
      'office, offices, office work, open plan, spreadsheets, spreadsheet, excel, desk work, accounting, paperwork, meetings, working from home, work from home, home office',
    phrases: ['for|at|all work ?day'],
  },
  'video calls': {
    category: screens,
    words: 'video calls, video call, zoom, teams calls, video meetings, webcam calls, video conferencing',
  },
  gaming: {
    words: 'gaming, games, gamer, gamers, video games, play games, playing games, online games, fps, ranked',
    phrases: ['~play ?* ?* games|online|ranked|shooters|minecraft|fortnite'],
    category:
      /laptop|computer|notebook|tablet|desktop|phone|monitor|headphone|headset|earbud|internet|broadband|provider|fibre|fiber|network|electronic|router|tv\b/i,
  },
  'video editing': {
    category: screens,
    words:
      'video editing, edit video, edit videos, editing video, editing videos, 4k footage, footage, premiere, davinci, resolve, rendering, render, final cut, video work',
  },
  'photo editing': {
    category: screens,
    words:
      'photo editing, edit photos, editing photos, photographer, photography, lightroom, photoshop, retouching, raw files',
  },
  programming: {
    category: screens,
    words:
      'programming, programmer, coding, developer, software development, compile, compiling, docker, virtual machine, virtual machines, code',
  },
  design: {
    category: screens,
    words: 'graphic design, illustrator, cad, 3d modelling, 3d modeling, drawing, architects',
  },
  writing: {
    category: screens,
    words: 'writing, writer, novel, typing, translator, translate, thesis, essays, manuscript',
  },
  'music production': { category: screens, words: 'music production, recording music, ableton, logic pro, mixing' },
  films: {
    category: /laptop|computer|tablet|tv\b|phone|monitor|headphone|earbud|headset/i,
    words: 'films, movies, watching films, watching movies, netflix, series, box sets',
  },
  podcasts: {
    category: /earbud|earphone|headphone|headset|buds\b|speaker/i,
    words: 'podcasts, podcast, audiobooks, audiobook, audio books',
  },
  sleeping: {
    category: /earbud|earphone|headphone|headset|buds\b/i,
    words: 'sleeping, side sleeper, falling asleep, in bed, sleep in them',
  },
  students: {
    words:
      'student, students, university, college, campus, lectures, lecture, lecture hall, coursework, studies, studying, seminar, degree, halls',
    category:
      /laptop|computer|notebook|tablet|phone|internet|broadband|provider|moving|mover|hotel|hostel|backpack|bag|restaurant|cafe/i,
  },
  streaming: {
    category: internets,
    words: 'streaming, stream, netflix, 4k, movies, films, series, box sets',
    phrases: ['~watch ?* film|films|match|series|movies|television|tv'],
  },
  'working from home': {
    category: internets,
    words:
      'working from home, work from home, home office, video calls, video call, zoom, teams, remote work, remote working, vpn, video conferencing',
  },
  families: {
    category:
      /hotel|restaurant|cafe|café|hostel|resort|place|internet|broadband|provider|car\b|cars|suv|minivan|vehicle|espresso|coffee|vacuum|moving|mover/i,
    words:
      'family, families, kids, children, toddler, toddlers, kid friendly, family friendly, child friendly, high chair, cot, cots, teenagers, grandchildren, family of four, family of five, with kids, with children, baby',
  },
  couples: {
    category: guests,
    words: 'couples, couple, romantic, anniversary, honeymoon, date night, date, proposal, valentine, romantic weekend',
    phrases: ['said yes', '~propose|proposed ?to'],
  },
  'business trips': {
    category: /hotel|hostel|inn\b|resort|accommodation/i,
    words:
      'business trip, business trips, business, conference, conferences, work trip, for work, business traveller, business traveler, business travel, client meetings',
  },
  'large parties': {
    category: guests,
    words:
      'large party, large parties, for groups, large group, big groups, big group, group of, party of, team dinner, work dinner, office party, birthday party, celebration, birthday, reunion, twelve of us, ten of us',
    phrases: [
      'six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty of us',
      'table for|of six|seven|eight|nine|ten|twelve|fourteen',
    ],
  },
  'solo visits': {
    category: guests,
    words:
      'solo, alone, on my own, by myself, solo traveller, solo traveler, table for one, travelling alone, woman alone',
  },
  'long stays': {
    category: /hotel|hostel|resort|accommodation/i,
    words: 'long stay, long stays, extended stay, weeks at a time',
  },
  pets: {
    category: /vacuum|hoover|hotel|cleaner|car\b|cars|suv|moving|mover|restaurant|cafe|purifier|place/i,
    words:
      'pet, pets, pet hair, dog, dogs, cat, cats, dog hair, cat hair, labrador, retriever, spaniel, moulting, shedding',
  },
  allergies: {
    category: /vacuum|hoover|cleaner|purifier|hotel|restaurant|cafe/i,
    words: 'allergy, allergies, asthma, dust allergy, hay fever, allergic, nut allergy',
  },
  stairs: {
    category: /vacuum|hoover|cleaner|mover|moving|removal/i,
    words: 'stairs, staircase, steps, third floor, fourth floor, fifth floor, no lift, walk up',
  },
  carpets: { category: /vacuum|hoover|cleaner/i, words: 'carpet, carpets, rug, rugs' },
  'hard floors': {
    category: /vacuum|hoover|cleaner|mop/i,
    words:
      'hard floor, hard floors, tiles, wooden floor, wooden floors, parquet, laminate, floorboards, lino, kitchen floor',
  },
  'small homes': {
    category: /vacuum|espresso|coffee|appliance|internet|mover|moving|cleaner|washer|oven/i,
    words:
      'small flat, small apartment, studio flat, studio apartment, small kitchen, tiny kitchen, one bedroom flat, one-bedroom flat, bedsit, flatshare, shared flat',
  },
  'large homes': {
    category: /vacuum|internet|broadband|mover|moving|cleaner|provider/i,
    words: 'big house, large house, four bedrooms, four bedroom, five bedrooms, three floors, whole house, old house',
  },
  cars: { category: /vacuum|hoover/i, words: 'car, cars, car seats, camper, van' },
  offices: {
    category: homes,
    words:
      'our office, in the office, at the office, for the office, break room, staff room, parish hall, commercial use, workshop',
  },
  'milk drinks': {
    category: /espresso|coffee/i,
    words:
      'cappuccino, cappuccinos, latte, lattes, flat white, flat whites, milk drinks, cortado, macchiato, latte art',
  },
  beginners: {
    category: /espresso|coffee|camera|laptop|computer|bike|guitar|instrument/i,
    words: 'beginner, beginners, novice, first machine, first espresso machine, never made espresso, starter machine',
    phrases: ['my|our first ?* machine|espresso'],
  },
  enthusiasts: {
    category: /espresso|coffee|camera|audio|headphone/i,
    words: 'enthusiast, enthusiasts, hobbyist, barista, tinkerer, nerd, geek, audiophile',
  },
  'fragile items': {
    category: movers,
    words:
      'piano, pianos, upright piano, harp, antiques, antique, china, glass, mirrors, paintings, aquarium, fish tank, records, record collection, instruments, cello, grandfather clock, fragile',
  },
  'long distance moves': {
    category: movers,
    words: 'long distance, another city, across the country, cross country, interstate, abroad, overseas',
  },
  'small moves': {
    category: movers,
    words: 'studio, one bedroom, one room, student room, a few boxes, single room, small move, two rooms',
  },
  'large moves': {
    category: movers,
    words:
      'four-bedroom, four bedroom, five bedroom, whole house, big house, large house, three-bedroom, three bedroom',
  },
  'office moves': { category: movers, words: 'office move, our office, business move, our shop' },
  vegetarians: {
    category: guests,
    words: 'vegetarians, vegans, vegetarian, vegan, gluten free, gluten-free, coeliac, coeliacs, celiac',
  },
  'older people': {
    words:
      'elderly, seniors, older people, pensioner, pensioners, retired, my mother, my father, my parents, arthritis, wheelchair, grandparents, old age',
    category:
      /espresso|coffee|vacuum|hotel|restaurant|internet|mover|moving|laptop|tablet|phone|car\b|cars|appliance|cleaner/i,
  },
  'night shifts': {
    category: /earbud|headphone|espresso|coffee|hotel|internet|mover|moving|earphone/i,
    words: 'night shift, night shifts, shift work, shift worker, nurse, nurses',
    phrases: ['~work nights', 'run|week|block|series of nights'],
  },
  'long drives': {
    category: cars,
    words: 'long drives, road trip, road trips, long trips, highway driving, long distance',
  },
  'city driving': { category: cars, words: 'city driving, in the city, around town, parking in town, stop and go' },
  commute: { category: cars, words: 'commute, commuting, commuter, drive to work' },
  towing: { category: cars, words: 'towing, tow, hauling, trailer, boat' },
  winter: {
    category: /car\b|cars\b|suv|truck|jacket|coat|boot|shoe/i,
    words: 'snow, winter, ice, winters, cold weather',
  },
  gifts: {
    category: /earbud|headphone|espresso|coffee|cloth|watch|laptop|tablet|phone|speaker|appliance/i,
    words: 'gift, present, birthday present, christmas present',
  },
}

/** For each use the words that name it, also in a question: "for running", "for a runner". */
export const useAspects: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(uses).map(([aspect, { words }]) => [aspect, words.split(', ')]),
)
