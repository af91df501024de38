import type {
  ChatExport,
  EvidenceData,
  ItemId,
  MessageId,
  ReviewId,
  ShortlistItem,
  StoredPart,
} from '@reviewguide/contracts'
import { expect, test } from 'vitest'
import { chatMarkdown } from './chat-markdown.ts'

const evidence = (n: number, more: Partial<EvidenceData> = {}): StoredPart => ({
  type: 'data-evidence',
  data: {
    n,
    reviewId: 'rev_0000000000' as ReviewId,
    itemId: 'itm_0000000000' as ItemId,
    itemName: 'Lark Stride',
    quote: 'It stays put.',
    start: 0,
    end: 13,
    trust: { weight: 1, signals: [] },
    source: { name: 'sample' },
    ...more,
  },
})

const rating: ShortlistItem['rating'] = { mean: 4.36, adjusted: 4.2, count: 1284, histogram: [1, 1, 1, 1, 1280] }
const shortlisted: ShortlistItem = {
  rank: 1,
  itemId: 'itm_0000000000' as ItemId,
  name: 'Lark *Stride*',
  kind: 'product',
  category: 'earbuds',
  brand: null,
  price: { minor: 7999, currency: 'USD' },
  score: 0.8,
  confidence: { level: 'high', value: 0.9 },
  rating,
  aspects: [],
  reasons: [{ text: 'The fit is praised.', evidence: [1, 2] }],
  cautions: [{ text: 'Some call it loud.', evidence: [3] }],
  sample: true,
}

function chat(question: string, parts: StoredPart[]): ChatExport {
  const at = '2026-11-28T12:00:00.000Z'
  const message = (id: string, role: 'user' | 'assistant', its: StoredPart[]) => ({
    id: id as MessageId,
    role,
    parts: its,
    createdAt: at,
  })
  return {
    format: 'reviewguide-chat',
    chatId: 'cht_0000000000' as ChatExport['chatId'],
    title: question,
    createdAt: at,
    updatedAt: at,
    exportedAt: at,
    messages: [message('q', 'user', [{ type: 'text', text: question }]), message('a', 'assistant', parts)],
  }
}

test('a chat reads as question, answer, shortlist, and numbered quotes with their sources', () => {
  const parts: StoredPart[] = [
    evidence(2, { writtenAt: '2025-03-04T00:00:00.000Z', rating: 5, verified: true }),
    evidence(1, { source: { name: 'shop', url: 'https://shop.example/r/1' } }),
    { type: 'text', text: 'Take the **Lark Stride** [1][2].', state: 'done' },
    { type: 'data-shortlist', data: { items: [shortlisted], leftOut: [] } },
    { type: 'data-notice', data: { code: 'assumed', text: 'Prices in US dollars.' } },
  ]
  expect(chatMarkdown(chat('Best earbuds?', parts))).toBe(`# Best earbuds?

Exported from ReviewGuide on 2026-11-28.

---

**Question**, 2026-11-28

> Best earbuds?

**Answer**

Take the **Lark Stride** [1][2].

1. **Lark \\*Stride\\***, $79.99 (4.4 of 5 stars, 1,284 ratings)
   - for: The fit is praised. [1][2]
   - against: Some call it loud. [3]

*Note: Prices in US dollars.*

**Quotes**

- [1] “It stays put.” (Lark Stride, shop, <https://shop.example/r/1>)
- [2] “It stays put.” (Lark Stride, 5 of 5 stars, verified purchase, 2025-03-04, sample)
`)
})

test('a comparison is a table, and what nobody mentions says so', () => {
  const item = { itemId: shortlisted.itemId, rating, confidence: shortlisted.confidence }
  const table: StoredPart = {
    type: 'data-comparison',
    data: {
      items: [
        { ...item, name: 'A|B' },
        { ...item, name: 'C' },
      ],
      aspects: [
        { aspect: 'fit', cells: [{ aspect: 'fit', positive: 3, negative: 1, mentions: 5, evidence: [4] }, null] },
      ],
    },
  }
  expect(chatMarkdown(chat('Which?', [table]))).toContain(`|  | A\\|B | C |
| --- | --- | --- |
| rating | 4.4 of 5 stars, 1,284 ratings | 4.4 of 5 stars, 1,284 ratings |
| fit | 3 for, 1 against of 5 [4] | nobody mentions it |`)
})

test('what people wrote stays text, whatever it looks like', () => {
  const hostile =
    '# Head\n- [x](https://evil.example) <script>alert(1)</script> ![i](http://evil.example/p.png) **b** `c` \u202edne\u0007'
  const markdown = chatMarkdown(
    chat(hostile, [
      evidence(1, { quote: hostile, itemName: hostile, source: { name: hostile, url: 'javascript:alert(1)' } }),
      { type: 'text', text: 'An answer <img src=x onerror=alert(1)> ![x](http://evil.example).', state: 'done' },
    ]),
  )
  expect(markdown).not.toMatch(/(^|[^\\])<(script|img)/)
  expect(markdown).not.toMatch(/(^|[^\\])!\[/)
  expect(markdown).not.toMatch(/\[x\]\(https/)
  expect(markdown).not.toMatch(/<javascript:/)
  expect(markdown).not.toContain('\u202e')
  expect(markdown).not.toContain('\u0007')
  expect(markdown.match(/^# /gm)).toHaveLength(1)
})
