import { describe, expect, it } from 'vitest'
import { learnAspects } from './learn-aspects.ts'
import { createOpinionFinder } from './opinion-finder.ts'

const kites = [
  'The bridle is excellent.',
  'A terrible bridle.',
  'I love the bridle.',
  'My cousin came along.',
  'The beach was windy and the bridle is strong.',
]
const tents = [
  'The porch is lovely.',
  'A dreadful porch.',
  'I hate the porch.',
  'My cousin came along.',
  'We met a badger.',
]

describe('learnAspects', () => {
  it('finds what several reviews of a category judge, and nothing that one mentions', () => {
    const models = learnAspects({ kites, tents })
    expect(models.kites?.terms).toEqual({ bridle: 'bridle' })
    expect(models.tents?.terms).toEqual({ porch: 'porch' })
  })

  it('heeds no order', () => {
    const models = learnAspects({ tents: tents.toReversed(), kites: kites.toReversed() })
    expect(models).toEqual(learnAspects({ kites, tents }))
  })

  it('takes slips of spelling for what they are slips of', () => {
    const texts = ['The warranty is great.', 'A good warranty.', 'The warranty is bad.', 'The warrenty is awful.']
    expect(learnAspects({ laptops: texts }).laptops?.terms).toEqual({ warrenty: 'warranty' })
  })

  it('silences what other products have and these are only used for', () => {
    const used = Array.from({ length: 8 }, () => 'I use it for email. The photo printing is good.')
    expect(learnAspects({ laptops: used }).laptops?.silent).toContain('email')
    const had = Array.from({ length: 8 }, () => 'The email is slow.')
    expect(learnAspects({ laptops: had }).laptops?.silent).not.toContain('email')
  })

  it('gives plain data that a finder reads after a trip through JSON', () => {
    const models = JSON.parse(JSON.stringify(learnAspects({ kites, tents }))) as ReturnType<typeof learnAspects>
    const found = createOpinionFinder({ aspectModels: models }).find('A terrible bridle.', 'kites')
    expect(found.map(({ aspect, polarity }) => `${aspect}: ${polarity}`)).toEqual(['bridle: negative'])
  })

  it('tells names in use from props of one story, once there are reviews enough', () => {
    const texts: string[] = Array.from({ length: 30 }, (_, i) => (i < 3 ? 'The spout is great.' : 'I like it.'))
    texts.push('A terrible refund. The weight is good. A nice splash guard.')
    const aspectModels = learnAspects({ kettles: texts })
    expect(aspectModels.kettles?.usual).toEqual(['spout'])
    const find = (options: { mentions?: boolean }) =>
      createOpinionFinder({ openVocabulary: true, aspectModels, ...options })
        .find('A terrible refund, but the spout and the weight are great.', 'kettles')
        .map(({ term }) => term)
    expect(find({})).toEqual(['spout', 'weight'])
    expect(find({ mentions: true })).toContain('refund')
    expect(learnAspects({ kettles: texts.slice(0, 29) }).kettles?.usual).toBeUndefined()
  })

  it('learns nothing from nothing', () => {
    expect(learnAspects({ kites: [] })).toEqual({ kites: { terms: {}, silent: [] } })
  })
})
