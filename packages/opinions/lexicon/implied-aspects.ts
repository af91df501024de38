/** Words that name an aspect by judging it, where no noun does: "too heavy" speaks of weight. Written for this project. */
export const impliedAspects: Record<string, Record<string, string>> = {
  all: {
    weight: 'heavy heavier heavyweight lightweight light-weight lighter weighs featherlight',
    price: 'expensive overpriced pricey affordable inexpensive cheaper costly unaffordable economical',
    value: 'bargain worth rip-off ripoff steal',
    noise:
      'loud louder noisy noisier quiet quieter silent quietly noiseless deafening buzzing humming rattles rattling squeaks squeaky squeaking creaks',
    comfort: 'comfortable comfy uncomfortable comfortably',
    speed: 'slow slower fast faster quick snappy sluggish laggy lag lags speedy quickly slowly',
    size: 'bulky compact huge oversized portable',
    'build quality': 'flimsy sturdy solid well-built well-made fragile plasticky cheaply rickety wobbly robust',
    durability: 'durable broke breaks broken cracked long-lasting lasted died worn',
    design: 'beautiful ugly stylish gorgeous sleek elegant pretty attractive hideous',
    'ease of use': 'easy easier intuitive user-friendly complicated confusing straightforward fiddly simple effortless',
    reliability: 'reliable unreliable dependable',
    heat: 'overheats overheating overheat overheated',
  },
  audio: {
    noise: '',
  },
  places: {
    staff:
      'friendly rude helpful unhelpful courteous polite attentive unfriendly welcoming accommodating impolite inattentive',
    cleanliness: 'clean dirty spotless filthy dusty grubby unclean stained mouldy moldy immaculate',
    food: 'delicious tasty bland tasteless yummy flavorful flavourful overcooked undercooked inedible greasy mouthwatering',
    location: 'central well-located walkable',
    'room size': 'spacious cramped roomy',
    atmosphere: 'cosy cozy romantic lively charming',
    'wait time': 'waited',
    size: '',
    'build quality': '',
    design: '',
    heat: '',
    weight: '',
    durability: '',
  },
  services: {
    staff:
      'friendly rude helpful unhelpful courteous polite professional unprofessional careful careless knowledgeable',
    punctuality: 'late punctual on-time early',
    reliability: 'reliable unreliable dependable stable unstable',
    size: '',
    weight: '',
    comfort: '',
    'build quality': '',
    heat: '',
  },
  clothing: {
    'build quality': '',
    noise: '',
    speed: '',
    fit: 'fits flattering tight loose baggy',
    softness: 'soft itchy scratchy',
    design: 'beautiful ugly stylish gorgeous elegant pretty attractive hideous cute',
  },
  cars: { 'fuel economy': 'fuel-efficient' },
}
