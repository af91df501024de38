import { describe, expect, it } from 'vitest'
import { dayOrder, parseDate } from './parse-date.ts'

describe('parseDate', () => {
  it.each([
    ['2024-03-14', '2024-03-14T00:00:00.000Z'],
    ['2017-01-13T00:00:00.000Z', '2017-01-13T00:00:00.000Z'],
    ['2017-01-13 10:30', '2017-01-13T10:30:00.000Z'],
    ['2017-01-13T10:30:00+02:00', '2017-01-13T08:30:00.000Z'],
    ['July 31, 2006', '2006-07-31T00:00:00.000Z'],
    ['Reviewed in the United States on 31 July 2006', '2006-07-31T00:00:00.000Z'],
    ['09 1, 2016', '2016-09-01T00:00:00.000Z'],
    ['1472688000', '2016-09-01T00:00:00.000Z'],
    ['1472688000000', '2016-09-01T00:00:00.000Z'],
    ['2016/9/1', '2016-09-01T00:00:00.000Z'],
    ['December 3, 2019', '2019-12-03T00:00:00.000Z'],
    ['03.12.2019', '2019-12-03T00:00:00.000Z'],
    ['12/31/2019', '2019-12-31T00:00:00.000Z'],
    ['31/12/2019', '2019-12-31T00:00:00.000Z'],
    ['Reviewed in the United States on July 4, 2021', '2021-07-04T00:00:00.000Z'],
    ['20191203', '2019-12-03T00:00:00.000Z'],
    ['20-May-12', '2012-05-20T00:00:00.000Z'],
    ['3. Dezember 2019', '2019-12-03T00:00:00.000Z'],
    ['3 décembre 2019', '2019-12-03T00:00:00.000Z'],
    ['3 de diciembre de 2019', '2019-12-03T00:00:00.000Z'],
    ['Tue Mar 12 10:30:00 UTC 2019', '2019-03-12T00:00:00.000Z'],
    ['2019-03-12 10:30:00 UTC', '2019-03-12T10:30:00.000Z'],
  ])('reads %s', (text, iso) => {
    expect(parseDate(text)).toBe(iso)
  })

  it.each([
    '2 years ago',
    'a month ago',
    '12:30',
    '5',
    '13',
    'May',
    'Version 3.2.1',
    '',
    'yesterday',
    '2024-02-30',
    '13/13/2024',
    '1970-01-01',
    '9999-01-01',
    'Foo 3, 2020',
  ])('gives none for "%s"', (text) => {
    expect(parseDate(text)).toBeNull()
  })

  it('learns from the file which of two numbers is the day', () => {
    expect(dayOrder(['03/04/2024', '25/12/2024'])).toBe('day-first')
    expect(dayOrder(['03/04/2024', '12/25/2024'])).toBe('month-first')
    expect(dayOrder(['03/04/2024', '12/25/2024', '25/12/2024', '26/12/2024'])).toBe('day-first')
    expect(dayOrder(['03.04.2024'])).toBe('day-first')
    expect(parseDate('03/04/2024', 'day-first')).toBe('2024-04-03T00:00:00.000Z')
    expect(parseDate('03/04/2024', 'month-first')).toBe('2024-03-04T00:00:00.000Z')
  })
})
