import { randomBytes } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { createPool } from './connect.ts'
import { migrateToLatest } from './migrate.ts'
import { migrations } from './migrations/index.ts'

const server = process.env.DATABASE_URL ?? ''
const name = `reviewguide_migrate_${randomBytes(6).toString('hex')}`
const url = Object.assign(new URL(server), { pathname: `/${name}` }).href

afterAll(async () => {
  const admin = createPool(server, { max: 1 })
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.end()
})

test('five processes that start at once migrate an empty database exactly once', async () => {
  const admin = createPool(server, { max: 1 })
  await admin.query(`create database ${name} template template0`)
  await admin.end()
  const runs = await Promise.all(Array.from({ length: 5 }, () => migrateToLatest(url)))
  expect(runs.flatMap((run) => run.applied).toSorted()).toEqual(Object.keys(migrations))
  expect(await migrateToLatest(url)).toEqual({ applied: [] })
})

test('everything stands in the schema reviewguide, and nothing of the customer in public is touched', async () => {
  const pool = createPool(url, { max: 1 })
  const { rows } = await pool.query(
    `select schemaname from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  await pool.end()
  expect(new Set(rows.map((row) => row.schemaname))).toEqual(new Set(['reviewguide']))
})
