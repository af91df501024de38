/**
 * Words for kinds of things that shops sell, by the category they make, written for this project. A kind stands in the singular; the category is its plural, or what
 * follows "=". Longer ones win over those they contain ("air fryer" over "fryer").
 */
const kinds = `
  smartphone, mobile phone = smartphones, cell phone = smartphones, phone = smartphones, laptop, notebook computer = laptops, chromebook = laptops, tablet, e-reader,
  desktop computer, computer monitor = monitors, gaming monitor = monitors, monitor, keyboard, mouse = computer mice, mouse pad, printer, scanner, projector, router, modem,
  webcam, microphone, earbud, earphone, in ear headphone = earphones, headphone, headset, speaker, soundbar, sound bar = soundbars, home theatre = home theatres, amplifier,
  television = tvs, tv = tvs, smart tv = tvs, led tv = tvs, set top box, streaming stick, remote control, smartwatch = smartwatches, smart watch = smartwatches,
  fitness band, fitness tracker, smart band = fitness bands, watch = watches, clock, camera, dslr = cameras, action camera, security camera, dash cam, camera lens = camera lenses,
  tripod, selfie stick, gimbal, drone, power bank, charger, charging cable = cables, usb cable = cables, data cable = cables, cable, adapter, power adapter = chargers,
  usb hub, extension board = extension cords, extension cord, surge protector, memory card, sd card = memory cards, pen drive = flash drives, flash drive, hard drive,
  hard disk = hard drives, ssd = solid state drives, graphics card, motherboard, processor, game console, gaming console = game consoles, gamepad = game controllers,
  game controller, video game, phone case, back cover = phone cases, flip cover = phone cases, phone cover = phone cases, bumper case = phone cases, screen protector,
  screen guard = screen protectors, tempered glass = screen protectors, phone holder, laptop bag, laptop stand, laptop sleeve, cooling pad,
  refrigerator, fridge = refrigerators, freezer, washing machine, washer = washing machines, tumble dryer, clothes dryer = tumble dryers, dishwasher, air conditioner, split ac = air conditioners,
  inverter ac = air conditioners, window ac = air conditioners, air cooler, desert cooler = air coolers, room cooler = air coolers, personal cooler = air coolers, air purifier, humidifier, dehumidifier, ceiling fan = fans, table fan = fans,
  pedestal fan = fans, wall fan = fans, tower fan = fans, exhaust fan = fans, fan, room heater = heaters, heater, water heater, geyser = water heaters, immersion rod = water heaters,
  vacuum cleaner, robot vacuum = vacuum cleaners, vacuum = vacuum cleaners, steam iron = irons, dry iron = irons, clothes iron = irons, garment steamer, sewing machine, mixer grinder,
  hand mixer = mixers, stand mixer = mixers, mixer, blender, hand blender = blenders, juicer, food processor, grinder, coffee grinder, chopper, toaster, sandwich maker, waffle maker,
  kettle, electric kettle = kettles, coffee maker, coffee machine, espresso machine, microwave = microwave ovens, microwave oven, oven, otg = ovens, air fryer, deep fryer, rice cooker,
  slow cooker, pressure cooker, induction cooktop = cooktops, cooktop, gas stove = stoves, stove, barbecue grill = grills, grill, range hood, kitchen chimney = range hoods, chimney = range hoods,
  water purifier, water filter, water dispenser, voltage stabilizer, stabilizer = voltage stabilizers, inverter, generator, solar panel, battery = batteries,
  frying pan = pans, pan, tawa = pans, kadhai = pans, saucepan = pans, wok = pans, pot, cookware set = cookware, cookware, knife = knives, cutting board, cutlery set = cutlery, spoon = cutlery,
  plate, dinner set = dinnerware, bowl, mug, cup, glass set = glasses, water bottle, bottle, vacuum flask = flasks, flask, lunch box = lunch boxes, tiffin = lunch boxes, storage container, container,
  jar, tray, tissue box = tissue boxes, dustbin = bins, trash can = bins, mop, broom, bucket, laundry basket, cleaning brush = brushes, toilet brush = brushes, ironing board, clothes rack = racks, shoe rack, rack,
  hanger, mattress = mattresses, mattress protector, pillow, cushion, cushion cover, bedsheet = bed sheets, bed sheet, blanket, comforter = blankets, quilt = blankets, towel, curtain, carpet, rug = carpets,
  doormat, door mat = doormats, tablecloth = table linen, table cover = table linen, sofa, sofa cover, recliner, couch = sofas, bean bag, office chair = chairs, gaming chair = chairs, chair, dining table = tables, coffee table = tables, study table = tables,
  computer table = desks, desk, table, wardrobe, cupboard = wardrobes, bookshelf = shelves, shelf = shelves, cabinet, bed, bed frame = beds, mirror, wall clock = clocks, alarm clock = clocks, photo frame, picture frame = photo frames,
  wall sticker, wallpaper, painting, vase, candle, lamp, led bulb = bulbs, bulb, light bulb = bulbs, tube light = lights, string light = lights, rice light = lights, light, torch = flashlights, flashlight, emergency light = lights, lantern, door lock = locks, padlock = locks, lock, doorbell,
  running shoe = shoes, sports shoe = shoes, shoe, sneaker = shoes, loafer = shoes, sandal, slipper, flip flop = slippers, boot, heel = shoes, t shirt = t-shirts, tshirt = t-shirts, polo shirt = shirts, shirt, blouse = tops, top, tunic = tops, kurta, kurti = kurtas, saree = sarees, sari = sarees,
  lehenga = lehengas, dress = dresses, gown = dresses, skirt, jeans = jeans, trouser, pants = trousers, track pant = trousers, leggings = leggings, legging = leggings, shorts = shorts, jacket, coat, sweater, sweatshirt, hoodie = sweatshirts, cardigan = sweaters,
  suit, blazer = jackets, socks = socks, sock = socks, bra = bras, brief = underwear, boxer = underwear, underwear = underwear, pyjama = nightwear, night suit = nightwear, nightdress = nightwear, swimsuit, raincoat, scarf = scarves, glove, cap = hats, hat, belt, tie, wallet,
  backpack, handbag, sling bag = bags, shoulder bag = bags, tote bag = bags, duffel bag = bags, gym bag = bags, trolley bag = luggage, suitcase = luggage, luggage = luggage, bag, purse = wallets, umbrella, sunglasses = sunglasses, spectacle frame = glasses, glasses = glasses, ring, necklace, earring, bracelet,
  bangle = bracelets, pendant = necklaces, jewellery set = jewellery, mangalsutra = necklaces, perfume = perfumes, deodorant, body spray = deodorants, eau de parfum = perfumes, eau de toilette = perfumes, cologne = perfumes, shampoo, hair conditioner = conditioners, conditioner, hair oil, hair serum, hair color = hair colours, hair colour, face wash = face washes,
  facial cleanser = face washes, cleanser = face washes, face cream = creams, cream, moisturizer = creams, moisturiser = creams, body lotion = lotions, lotion, sunscreen, face mask, face serum = serums, serum, toner, lipstick, lip balm, foundation, concealer, mascara, eyeliner, kajal = eyeliners, nail polish = nail polishes, makeup kit = make-up, makeup brush = brushes, soap, body wash = soaps,
  hand wash = soaps, hand sanitizer = sanitizers, sanitizer, toothbrush = toothbrushes, toothpaste = toothpastes, mouthwash = mouthwashes, trimmer, shaver, razor, hair dryer, hair straightener, straightener = hair straighteners, hair curler, epilator, massager, thermometer, blood pressure monitor, glucometer = glucose meters, oximeter, nebulizer, weighing scale = scales, bathroom scale = scales, kitchen scale = scales,
  wheelchair, heating pad, vitamin = supplements, multivitamin = supplements, supplement, protein powder = supplements, whey protein = supplements, capsule = supplements, tea = teas, coffee = coffees, coffee bean = coffees, rice = rice, wheat flour = flours, flour, cooking oil = oils, olive oil = oils, honey = honeys, chocolate, cookie, biscuit = cookies, cereal, snack, nut = nuts, almond = nuts, spice, sauce, pasta = pasta, noodle, juice, wine, beer,
  dog food = pet food, cat food = pet food, pet food = pet food, cat litter = cat litter, dog toy = pet toys, pet bed, aquarium, diaper, baby wipe, stroller, baby carrier, car seat, crib, feeding bottle = baby bottles, baby bottle, teether, baby monitor, doll, soft toy = soft toys, teddy bear = soft toys, puzzle, board game, building block = building toys, remote control car = toy cars, toy car, toy gun = toys, toy, action figure, rubik cube = puzzles, card game, tricycle,
  scooter, bicycle, cycle = bicycles, skateboard, roller skate, helmet, tyre, tire = tyres, car cover, seat cover, car charger, tyre inflator, air compressor, motor oil, car vacuum = vacuum cleaners, dumbbell, kettlebell, barbell, yoga mat, exercise mat = yoga mats, resistance band, treadmill, exercise bike, skipping rope, cricket bat, football, basketball, volleyball, badminton racket = rackets, badminton racquet = rackets, tennis racket = rackets, racket, shuttlecock, tent, sleeping bag, camping chair = chairs, fishing rod, hiking boot = boots,
  drill, drill machine = drills, screwdriver, screwdriver set = screwdrivers, tool kit, wrench = wrenches, hammer, saw, ladder, paint, glue, tape, lawn mower, garden hose, water pump, plant, seed, fertilizer, flower pot, gas lighter = lighters, book, novel = books, diary = diaries, notebook, pen, pencil, marker, calculator, school bag = bags, geometry box = stationery, colour set = art supplies, paint brush = brushes, globe, guitar, ukulele, piano = pianos, violin, drum, flute, harmonica
`

/** Words by their last one, each with its category; the longest of them first. */
const byLastWord = new Map<string, { words: string[]; category: string }[]>()
for (const entry of kinds.split(',')) {
  const [singular = '', named] = entry.trim().split(/\s*=\s*/)
  const words = singular.split(/[\s-]+/)
  const last = words.at(-1) ?? ''
  const all = byLastWord.get(last) ?? []
  byLastWord.set(
    last,
    [...all, { words, category: named ?? plural(singular) }].toSorted((a, b) => b.words.length - a.words.length),
  )
}

function plural(word: string): string {
  if (/(?:s|sh|ch|x|z)$/.test(word)) return `${word}es`
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`
}

/** What follows these is what the thing is for, and never the thing: "case for phones" is a case. */
const purpose = /\s(?:for|compatible|suitable|to|from)\s.*$/i
/** What follows these mostly belongs to the thing, but some names end in their kind all the same: "motor with remote ceiling fan". */
const addition = /\s(?:with|without|in|of|having)\s.*$/i

/** Guesses that are remembered: the rows of an item repeat its name. */
const MAX_GUESSES = 2000
let guesses = new Map<string, string | null>()

/**
 * The kind of product that a name tells, as a category in the plural ("air coolers"); null when no kind of thing is named. English puts the kind last in its phrase, and
 * names of products put what they add behind it ("… Air Cooler (White)", "… Case for Phones"): the last kind of the first part that names one is taken.
 */
export function productType(name: string): string | null {
  const known = guesses.get(name)
  if (known !== undefined) return known
  if (guesses.size >= MAX_GUESSES) guesses = new Map()
  const guess = guessType(name)
  guesses.set(name, guess)
  return guess
}

function guessType(name: string): string | null {
  const parts = name.split(/[()[\],|;:–—]|\s-\s|\?{2,}/).map((part) => part.replace(purpose, ''))
  for (const part of parts) {
    const words = wordsOf(part.replace(addition, ''))
    for (let end = words.length; end > 0; end--) {
      const found = kindEndingAt(words, end)
      if (found !== null) return found
    }
  }
  return (
    parts
      .map((part) => wordsOf(part))
      .map((words) => kindEndingAt(words, words.length))
      .find((kind) => kind !== null) ?? null
  )
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')

function kindEndingAt(words: string[], end: number): string | null {
  const last = words[end - 1] ?? ''
  for (const form of new Set([last, ...singulars.map(([ending, by]) => last.replace(ending, by))])) {
    const found = byLastWord
      .get(form)
      ?.find((kind) => kind.words.slice(0, -1).every((word, i) => words[end - kind.words.length + i] === word))
    // "3 jars" are what comes with it.
    const counted = form !== last && /^\d{1,2}$/.test(words[end - 1 - (found?.words.length ?? 0)] ?? '')
    if (found && !counted) return found.category
  }
  return null
}

/** What endings of plurals become in the singular. */
const singulars: [RegExp, string][] = [
  [/s$/, ''],
  [/(?<=ss|sh|ch|x)es$/, ''],
  [/ies$/, 'y'],
  [/ves$/, 'f'],
  [/ves$/, 'fe'],
]
