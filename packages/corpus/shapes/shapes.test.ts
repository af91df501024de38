import { describe, expect, it } from 'vitest'
import { prepareReview } from '../prepare-review.ts'
import { createShapes } from './shapes.ts'

/** What becomes of a row: its shape, and its lines as they are imported. */
function read(row: Record<string, unknown>) {
  const shape = createShapes().find((each) => each.fits(row))
  const rows = (shape?.lines(row) ?? []).map((draft) =>
    'reason' in draft ? draft : prepareReview(draft.line, draft.nameless, { source: 'file' }, () => 1),
  )
  return { shape: shape?.name, rows }
}
const one = (row: Record<string, unknown>) => {
  const { shape, rows } = read(row)
  return { shape, ...rows[0] }
}

describe('Amazon Review Data 2018', () => {
  const row = {
    overall: 5,
    vote: '1,234',
    verified: true,
    reviewTime: '01 1, 2018',
    reviewerID: 'AUI6',
    asin: 'B1',
    style: { 'Size:': ' Large' },
    reviewerName: 'Abbey',
    reviewText: 'Boils <b>fast</b>.',
    summary: 'Fast',
    unixReviewTime: 1514764800,
    image: ['https://i.example/of-the-reviewer.jpg'],
  }
  it('reads reviews', () => {
    expect(one(row)).toMatchObject({
      shape: 'amazon-2018',
      item: { source: 'amazon', externalId: 'B1', name: 'B1', nameless: true, described: false, image: null },
      review: {
        externalId: null,
        body: 'Boils fast.',
        title: 'Fast',
        rating: 5,
        verified: true,
        helpfulVotes: 1234,
        author: 'Abbey',
        writtenAt: '2018-01-01T00:00:00.000Z',
      },
    })
    expect(one({ ...row, reviewText: undefined })).toMatchObject({ reason: 'no text' })
    expect(one({ ...row, vote: undefined, helpful: [2, 3] })).toMatchObject({ review: { helpfulVotes: 2 } })
  })

  it('takes no common name for one person', () => {
    for (const reviewerName of ['Amazon Customer', 'Kindle Customer', 'A Customer', ''])
      expect(one({ ...row, reviewerName })).toMatchObject({
        review: { author: reviewerName === 'A Customer' ? 'A Customer' : 'AUI6' },
      })
  })

  it('reads metadata', () => {
    const meta = {
      asin: 'B1',
      title: 'Orrin Kettle, 1.7 L',
      price: '$12.99',
      brand: 'Orrin',
      main_cat: 'Amazon Home',
      also_buy: ['B2'],
      category: ['Home & Kitchen', 'Coffee, Tea & Espresso', 'Kettles'],
      imageURLHighRes: ['https://i.example/k.jpg'],
    }
    expect(one(meta)).toMatchObject({
      shape: 'amazon-2018',
      item: {
        externalId: 'B1',
        name: 'Orrin Kettle, 1.7 L',
        nameless: false,
        described: true,
        brand: 'Orrin',
        category: 'kettles',
        price: { minor: 1299, currency: 'USD' },
        image: 'https://i.example/k.jpg',
      },
      review: null,
    })
    expect(
      one({
        ...meta,
        price: '.a-box-inner{background-color:#fff}.a-box-inner{width:100}',
        category: [],
        title: 'Steel Pan',
      }),
    ).toMatchObject({
      item: { price: null, category: 'pans' },
    })
  })
})

describe('Amazon Reviews 2023', () => {
  it('reads reviews of the parent item', () => {
    const row = {
      rating: 4,
      title: 'So',
      text: 'Nice.<br />Smells good.',
      images: [],
      asin: 'B1v',
      parent_asin: 'B1',
      user_id: 'AG',
      timestamp: 1588687728923,
      helpful_vote: 3,
      verified_purchase: true,
    }
    expect(one(row)).toMatchObject({
      shape: 'amazon-2023',
      item: { source: 'amazon', externalId: 'B1', nameless: true },
      review: {
        body: 'Nice.\nSmells good.',
        rating: 4,
        helpfulVotes: 3,
        verified: true,
        author: 'AG',
        writtenAt: '2020-05-05T14:08:48.923Z',
      },
    })
  })

  it('reads metadata', () => {
    const meta = {
      main_category: 'All Beauty',
      title: 'Howard Spray',
      average_rating: 4.8,
      rating_number: 10,
      price: 9.5,
      store: 'Howard',
      images: [{ large: 'https://m.example/l.jpg', hi_res: null }],
      categories: [],
      parent_asin: 'B1',
      details: { 'Item Weight': '2 oz', Rank: { Beauty: 1 } },
    }
    expect(one(meta)).toMatchObject({
      shape: 'amazon-2023',
      item: {
        externalId: 'B1',
        name: 'Howard Spray',
        brand: 'Howard',
        category: 'all beauty',
        price: { minor: 950, currency: 'USD' },
        image: 'https://m.example/l.jpg',
        attributes: { 'Item Weight': '2 oz' },
        described: true,
      },
      review: null,
    })
    expect(one({ ...meta, price: 'None', title: null })).toMatchObject({
      item: { price: null, name: 'Howard B1', nameless: true },
    })
  })
})

describe('rows that only look like metadata of 2018', () => {
  it.each([
    { asin: 'B1', title: 'Great', rating: 5, body: 'Works.' },
    { asin: 'B1', title: 'Great', review_text: 'Works.' },
    { asin: '', book_id: '7', title: 'Dune', description: 'A desert.' },
  ])('leaves %j to its columns', (row) => {
    expect(read(row).shape).toBeUndefined()
  })
})

describe('Yelp', () => {
  it('reads reviews, tips and businesses', () => {
    const said = { user_id: 'u', business_id: 'b', text: 'Slow service.', date: '2018-07-07 22:09:11' }
    expect(one({ ...said, review_id: 'r', stars: 3, useful: 2, funny: 0, cool: 0 })).toMatchObject({
      shape: 'yelp',
      item: { source: 'yelp', externalId: 'b', kind: 'place', nameless: true },
      review: { externalId: 'r', rating: 3, helpfulVotes: 2, writtenAt: '2018-07-07T22:09:11.000Z' },
    })
    expect(one({ ...said, compliment_count: 1 })).toMatchObject({
      shape: 'yelp',
      review: { externalId: null, rating: null, helpfulVotes: 1 },
    })
    const business = {
      business_id: 'b',
      name: 'Turning Point',
      address: '1 Pike',
      city: 'North Wales',
      state: 'PA',
      stars: 3,
      review_count: 169,
      attributes: { OutdoorSeating: 'False', WiFi: "u'free'", BusinessParking: "{'garage': False}" },
      categories: 'Brunch, Restaurants',
    }
    expect(one(business)).toMatchObject({
      shape: 'yelp',
      item: {
        externalId: 'b',
        name: 'Turning Point',
        kind: 'place',
        category: 'restaurants',
        described: true,
        attributes: {
          city: 'North Wales',
          state: 'PA',
          address: '1 Pike',
          categories: 'Brunch, Restaurants',
          OutdoorSeating: false,
          WiFi: 'free',
        },
      },
      review: null,
    })
    expect(one({ ...business, attributes: null, categories: null })).toMatchObject({
      item: { category: 'uncategorised' },
    })
  })
})

describe('Google product reviews', () => {
  const row = {
    'publisher.name': 'Shop',
    review_id: '1',
    reviewer: { name: 'Jane', reviewer_id: '5' },
    review_timestamp: '2014-04-21T00:00:00Z',
    content: 'Lasts long.',
    ratings: { overall: { min: '1', max: '10', '#text': '8' } },
    review_url: { type: 'group', '#text': 'http://s.example/1' },
    products: {
      product: {
        product_ids: { skus: { sku: ['sku-1', 'sku-2'] }, brands: { brand: 'Fenlo' } },
        product_name: 'Fenlo Phone 3',
        product_url: 'http://s.example/p1',
      },
    },
  }
  it('reads reviews with their scale', () => {
    expect(one(row)).toMatchObject({
      shape: 'google-reviews',
      item: {
        source: 'Shop',
        externalId: 'sku-1',
        name: 'Fenlo Phone 3',
        brand: 'Fenlo',
        url: 'http://s.example/p1',
        category: 'smartphones',
      },
      review: {
        externalId: '1',
        rating: 4,
        ratingOriginal: 8,
        ratingScale: 10,
        author: 'Jane',
        url: 'http://s.example/1',
      },
    })
    const fromZero = { ...row, ratings: { overall: { min: '0', max: '4', '#text': '0' } } }
    expect(one(fromZero)).toMatchObject({ review: { rating: 1, ratingScale: 5 } })
  })

  it('takes sides where there is no text, no name for the unnamed, and no spam', () => {
    expect(one({ ...row, content: '', pros: { pro: ['battery', 'screen'] }, cons: { con: 'price' } })).toMatchObject({
      review: { body: 'battery\nscreen\nprice' },
    })
    const unnamed = { name: { is_anonymous: 'true', '#text': 'Anonymous' } }
    expect(one({ ...row, reviewer: unnamed })).toMatchObject({ review: { author: null } })
    expect(one({ ...row, is_spam: 'true' })).toEqual({
      shape: 'google-reviews',
      reason: 'marked as spam by its source',
    })
  })
})

describe('Google product reviews of a product of which only the page is told', () => {
  it('calls it as its page is called, and knows it by its address', () => {
    const product = { product_url: 'https://s.example/p/orrin-kettle_2.html?ref=1' }
    const row = { review_id: '1', content: 'Fine.', ratings: { overall: '4' }, products: { product } }
    expect(one(row)).toMatchObject({
      item: { externalId: product.product_url, name: 'orrin kettle 2', nameless: true, url: product.product_url },
      review: { rating: 4 },
    })
  })
})

describe('Google products', () => {
  const product = {
    id: 'TV_1',
    title: 'Orrin Kettle, red',
    description: 'Our best kettle.',
    link: 'https://s.example/k',
    image_link: 'https://s.example/k.jpg',
    price: '35.00 USD',
    brand: 'Orrin',
    color: 'red',
    product_type: 'Home > Kitchen',
  }
  it('describes the items, whose descriptions are no reviews', () => {
    expect(one(product)).toMatchObject({
      shape: 'google-products',
      item: {
        externalId: 'TV_1',
        name: 'Orrin Kettle, red',
        brand: 'Orrin',
        category: 'kettles',
        price: { minor: 3500, currency: 'USD' },
        url: 'https://s.example/k',
        image: 'https://s.example/k.jpg',
        attributes: { color: 'red' },
        described: true,
      },
      review: null,
    })
    expect(one({ ...product, title: 'Set' })).toMatchObject({ item: { category: 'kitchen' } })
  })
})

describe('schema.org', () => {
  const rating = { '@type': 'Rating', ratingValue: '4', bestRating: '5', worstRating: '1' }
  const product = {
    '@type': 'Product',
    '@id': '#p',
    name: 'Brisk Vacuum 3',
    sku: 'bv3',
    brand: { '@type': 'Brand', name: 'Brisk' },
    category: 'Home > Appliances > Vacuum cleaners',
    aggregateRating: { '@type': 'AggregateRating', ratingValue: 4.2 },
    offers: [{ '@type': 'Offer', price: '129.00', priceCurrency: 'EUR' }],
  }

  it('reads the reviews within a product', () => {
    const review = [
      {
        '@type': 'Review',
        reviewRating: rating,
        author: { '@type': 'Person', name: 'Fred' },
        reviewBody: 'Quiet.',
        datePublished: '2024-02-03',
      },
      { author: 'Anna', reviewBody: 'Cleans well.', reviewRating: { ratingValue: 90, bestRating: 100 } },
    ]
    const { shape, rows } = read({ '@context': 'https://schema.org/', ...product, review })
    expect(shape).toBe('schema.org')
    const item = {
      externalId: 'bv3',
      brand: 'Brisk',
      category: 'vacuum cleaners',
      price: { minor: 12_900, currency: 'EUR' },
      described: false,
    }
    expect(rows).toMatchObject([
      { item, review: { body: 'Quiet.', author: 'Fred', rating: 4, writtenAt: '2024-02-03T00:00:00.000Z' } },
      { item, review: { body: 'Cleans well.', author: 'Anna', rating: 4.5, ratingOriginal: 90, ratingScale: 100 } },
    ])
  })

  it('finds what a review is about, however the two are joined', () => {
    const review = { '@type': 'Review', '@id': '#r', reviewBody: 'Loud.', itemReviewed: { '@id': '#p' } }
    const graphs = [
      [review, product],
      [
        { ...product, review: { '@id': '#r' } },
        { ...review, itemReviewed: undefined },
      ],
      [{ '@type': 'WebPage', mainEntity: { ...product, review: [review] } }],
      [
        {
          '@type': 'ItemList',
          itemListElement: [
            { '@type': 'ListItem', item: { ...product, reviews: { ...review, itemReviewed: { name: 'x' } } } },
          ],
        },
      ],
      [{ ...review, itemReviewed: { ...product } }],
    ]
    for (const graph of graphs)
      expect(read({ '@graph': graph }).rows).toMatchObject([
        { item: { externalId: 'bv3', name: 'Brisk Vacuum 3' }, review: { body: 'Loud.' } },
      ])
  })

  it('describes items without reviews, takes places for places, and leaves the rest of a page', () => {
    const place = {
      '@type': ['Restaurant'],
      name: 'Blue Door',
      url: 'https://www.bluedoor.example/',
      servesCuisine: ['French', 'Thai'],
      address: { addressLocality: 'Lyon' },
    }
    const page = [
      { '@type': 'BreadcrumbList', itemListElement: [{ name: 'Home' }] },
      { '@type': 'Organization', name: 'We' },
      place,
    ]
    expect(read({ '@graph': page }).rows).toMatchObject([
      {
        item: {
          source: 'bluedoor.example',
          kind: 'place',
          category: 'restaurants',
          attributes: { city: 'Lyon', servesCuisine: 'French, Thai' },
          described: true,
        },
        review: null,
      },
    ])
    expect(read({ '@graph': page.slice(0, 2) }).rows).toEqual([{ reason: 'no review and no item in the JSON-LD' }])
  })

  it('walks no deeper than any page, and no circle', () => {
    let deep: object = { '@type': 'Review', reviewBody: 'x' }
    for (let i = 0; i < 10_000; i++) deep = { a: [deep] }
    expect(read({ '@graph': deep }).rows).toEqual([{ reason: 'no review and no item in the JSON-LD' }])
    const circle = [
      { '@id': '#a', review: { '@id': '#b' } },
      { '@id': '#b', '@type': 'Review', reviewBody: 'x', itemReviewed: { '@id': '#a' } },
    ]
    expect(read({ '@graph': circle }).rows).toEqual([{ reason: 'no item name' }])
  })
})
