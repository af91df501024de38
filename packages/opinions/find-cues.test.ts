import { describe, expect, it } from 'vitest'
import { createOpinionFinder } from './opinion-finder.ts'

const finder = createOpinionFinder()
const sides = { positive: '+', negative: '-', mixed: '±', neutral: '0' }
const found = (text: string, category: string) =>
  finder.find(text, category).map(({ aspect, polarity }) => `${sides[polarity]}${aspect}`)

describe('what phrases say without naming it', () => {
  it.each<[string, string, string]>([
    // Anything, in words of every day.
    ['cars', 'Drives like a dream.', '+handling'],
    ['apps', 'It crashes every time I open it.', '-reliability'],
    ['apps', 'Full of ads.', '-ads'],
    ['dentists', 'He explained every step.', '+communication'],
    ['dentists', 'It did not hurt at all.', '+comfort'],
    ['online shops', 'Took forever to arrive.', '-delivery'],
    ['kettles', 'Boils in under two minutes.', '+speed'],
    ['mattresses', 'My back pain is gone.', '+comfort'],
    ['strollers', 'It folds with one hand.', '+ease of use'],
    ['tents', 'It kept us dry through a storm.', '+water resistance'],
    ['toys', 'She got bored with it after a day.', '-enjoyment'],
    ['restaurants', 'You get a lot for what you pay.', '+value'],
    ['dresses', 'Fits true to size.', '+fit'],
    ['vacuum cleaners', 'A pain to empty.', '-cleaning'],
    // Things worn in the ears.
    ['earbuds', 'Mine stay put on every descent.', '+fit'],
    ['earbuds', 'They never moved during burpees.', '+fit'],
    ['earbuds', 'They do not stay in place.', '-fit'],
    ['earbuds', 'The left one keeps slipping out.', '-fit'],
    ['earbuds', 'I forget I am wearing them.', '+comfort'],
    ['earbuds', 'An hour in and my ears ache.', '-comfort'],
    ['earbuds', 'They pinch.', '-comfort'],
    ['earbuds', 'They do not hurt at all.', '+comfort'],
    ['earbuds', 'They paired instantly.', '+connection'],
    ['earbuds', 'The left side cuts out near the microwave.', '-connection'],
    ['earbuds', 'They have not disconnected once.', '+connection'],
    ['earbuds', 'It shuts out the engine drone.', '+noise cancelling'],
    ['earbuds', 'My sister thought I was calling from a cave.', '-call quality'],
    ['earbuds', 'They sound gorgeous.', '+sound quality'],
    ['earbuds', 'They sound dreadful.', '-sound quality'],
    ['earbuds', 'Mine survived a downpour.', '+water resistance'],
    ['earbuds', 'They last all week.', '+battery life'],
    ['earbuds', 'Dead by lunch.', '-battery life'],
    ['earbuds', 'Mine went from six hours to two.', '-battery life'],
    ['earbuds', 'They hold a charge for days.', '+battery life'],
    // Computers.
    ['laptops', 'It boots instantly.', '+speed'],
    ['laptops', 'It crawls with a few tabs open.', '-speed'],
    ['laptops', 'It has never crashed.', '+reliability'],
    ['laptops', 'It burns my legs.', '-heat'],
    ['laptops', 'It stays cool.', '+heat'],
    ['laptops', 'Slips into my rucksack.', '+portability'],
    ['laptops', 'It weighs nothing.', '+weight'],
    ['laptops', 'It stopped working after a month.', '-durability'],
    ['laptops', 'Still going strong after three years.', '+durability'],
    // Machines for the home.
    ['vacuum cleaners', 'It picks up every crumb.', '+suction'],
    ['vacuum cleaners', 'It just pushes cereal around.', '-suction'],
    ['vacuum cleaners', 'My cat sleeps through it.', '+noise'],
    ['vacuum cleaners', 'It howls.', '-noise'],
    ['vacuum cleaners', 'I carry it up the stairs with ease.', '+weight'],
    ['vacuum cleaners', 'Hair wraps around the roller.', '-brush roll'],
    ['vacuum cleaners', 'It gets stuck on every threshold.', '-manoeuvrability'],
    ['espresso machines', 'Ready within a minute.', '+warm-up time'],
    ['espresso machines', 'The shots taste bitter.', '-coffee'],
    ['espresso machines', 'Easy to clean.', '+cleaning'],
    ['espresso machines', 'It leaks.', '-reliability'],
    ['espresso machines', 'My grandfather worked it out in a minute.', '+ease of use'],
    ['espresso machines', 'It takes up half the counter.', '-size'],
    // Where one is a guest.
    ['hotels', 'We slept like logs.', '+noise'],
    ['hotels', 'I could not sleep.', '-noise'],
    ['hotels', 'We heard nothing all night.', '+noise'],
    ['hotels', 'You hear every word from next door.', '-noise'],
    ['hotels', "A four minutes' walk from the station.", '+location'],
    ['hotels', 'It is far from everything.', '-location'],
    ['hotels', 'There was hair in the sink.', '-cleanliness'],
    ['hotels', 'Not a speck of dust.', '+cleanliness'],
    ['hotels', 'They remembered us from last spring.', '+staff'],
    ['hotels', 'The clerk shrugged.', '-staff'],
    ['restaurants', 'We waited fifty minutes.', '-wait time'],
    ['restaurants', 'We were seated at once.', '+wait time'],
    ['restaurants', 'I licked the plate.', '+food'],
    ['restaurants', 'We went home hungry.', '-portions'],
    ['restaurants', 'You cannot hear each other.', '-noise'],
    // Services.
    ['moving companies', 'They turned up early.', '+punctuality'],
    ['moving companies', 'They came three hours late.', '-punctuality'],
    ['moving companies', 'Nobody showed up.', '-punctuality'],
    ['moving companies', 'Not a scratch on anything.', '+care of belongings'],
    ['moving companies', 'Nothing broke.', '+care of belongings'],
    ['moving companies', 'They smashed a vase.', '-care of belongings'],
    ['moving companies', 'The total came to twice the quote.', '-price'],
    ['moving companies', 'There were no hidden charges.', '+price'],
    ['internet providers', 'It has not dropped once since May.', '+reliability'],
    ['internet providers', 'It goes down every week.', '-reliability'],
    ['internet providers', 'They never replied.', '-customer service'],
    ['internet providers', 'They sorted it within a day.', '+customer service'],
    ['internet providers', 'I can leave at any time.', '+contract'],
    // Clothes and cars.
    ['dresses', 'It shrank in the wash.', '-durability'],
    ['dresses', 'Too tight across the chest.', '-fit'],
    ['dresses', 'I got so many compliments.', '+design'],
    ['cars', 'It broke down twice.', '-reliability'],
    ['cars', 'It sips gas.', '+fuel economy'],
    ['cars', 'It hugs the road.', '+handling'],
    // Anything.
    ['kites', 'I paid double.', '-price'],
    ['kites', 'I have paid double for worse.', '+value'],
  ])('%s: %j is %s', (category, text, opinion) => {
    expect(found(text, category)).toContain(opinion)
  })

  it.each<[string, string]>([
    ['earbuds', 'If they ever fell out I would send them back.'],
    ['earbuds', 'They might hurt after a while.'],
    ['earbuds', 'My old ones always fell out.'],
    ['earbuds', 'Do they fall out?'],
    ['earbuds', 'I bought them last week.'],
    ['laptops', 'The left speaker is quieter than the right.'],
    ['hotels', 'I do not want bedbugs.'],
  ])('%s: %j judges nothing', (category, text) => {
    expect(
      found(text, category).filter((opinion) => !opinion.startsWith('0') && !opinion.endsWith('speakers')),
    ).toEqual([])
  })

  it('quotes the phrase, marks it, and lets it decide for a name that stands beside it', () => {
    const text = 'Bought in May. They never fell out of my ears.'
    expect(finder.find(text, 'earbuds')).toMatchObject([
      { aspect: 'fit', term: 'never fell out', implicit: true, polarity: 'positive' },
    ])
    expect(finder.find('The battery lasts all day.', 'laptops')).toMatchObject([
      { aspect: 'battery life', term: 'battery', polarity: 'positive' },
    ])
    expect(finder.find('The battery lasts all day.', 'laptops')[0]).not.toHaveProperty('implicit')
  })
})
