import { describe, expect, it } from 'vitest'
import { learnAspects } from './learn-aspects.ts'

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

  it('learns nothing from nothing', () => {
    expect(learnAspects({ kites: [] })).toEqual({ kites: { terms: {}, silent: [] } })
  })
})
