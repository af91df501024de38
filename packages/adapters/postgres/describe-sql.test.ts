import { describe, expect, it } from 'vitest'
import { describeSql } from './describe-sql.ts'

describe('what a trace says of a query', () => {
  it.each([
    ['select "a" from "reviewguide"."items" where "id" = $1', 'SELECT items'],
    ['insert into "reviewguide"."runs" ("run_id") values ($1)', 'INSERT runs'],
    ['update reviewguide.chats set title = $1', 'UPDATE chats'],
    ['with found as (select 1 from reviewguide.reviews) delete from x', 'DELETE x'],
    [
      'with a as (select 1 from chats for update) insert into runs values (1) on conflict do update set b = 1',
      'INSERT runs',
    ],
    ['select 1 from chats for no key update of chats', 'SELECT chats'],
    ['-- update nothing\nselect 1 from chats', 'SELECT chats'],
    ['select\n  a\nfrom\n  reviewguide.aspects', 'SELECT aspects'],
    ['begin', 'BEGIN'],
    ['start transaction', 'START'],
    ['select 1', 'SELECT'],
    ['vacuum', 'SQL'],
    ['commit', 'COMMIT'],
  ])('%s', (text, name) => {
    expect(describeSql()(text)).toMatchObject({ name, attributes: { 'db.query.summary': name, 'db.query.text': text } })
  })

  it('cuts what is long, and says the same each time', () => {
    const describeOne = describeSql()
    const text = `select ${'1, '.repeat(2000)} 2`
    expect(String(describeOne(text).attributes['db.query.text'])).toHaveLength(2000)
    expect(describeOne(text)).toBe(describeOne(text))
  })
})
