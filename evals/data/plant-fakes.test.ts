import { expect, test } from 'vitest'
import { plantFakes } from './plant-fakes.ts'

const words = 'the screen is bright and the battery lasts two whole days of use'
const honest = Array.from({ length: 40 }, (_, at) => ({
  item: at % 2 ? 'a' : 'b',
  text: `${words} ${at}.`,
  rating: 5,
  writtenAt: new Date(Date.UTC(2026, 0, 1 + at * 3)).toISOString(),
  author: `person ${at}`,
  brand: null,
  source: 's',
}))
const plan = { share: 0.3, items: ['a'], praise: ['Wonderful.', 'Splendid.'] }

test('the same plan gives the same fakes, as many as the share says, on the attacked item alone', () => {
  const fakes = plantFakes(honest, { ...plan, attack: 'duplicates' })
  expect(fakes).toEqual(plantFakes(honest, { ...plan, attack: 'duplicates' }))
  expect(fakes.map(({ item }) => item)).toEqual(Array.from({ length: 6 }, () => 'a'))
})

test('duplicates say what an earlier review says; a burst lies within two days', () => {
  for (const fake of plantFakes(honest, { ...plan, attack: 'duplicates' })) {
    const source = honest.find(({ text }) => text.replace('.', '!') === fake.text)
    expect(source && source.writtenAt < String(fake.writtenAt)).toBe(true)
  }
  const days = plantFakes(honest, { ...plan, attack: 'bursts' }).map(
    ({ writtenAt }) => Date.parse(String(writtenAt)) / 86_400_000,
  )
  expect(Math.max(...days) - Math.min(...days)).toBeLessThanOrEqual(1)
})
