/** Aspects with the words that name them, by domain; the first name is the aspect. `all` holds in every category. Singular forms; written for this project. */
export const synonyms: Record<string, Record<string, string>> = {
  all: {
    price: 'price, pricing, cost, price tag, price point, sticker price',
    value: 'value, value for money, bang for the buck, bang for your buck',
    'customer service':
      'customer service, customer services, call center, call centre, service center, service centre, repair center, service department, after-sales service, service rep, service representative, technician, technicians, customer rep, phone support, online support, chat support, customer support, customer care, support, tech support, technical support, support team, helpline, help desk, hotline',
    quality: 'quality, overall quality, product quality',
    'build quality':
      'build quality, build, construction, workmanship, craftsmanship, material, materials, build-quality',
    design: 'design, look, looks, look and feel, shape, form factor, appearance, style, styling, aesthetics, aesthetic',
    size: 'size, dimension, dimensions, footprint',
    weight: 'weight, heft',
    noise: 'noise, noise level, sound level, racket, din, loudness, decibel',
    comfort: 'comfort, comfort level, comfortability',
    durability: 'durability, longevity, lifespan, life span, wear and tear',
    'ease of use': 'ease of use, operation, usability, user-friendliness, simplicity, ease',
    delivery: 'delivery, shipping, shipment, dispatch, delivery time, shipping time, courier',
    packaging: 'packaging, packing, wrapping',
    warranty: 'warranty, guarantee, extended warranty, warranty period, warranty service, warranty coverage',
    instructions: 'instruction, instructions, manual, user manual, instruction manual, documentation, user guide',
    setup: 'setup, set-up, set up, installation, install, assembly',
    performance: 'performance',
    features:
      'feature, features, function, functions, functionality, option, options, extras, specs, specifications, specification, capability, capabilities',
    colour: 'colour, color, colours, colors, finish, color choice',
    accessories: 'accessory, accessories',
    reliability: 'reliability, dependability',
    portability: 'portability, mobility, transportability',
    compatibility: 'compatibility',
    cleaning: 'cleaning, clean-up, cleanup, upkeep, maintenance',
    returns: 'return policy, returns policy, return process, returns process, refund, refunds, refund policy',
  },
  electronics: {
    'battery life':
      'battery life, battery, batteries, battery-life, battery time, battery performance, battery duration, charge life',
    charging:
      'charging, charge, charger, charging case, charge time, charging time, charging speed, fast charging, power adapter, adapter, charging cable, usb-c charging',
    screen:
      'screen, display, screen size, display size, screen brightness, brightness, touch screen, touchscreen, viewing angle, viewing angles, refresh rate, contrast, color reproduction, monitor, lcd, screen quality, display quality, screen resolution, picture quality, panel',
    'sound quality': 'sound quality, sound, audio, audio quality, sound-quality, audio performance',
    bass: 'bass, low end',
    volume: 'volume, volume level, loudness',
    microphone: 'microphone, mic, call quality, calls, call, phone call, mics, voice quality',
    'noise cancelling':
      'noise cancelling, noise cancellation, noise canceling, anc, active noise cancellation, noise-cancelling, noise canceling feature, noise reduction, noise isolation',
    connection:
      'connection, bluetooth, bluetooth connection, connectivity, pairing, signal, wifi, wi-fi, wireless connection, reception',
    camera:
      'camera, webcam, web cam, photo quality, picture, camera quality, image quality, image, video quality, autofocus, auto focus, shutter, shutter lag, shutter speed, viewfinder, view finder, flash, white balance, exposure, focus, macro, low light performance, movie mode',
    keyboard:
      'keyboard, key, keys, keyboards, keypad, key pad, number pad, numpad, space bar, spacebar, backspace key, shift key, function keys, key travel, keystroke, typing',
    touchpad:
      'touchpad, trackpad, touch pad, track pad, touch-pad, mouse pad, mousepad, mouse, mouse button, mouse buttons, cursor, gestures, trackball',
    software:
      'software, firmware, operating system, os, windows, app, apps, interface, user interface, gui, companion app, program, programs, application, applications, driver, drivers, bios, update, updates, desktop environment, start menu, task bar, taskbar, widgets, bloatware, antivirus, anti-virus, virus protection, security software, word processor, browser, web browser, os x, osx, mac os, macos, ios, android, linux, ubuntu, chrome os, vista, windows vista, windows xp, xp, windows 7, windows 8, windows 10, windows 11, office, microsoft office, ms office, office suite, word, excel, powerpoint, outlook, onenote, photoshop, lightroom, premiere, illustrator, final cut, logic pro, garageband, iphoto, imovie, itunes, iwork, ilife, keynote, safari, firefox, chrome, internet explorer, edge browser, skype, zoom app, facetime, ichat, siri, cortana, alexa, google assistant, spotlight, time machine, boot camp, bootcamp, parallels, vmware, norton, mcafee, kaspersky, dropbox, onedrive, icloud, netflix, youtube app, photo booth, recovery disk, recovery disc, recovery software',
    controls: 'control, controls, button, buttons, touch controls, remote, remote control',
    storage:
      'storage, hard drive, hard drives, harddrive, hdd, hd, ssd, solid state drive, hard disk, hard drive space, disk space, storage space, drive, memory card slot, card reader, sd card slot, sd slot, space',
    'disc drive':
      'disc drive, disk drive, optical drive, dvd drive, cd drive, cd player, dvd burner, cd burner, dvd player, dvd writer, cd rom, cd-rom, blu-ray drive, blu-ray player, superdrive',
    motherboard: 'motherboard, mother board, mainboard, logic board, main board, circuit board, chipset',
    hardware: 'hardware, components, component, parts',
    'wireless card':
      'wireless card, wifi card, network card, wireless adapter, network adapter, wireless, modem, ethernet, ethernet port, lan, wired lan',
    'sound card': 'sound card, audio card, headphone jack, audio jack, headphone port, subwoofer',
    gaming: 'gaming, games, game, frame rate, frame rates, fps',
    browsing: 'browsing, web browsing, internet browsing, surfing, web surfing, internet surfing',
    'video editing': 'video editing, photo editing',
    multitasking: 'multitasking, multi-tasking, word processing, video chat, video chatting, video calls',
    memory: 'memory, ram, internal memory',
    speed:
      'speed, processor, processors, cpu, clock speed, boot up, bootup, start up, startup, start-up, shut down, shutdown, processing speed, response time, boot time, startup time, boot-up, lag',
    graphics: 'graphics, graphics card, graphics chip, gpu, video card, videocard, integrated graphics',
    heat: 'heat, temperature, overheating, cooling',
    fan: 'fan, fans, fan noise',
    ports: 'port, ports, usb port, usb ports, hdmi port, connector',
    fit: 'fit, ear tips, ear tip, eartip, eartips, tips, ear hook, ear hooks, wing tips',
    speakers: 'speaker, speakers',
    'water resistance': 'water resistance, waterproofing, sweat resistance',
    hinge: 'hinge, hinges',
    case: 'case, carrying case, casing',
    strap: 'strap, wristband, watch band',
    lens: 'lens, lenses',
    zoom: 'zoom, optical zoom',
    light: 'light, lights, backlight',
    stand: 'stand, kickstand, mount',
    cable: 'cable, cables, cord, cords',
    lid: 'lid, lids',
    handle: 'handle, handles, grip',
    capacity: 'capacity',
    menu: 'menu, menus, menu system, menu structure, navigation, playlist, playlists, wallpaper, wallpapers, screensaver, ringtone, ringtones, ring tone, ring tones, ringer, speakerphone, speaker phone, earpiece, vibration, phone book, phonebook, contacts list, voice dialing, voice dialling, text messaging, sms, mms, calendar, alarm clock, fm radio, radio',
    network:
      'network, coverage, service plan, data plan, rate plan, plan, carrier, provider, service provider, sim card',
    body: 'body, chassis, shell, casing, housing, faceplate, cover, covers, bezel, palm rest, exterior, corner, corners, edge, edges',
  },
  appliances: {
    suction: 'suction, suction power, pick-up, pickup',
    'battery life': 'battery life, battery, batteries, run time, runtime, run-time',
    charging: 'charging, charger, charging time, dock, charging dock',
    power: 'power, motor',
    filter: 'filter, filters',
    'dust bin': 'dust bin, dustbin, dirt cup, dust container',
    cord: 'cord, power cord, cable, cord length',
    attachments: 'attachment, attachments, accessory, accessories, tool, tools, nozzle, brush, brush head',
    'brush roll': 'brush roll, roller, roller brush, brush bar, brushroll',
    manoeuvrability: 'manoeuvrability, maneuverability, steering, handling',
    'water tank': 'water tank, tank, reservoir, water reservoir',
    milk: 'milk, milk frother, frother, steam wand, wand, milk foam, foam, steam, frothing, milk system',
    grinder: 'grinder, grind, grind setting, grind settings, grinding, burr, burrs',
    coffee: 'coffee, espresso shot, coffee quality',
    'warm-up time':
      'warm-up, warm-up time, heat-up, heat-up time, warmup, warm up, warm-up times, heat up, heating time',
    temperature: 'temperature, heat',
    pressure: 'pressure, pump',
    'drip tray': 'drip tray, tray',
    controls: 'control, controls, button, buttons, display, screen, touchscreen, interface, app',
    descaling: 'descaling, descale, limescale, descaling cycle',
    handle: 'handle, handles, grip',
    lid: 'lid, lids',
    spout: 'spout',
    blade: 'blade, blades',
    switch: 'switch, switches, on switch',
    wheels: 'wheel, wheels, castor, castors',
    hose: 'hose, hoses',
    seal: 'seal, seals, gasket, gaskets',
    base: 'base',
    timer: 'timer, alarm',
    thermostat: 'thermostat',
    capacity: 'capacity',
    light: 'light, lights, led light',
    jug: 'jug, carafe, pitcher',
    'non-stick coating': 'coating, non-stick coating, nonstick coating, non-stick',
    basket: 'basket, baskets',
    shelves: 'shelf, shelves, rack, racks',
    door: 'door, door seal',
  },
  places: {
    staff:
      'staff, service, employee, employees, reception, receptionist, front desk, desk staff, waiter, waitress, server, servers, waitstaff, host, hostess, manager, management, personnel, crew, bartender, concierge, hotel staff, reception desk, wait staff, owner, owners, team, front desk staff, chef, chefs, sous chef, sommelier, busboy, bus boys, busboys, maitre d, bouncer, cashier, barista, baristas, bartenders, waiters, waitresses, wait-staff, waiting staff, serving staff, bar staff, kitchen staff, attitude, workers, housekeeper, housekeepers, maid, maids, porter, doorman, bellboy, bellman, valet, guide, guides, lifeguard',
    location: 'location, position, situation, neighborhood, neighbourhood, surroundings',
    room: 'room, rooms, bedroom, suite, accommodation, hotel room, guest room',
    bed: 'bed, beds, mattress, pillow, pillows, bedding, linen, sheet, sheets, duvet',
    bathroom: 'bathroom, bathrooms, shower, bath, toilet, tub, water pressure',
    breakfast: 'breakfast, breakfast buffet, buffet, breakfasts',
    cleanliness: 'cleanliness, hygiene, housekeeping, cleaning',
    noise: 'noise, street noise, traffic noise, soundproofing, walls, wall, noise level, thin walls, acoustics',
    wifi: 'wifi, wi-fi, internet, internet connection, wi-fi connection, wi fi',
    view: 'view, views, sea view, harbour view, river view',
    parking: 'parking, car park, parking lot, garage, parking space',
    pool: 'pool, swimming pool',
    'air conditioning': 'air conditioning, air-conditioning, ac, a/c, aircon, heating, air con, radiator',
    food: 'food, meal, meals, dish, dishes, cuisine, cooking, kitchen, taste, flavor, flavour, flavors, flavours, plate',
    menu: 'menu, selection, choice of food, menus, menu items, menu choices, dinner menu, takeout menu, children menu',
    portions: 'portion, portions, portion size, serving, serving size, helping, portion sizes',
    drinks: 'drink, drinks, wine, wines, beer, beers, cocktail, cocktails, wine list, bar',
    dessert: 'dessert, desserts, cake, cakes, pudding',
    atmosphere:
      'atmosphere, ambience, ambiance, vibe, decor, decoration, setting, mood, interior, music, live music, live jazz, band, dj, lighting, lights, candles, ambient, environment, energy, scene, crowd, crowds, clientele, furniture, furnishings, layout, entertainment, show, shows, paintings, artwork, fireplace',
    'wait time': 'wait, wait time, waiting time, queue, line, waits',
    reservations: 'reservation, reservations, booking, table booking, check-in, check in, checkin, check-out',
    seating:
      'seating, table, tables, seat, seats, chair, chairs, booth, booths, counter, outdoor seating, indoor seating, outside seating, patio, terrace, garden, back garden, deck, dining room, dining area, waiting area, bar area, space',
    'vegetarian options':
      'vegetarian option, vegetarian options, vegan option, vegan options, vegan dish, vegan dishes, vegetarian dish, vegetarian dishes, vegetarian food, vegan food, vegan menu, vegetarian menu, gluten-free option, gluten-free options, gluten free options',
    lift: 'lift, elevator, lifts',
    bill: 'bill, tip, service charge',
  },
  audio: {
    'call quality':
      'call quality, calls, call, phone call, phone calls, microphone, mic, mics, microphones, voice quality',
    'sound quality':
      'music, podcast, podcasts, treble, mids, highs, soundstage, low notes, high notes, vocals, audio, tone',
    'noise cancelling':
      'ambient mode, transparency mode, transparency, ambient sound, isolation, passthrough, pass-through',
    fit: 'fit, tip, tips, ear tips, silicone tips, foam tips, hook, hooks, wings, fins, seal, ear wings, ear fins',
    controls: 'touch controls, buttons, button, tap controls, taps, swipe, touch sensor, sensor',
    case: 'case, charging case, lid',
    connection: 'multipoint, bluetooth, pairing, latency',
  },
  computers: {
    screen: 'picture, image, images, panel, oled panel, oled, pixels, resolution',
    charging: 'charger, power brick, brick, power supply, charging',
    stylus: 'pen, stylus',
  },
  vacuums: {
    'dust bin': 'bin, dust bin, dustbin, canister, bag, bags, dust cup, dirt cup, container, dust bag, dust bags',
    suction: 'suction, suction power, power, carpet mode, boost mode, cleaning power, pick-up, pickup',
    'brush roll': 'brush, brush roll, roller, brush bar, beater, turbo brush',
    filter: 'filter, filters, hepa filter, filtration',
    trigger: 'trigger, power switch',
    wand: 'wand, tube, handle, hose',
    attachments: 'crevice tool, wall bracket, wall mount, stand, upholstery tool, pet tool',
  },
  'coffee machines': {
    coffee:
      'coffee, espresso, espressos, shot, shots, crema, coffee quality, taste, flavour, flavor, brew, americano, ristretto, lungo, extraction',
    milk: 'milk, milk foam, foam, froth, microfoam, steam wand, wand, frother, milk frother, milk system, carafe, milk carafe, cappuccino, cappuccinos, latte, lattes, flat white, steam, steam power, steamer',
    grinder: 'grinder, built-in grinder, grind, hopper, burrs, grind setting, grind settings',
    portafilter: 'portafilter, basket, tamper, group head, group, filter basket',
    controls: 'user profiles, profiles, touchscreen, screen, display, buttons, button, dial, menu',
    'water tank': 'tank, water tank, reservoir',
    'drip tray': 'drip tray, tray, cup tray, cup warmer',
    pressure: 'pressure, pump, pressure gauge, gauge, manometer, pre-infusion',
    temperature: 'temperature, temperature stability, boiler, boilers, pid, brew temperature, thermoblock',
  },
  hotels: {
    "children's facilities":
      "kids club, kids' club, play area, playground, cot, cots, high chair, family room, family rooms, children's menu, bunk beds",
    bathroom: 'bathroom, shower, towels, towel, toiletries, bathtub, tiles, plumbing, sink',
    room: 'room, rooms, double room, single room, courtyard room, courtyard rooms, corner room, balcony, desk, wardrobe, window, windows',
    view: 'view, views, rooftop, terrace, rooftop terrace',
    bar: 'rooftop bar, hotel bar, minibar, lobby bar',
    breakfast:
      'breakfast, breakfast room, breakfast buffet, waffles, pancakes, pastries, eggs, croissants, porridge, toast',
    gym: 'gym, fitness room, fitness centre, spa, sauna',
    garden: 'garden, courtyard, grounds',
  },
  restaurants: {
    food: `food, meal, dish, cuisine, cooking, kitchen, taste, flavour, flavor, plate, lunch, dinner, brunch, starter, main course, mains, appetizer, entree, special, specials, course, courses, ingredient, seasoning, spice, sauce, gravy, curry, soup, broth, stew, salad, sandwich, burger,
      pizza, crust, pasta, spaghetti, gnocchi, ravioli, lasagne, lasagna, risotto, ragu, ragù, penne, tagliatelle, tagliolini, noodle, ramen, pho, dumpling, rice, biryani, naan, dosa, idli, sambar, rasam, thali, chutney, dal, paneer, samosa, tikka, masala, sushi, sashimi, roll, tempura, teriyaki, taco, burrito, quesadilla,
      guacamole, salsa, nacho, fajita, tortilla, falafel, hummus, kebab, shawarma, pita, gyro, moussaka, tapas, paella, fish, seafood, sea bass, bass, cod, salmon, tuna, sole, turbot, crab, lobster, shrimp, prawn, oyster, mussel, clam, scallop, squid, calamari, octopus, steak, beef, brisket, rib, ribs, lamb, pork, bacon, ham, sausage, chicken,
      duck, turkey, wing, wings, meat, veal, meatball, egg, omelette, omelet, pancake, waffle, bread, garlic bread, bun, bagel, toast, croissant, cheese, mozzarella, butter, potato, potatoes, fries, chips, vegetable, veggies, aubergine, eggplant, tomato, tomatoes, mushroom, onion, bean, beans, tofu, avocado, breakfast, snack, bites, antipasti, focaccia, olives, polenta,
      bruschetta, panini, calzone, carpaccio, caprese, burrata, ceviche, empanada, enchilada, tamale, chimichanga, quesadillas, churrasco, churros, arepa, pupusa, mole, jerk chicken, plantain, pad thai, tom yum, satay, spring roll, egg roll, dim sum, wonton, congee, fried rice, chow mein, lo mein,
      general tso, peking duck, bao, gyoza, udon, soba, yakitori, katsu, edamame, wasabi, miso soup, bento, poke, bibimbap, bulgogi, kimchi, banh mi, laksa, rendang, vindaloo, korma, biryanis, pakora, chaat, raita, roti, chapati, tandoori, kofta, tabbouleh, baba ganoush, tzatziki, souvlaki, dolma, couscous, tagine,
      pierogi, schnitzel, bratwurst, goulash, borscht, crepe, quiche, ratatouille, foie gras, escargot, steak frites, frites, confit, bouillabaisse, croque monsieur, charcuterie, fondue, raclette, caviar, lox, pastrami, corned beef, reuben, hot dog, hot dogs, meatloaf, mac and cheese, grits, cornbread, coleslaw, gumbo,
      jambalaya, po boy, biscuits, fried chicken, pulled pork, ribeye, filet, filet mignon, sirloin, porterhouse, tartare, lamb chop, lamb chops, pork chop, pork chops, fish and chips, halibut, tilapia, snapper, branzino, swordfish, eel, anchovies, caesar salad, dressing, vinaigrette, toppings, topping, filling, fillings, dip, salsa verde,
      pickles, olive oil, oil, garlic, basil, pesto, marinara, spices, herbs, sides, side dish, side dishes, appetizers, starters, entrees, platter, combo, buffet, leftovers, takeout, take-out, delivery, lunch menu, lunch special, lunch specials, dinner specials, early bird special, meatballs, nuggets, lettuce, spinach, kale,
      zucchini, cauliflower, broccoli, asparagus, artichoke, corn, peas, carrots, beets, pepper, peppers, chili, chilli, coconut, mango, avocado toast, bagels, muffin, scone, donut, doughnut, cereal, granola, oatmeal, yogurt, hash browns, french toast, eggs benedict, sausages, bacon sandwich, presentation, freshness, quality of food`,
    dessert:
      'dessert, desserts, pudding, puddings, cake, cheesecake, tiramisu, ice cream, gelato, sorbet, pie, pastry, pastries, brownie, panna cotta, cannoli, crème brûlée, creme brulee, chocolate cake, mousse, kulfi, baklava, profiteroles, sundae, milkshake, crumble, tart, tarts, macarons, cupcake, cupcakes, cookies, frozen yogurt, mochi, soufflé, souffle, parfait, affogato, eclair, waffles',
    drinks:
      'drink, drinks, wine, wines, wine list, house wine, house red, beer, beers, cocktail, cocktails, margarita, martini, sangria, sake, lassi, coffee, tea, chai, espresso, lemonade, soda, juice, wine pairing, pairing, water, tap water, bottled water, iced tea, bubble tea, hot chocolate, champagne, prosecco, cava, sparkling wine, red wine, white wine, glass of wine, bottle of wine, draft beer, craft beer, beer selection, wine selection, drink menu, cocktail menu, happy hour, mojito, mimosa, bloody mary, gin and tonic, whisky, whiskey, bourbon, scotch, vodka, rum, tequila, cider, smoothie, milk shake, latte, cappuccino',
    portions:
      'quantity, food portions, portion, portions, portion size, portion sizes, serving, servings, helping, helpings',
    "children's menu": "children's menu, kids menu, kids' menu, high chair, high chairs, colouring books, crayons",
    'tasting menu': 'tasting menu, set menu, prix fixe',
  },
  services: {
    staff:
      'staff, crew, team, worker, workers, mover, movers, employee, employees, technician, technicians, engineer, installer, driver, rep, representative, agent, foreman, guys, lads, men',
    speed: 'speed, speeds, download speed, upload speed, internet speed, download, upload, bandwidth, mbps',
    reliability:
      'reliability, uptime, outage, outages, downtime, dropouts, dropout, connection, connection drops, stability, disconnection, drops',
    price:
      'price, pricing, cost, rate, rates, fee, fees, charge, charges, price hike, price increase, hidden fees, quote, estimate, deposit',
    billing: 'billing, bill, bills, invoice, invoices, direct debit',
    contract: 'contract, contracts, terms, cancellation, notice period',
    punctuality: 'punctuality, timing, arrival, timeliness, lateness',
    communication: 'communication, communications, updates, phone calls, emails, email, office, call, calls, phone',
    'care of belongings':
      'care of belongings, furniture, belongings, items, goods, piano, boxes, wrapping, packing, damage, damages, blankets, padding',
    insurance: 'insurance, claim, claims, compensation',
    van: 'van, truck, lorry, vans, trucks, vehicle',
    router: 'router, modem, wifi, wi-fi, equipment, hardware, mesh',
    installation: 'installation, install, setup, set-up, activation, switchover, engineer visit, appointment',
    latency: 'latency, ping, lag, jitter',
    app: 'app, website, portal, online account',
  },
  clothing: {
    fit: 'fit, fitting, cut, shape, silhouette, waist, shoulders, hips, bust',
    size: 'size, sizing, sizes, size chart',
    fabric: 'fabric, material, cloth, cotton, wool, silk, polyester, texture, linen',
    colour: 'color, colour, colors, colours, print, pattern, shade',
    length: 'length, hem',
    stitching: 'stitching, seam, seams, sewing, thread, zipper, zip, button, buttons',
    sole: 'sole, soles, heel, heels, insole',
  },
  cars: {
    'fuel economy':
      'fuel economy, gas mileage, mileage, mpg, fuel mileage, fuel consumption, fuel efficiency, gas milage, fuel, gas',
    engine: 'engine, motor, power, acceleration, horsepower, torque, v6, v8, turbo, pickup, engine power',
    handling: 'handling, steering, cornering, traction',
    ride: 'ride, ride quality, suspension, ride comfort',
    interior: 'interior, cabin, dash, dashboard, interior design, interior quality',
    exterior: 'exterior, styling, exterior styling, exterior design, paint, body, looks',
    seats: 'seat, seats, seating, back seat, front seats, front seat, rear seats, rear seat',
    transmission: 'transmission, gearbox, shifting, shifter, gear, gears, clutch',
    brakes: 'brake, brakes, braking',
    'cargo space': 'cargo space, trunk, cargo, trunk space, storage, storage space, cargo area',
    'road noise': 'road noise, wind noise, noise, cabin noise, tire noise',
    tires: 'tire, tires, tyre, tyres, wheel, wheels',
    navigation: 'navigation, navigation system, nav, nav system, gps',
    'sound system': 'sound system, stereo, stereo system, radio, audio system, sound',
    visibility: 'visibility, blind spot, blind spots',
    dealer: 'dealer, dealership, service department',
    room: 'room, legroom, headroom, leg room, head room, space, interior space',
  },
}

/** Names that speak of an aspect without being one: what is said of "my money" is said of the value. Singular forms. */
export const impliedNames: Record<string, string> = { money: 'value' }

/** Narrower groups, which go before the one of the domain; a category may have several. */
export const specialities: [string, RegExp][] = [
  ['audio', /earbud|earphone|headphone|headset|in-ear|buds\b/i],
  ['computers', /laptop|computer|notebook|tablet|chromebook|monitor|desktop/i],
  ['vacuums', /vacuum|hoover|sweeper/i],
  ['coffee machines', /espresso|coffee|barista/i],
  ['hotels', /hotel|hostel|inn\b|resort|lodging|accommodation|motel/i],
  ['restaurants', /restaurant|cafe|café|bar\b|pub|bistro|diner|eatery/i],
]

/** The group that a category's name points to, the first that matches; `all` holds besides. A name that matches none is read with the words for electronics. */
export const domains: [string, RegExp][] = [
  [
    'places',
    /hotel|restaurant|cafe|café|bar\b|pub|hostel|inn\b|resort|bistro|diner|museum|spa\b|lodging|accommodation|attraction|place/i,
  ],
  [
    'services',
    /service|provider|mover|moving|internet|broadband|telecom|insurance|bank|repair|plumb|cleaner(?! machine)s?\b(?<!vacuum cleaners?)|gym|salon|dentist|courier|taxi/i,
  ],
  [
    'appliances',
    /vacuum|espresso|coffee|kettle|appliance|blender|toaster|oven|fridge|washer|dryer|kitchen|iron|mixer|fryer|dishwasher|purifier|fan\b|heater/i,
  ],
  ['cars', /car\b|cars\b|vehicle|suv|truck|auto|motorcycle/i],
  ['clothing', /cloth|shoe|dress|shirt|jacket|jean|apparel|fashion|boot|sneaker|bag|wear(?!able)|coat/i],
  [
    'electronics',
    /laptop|computer|notebook|tablet|phone|earbud|headphone|earphone|headset|camera|electronic|speaker|watch|monitor|tv\b|television|player|router|printer|console|charger|keyboard|mouse|kindle|reader|drone|projector|in-ear|\bpcs?\b/i,
  ],
]
