import { type MemoryCorpus, memoryCorpus, type ReviewSketch } from '@reviewguide/testing'

type Said = [aspect: string, polarity: 'positive' | 'negative' | 'neutral', quote: string]

const usd = (minor: number) => ({ minor, currency: 'USD' })

/** A review made of judged sentences; the words between asterisks name the aspect. */
function review(rating: number, writtenAt: string, ...said: Said[]): ReviewSketch {
  const plain = (quote: string) => quote.replaceAll('*', '')
  return {
    text: said.map(([, , quote]) => plain(quote)).join(' '),
    rating,
    writtenAt,
    opinions: said.map(([aspect, polarity, quote]) => ({
      aspect,
      polarity,
      quote: plain(quote),
      term: quote.split('*')[1] ?? '',
    })),
  }
}

/** Three earbuds, invented, whose figures can be counted on the fingers: what the golden transcripts are told from. */
export function goldenCorpus(): MemoryCorpus {
  return memoryCorpus([
    {
      id: 'itm_goldentern1',
      name: 'Tern Sprint',
      category: 'earbuds',
      brand: 'Tern',
      price: usd(7999),
      reviews: [
        review(
          5,
          '2026-01-03',
          ['fit', 'positive', 'They *never moved* on a two hour run.'],
          ['bass', 'positive', 'The *bass* is deep and warm.'],
        ),
        review(5, '2026-02-03', ['fit', 'positive', 'The hooks *hold* them firmly in place.']),
        review(
          4,
          '2026-03-03',
          ['fit', 'positive', 'A snug *fit*, even in the rain.'],
          ['bass', 'negative', 'The *bass* drowns every voice.'],
        ),
        review(
          4,
          '2026-04-03',
          ['fit', 'positive', 'Best *fit* I have had in ten years of running.'],
          ['bass', 'negative', 'Far too much *bass* for my taste.'],
        ),
        review(
          3,
          '2026-05-03',
          ['fit', 'negative', 'The *fit* hurts my left ear after an hour.'],
          ['microphone', 'negative', 'Nobody understands me on the *phone*.'],
        ),
        review(
          2,
          '2026-06-03',
          ['microphone', 'negative', 'The *microphone* is useless in wind.'],
          ['bass', 'positive', 'I like the strong *bass* on hills.'],
        ),
        review(4, '2026-07-03', ['microphone', 'negative', 'Calls outdoors are hopeless with this *microphone*.']),
      ],
    },
    {
      id: 'itm_goldenpico2',
      name: 'Pico One',
      category: 'earbuds',
      brand: 'Pico',
      price: usd(3900),
      reviews: [
        review(4, '2026-01-04', ['price', 'positive', 'You cannot go wrong for this *price*.']),
        review(
          5,
          '2026-02-04',
          ['price', 'positive', 'A fair *price* for what they do.'],
          ['fit', 'negative', 'The *fit* is loose when I jog.'],
        ),
        review(
          3,
          '2026-03-04',
          ['battery life', 'negative', 'The *battery life* is three hours at best.'],
          ['fit', 'negative', 'One of them *falls out* on every corner.'],
        ),
        review(2, '2026-04-04', ['battery life', 'negative', '*Battery life* went downhill within a month.']),
        review(
          4,
          '2026-05-04',
          ['price', 'positive', 'For the *price* I am more than happy.'],
          ['fit', 'positive', 'The small tips *fit* me well.'],
        ),
      ],
    },
    {
      id: 'itm_goldenorso3',
      name: 'Orso Run',
      category: 'earbuds',
      brand: 'Orso',
      price: usd(11900),
      reviews: [
        review(
          5,
          '2026-01-05',
          ['sound quality', 'positive', 'The *sound quality* is clear and wide.'],
          ['fit', 'positive', 'The *fit* is fine for road running.'],
        ),
        review(
          4,
          '2026-02-05',
          ['sound quality', 'positive', '*Sound quality* is better than I hoped.'],
          ['price', 'negative', 'The *price* is hard to justify.'],
        ),
        review(4, '2026-03-05', ['price', 'negative', 'Too high a *price* for plastic.']),
        review(5, '2026-04-05', ['sound quality', 'positive', 'I hear *details* that I never heard before.']),
        review(
          3,
          '2026-05-05',
          ['price', 'negative', 'At this *price* I expected a smaller case.'],
          ['fit', 'neutral', 'The *fit* depends on your ears.'],
        ),
      ],
    },
  ])
}
