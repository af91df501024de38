import { type MemoryCorpus, memoryCorpus } from './memory-corpus.ts'

const usd = (minor: number) => ({ minor, currency: 'USD' })

/** Seven items of three categories, with one of everything that is easy to get wrong: no price, another currency, no rating, no brand, no review, an emoji before a quote. */
export function smallCorpus(): MemoryCorpus {
  return memoryCorpus([
    {
      id: 'itm_larkstride1',
      name: 'Lark Stride',
      category: 'earbuds',
      brand: 'Lark',
      price: usd(7999),
      attributes: { waterproof: 'IPX7', 'battery hours': 8 },
      reviews: [
        {
          text: '🏃🏽‍♀️ Half marathon done. The fit is perfect, they never moved. Battery life is only so-so.',
          rating: 5,
          writtenAt: '2025-04-02',
          verified: true,
          helpfulVotes: 12,
          opinions: [
            { aspect: 'fit', polarity: 'positive', quote: 'The fit is perfect, they never moved.' },
            { aspect: 'battery life', polarity: 'negative', quote: 'Battery life is only so-so.' },
          ],
        },
        {
          text: 'Great fit for running, and the fit stays great in the rain.',
          rating: 4,
          writtenAt: '2024-11-20',
          helpfulVotes: 3,
          opinions: [
            { aspect: 'fit', polarity: 'positive', quote: 'Great fit for running' },
            { aspect: 'fit', polarity: 'positive', quote: 'the fit stays great in the rain.' },
          ],
        },
        {
          text: 'The fit hurts my left ear. Sound is fine.',
          rating: 2,
          writtenAt: '2024-02-10',
          trust: 0.6,
          opinions: [
            { aspect: 'fit', polarity: 'negative', quote: 'The fit hurts my left ear.' },
            { aspect: 'sound', polarity: 'positive', quote: 'Sound is fine.' },
          ],
        },
        {
          text: 'BEST fit EVER buy now!!!',
          rating: 5,
          writtenAt: '2025-05-01',
          trust: 0.1,
          opinions: [{ aspect: 'fit', polarity: 'positive', quote: 'BEST fit EVER buy now!!!' }],
        },
      ],
    },
    {
      id: 'itm_moraquiet2',
      name: 'Mora Quiet',
      category: 'earbuds',
      brand: 'Mora',
      price: usd(18900),
      reviews: [
        {
          text: 'The sound is rich and clear. The fit is loose when I run.',
          rating: 4,
          writtenAt: '2025-01-15',
          opinions: [
            { aspect: 'sound', polarity: 'positive', quote: 'The sound is rich and clear.' },
            { aspect: 'fit', polarity: 'negative', quote: 'The fit is loose when I run.' },
          ],
        },
        {
          text: 'Lovely sound. Battery life lasts a whole flight.',
          rating: 5,
          opinions: [
            { aspect: 'sound', polarity: 'positive', quote: 'Lovely sound.' },
            { aspect: 'battery life', polarity: 'positive', quote: 'Battery life lasts a whole flight.' },
          ],
        },
      ],
    },
    {
      id: 'itm_pebbleone3',
      name: 'Pebble One',
      category: 'earbuds',
      brand: 'Pebble',
      reviews: [
        {
          text: 'Cheap, and the sound is cheap too.',
          rating: 2,
          opinions: [{ aspect: 'sound', polarity: 'negative', quote: 'the sound is cheap too.' }],
        },
      ],
    },
    {
      id: 'itm_isarklang4',
      name: 'Isar Klang',
      category: 'earbuds',
      brand: 'Isar',
      price: { minor: 6900, currency: 'EUR' },
      reviews: [
        {
          text: 'Good sound for little money.',
          rating: 4,
          opinions: [{ aspect: 'sound', polarity: 'positive', quote: 'Good sound for little money.' }],
        },
      ],
    },
    {
      id: 'itm_harbourrooms5',
      name: 'Harbour Rooms',
      category: 'hotels',
      kind: 'place',
      price: usd(14200),
      attributes: { district: 'Old Town', 'family rooms': true },
      reviews: [
        {
          text: 'So quiet at night. Breakfast is both lovely and overpriced.',
          rating: 4,
          writtenAt: '2023-08-03',
          opinions: [
            { aspect: 'quiet', polarity: 'positive', quote: 'So quiet at night.' },
            { aspect: 'breakfast', polarity: 'mixed', quote: 'Breakfast is both lovely and overpriced.' },
          ],
        },
      ],
    },
    {
      id: 'itm_swiftmovers6',
      name: 'Swift & Sons',
      category: 'movers',
      kind: 'service',
      brand: 'Swift & Sons',
      price: usd(49000),
      reviews: [
        {
          text: 'They arrived on time and broke nothing.',
          opinions: [{ aspect: 'punctuality', polarity: 'positive', quote: 'They arrived on time', term: 'on time' }],
        },
      ],
    },
    { id: 'itm_emptyshelf7', name: 'Lark Basic', category: 'earbuds', brand: 'Lark', price: usd(2900), reviews: [] },
  ])
}
