import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { Client, escapeIdentifier } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareLogin } from './database-roles.ts'

/** A database and roles of its own on the server that `DATABASE_URL` names. Roles belong to the whole server, so their names are random. */
const server = new URL(process.env.DATABASE_URL ?? 'postgres://root@127.0.0.1:5432/test')
const mark = `rg_infra_${randomBytes(4).toString('hex')}`
const names = { owner: `${mark}_owner`, schema: `${mark}_schema` }
const [first, second] = [`${mark}_a`, `${mark}_b`]
const administrator = `${mark}_admin`

const connect = async (user?: string, password?: string) => {
  const at = new URL(server)
  at.pathname = `/${mark}`
  if (user) at.username = user
  if (password) at.password = password
  const client = new Client({ connectionString: at.href })
  await client.connect()
  return client
}
const onServer = async (...statements: string[]) => {
  const client = new Client({ connectionString: server.href })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

/** Whether the server would let in with this password: by what it keeps (RFC 5803), since a server for tests may trust everybody. */
async function lets(role: string, password: string): Promise<boolean> {
  const root = await connect()
  const { rows } = await root.query('select rolpassword from pg_authid where rolname = $1', [role])
  await root.end()
  const [, rounds = '', salt = '', stored = ''] =
    /^SCRAM-SHA-256\$(\d+):([^$]+)\$([^:]+):/.exec(rows[0].rolpassword) ?? []
  const salted = pbkdf2Sync(password, Buffer.from(salt, 'base64'), Number(rounds), 32, 'sha256')
  const clientKey = createHmac('sha256', salted).update('Client Key').digest()
  return createHash('sha256').update(clientKey).digest('base64') === stored
}

let admin: Client

beforeAll(async () => {
  // As RDS's administrator: it makes roles and owns the database, and is no superuser.
  await onServer(
    `create role ${administrator} login createrole password 'x'`,
    `create database ${mark} owner ${administrator}`,
  )
  const root = await connect()
  await root.query(`grant create on schema public to ${administrator}`)
  await root.query('create table public.old (id int)')
  await root.query('insert into public.old values (1)')
  await root.end()
  admin = await connect(administrator, 'x')
})

afterAll(async () => {
  await admin.end()
  await onServer(
    `drop database ${mark} with (force)`,
    ...[first, second, names.owner, administrator].map((role) => `drop role if exists ${role}`),
  )
})

test('two logins make and change the same tables, by turns', async () => {
  const schema = escapeIdentifier(names.schema)
  await prepareLogin(admin, { user: first, password: "it's" }, names)
  const one = await connect(first, "it's")
  await one.query(`create schema if not exists ${schema}`)
  await one.query(`create table ${schema}.kept (id int)`)

  await prepareLogin(admin, { user: second, password: 'two' }, names)
  const two = await connect(second, 'two')
  await two.query(`alter table ${schema}.kept add column text text`)
  await one.query(`insert into ${schema}.kept values (1, 'seen')`)
  expect((await two.query(`select text from ${schema}.kept`)).rows).toEqual([{ text: 'seen' }])
  await one.end()
  await two.end()
})

test('after a rotation those who run still get in, and after the next one they do not', async () => {
  await prepareLogin(admin, { user: first, password: 'running' }, names)
  await prepareLogin(admin, { user: second, password: 'starting' }, names)
  expect(await lets(first, 'running')).toBe(true)
  expect(await lets(second, 'starting')).toBe(true)
  await prepareLogin(admin, { user: first, password: 'next' }, names)
  expect(await lets(first, 'running')).toBe(false)
  expect(await lets(first, 'next')).toBe(true)
})

test('the tables of others stay theirs', async () => {
  await prepareLogin(admin, { user: first, password: 'p' }, names)
  const client = await connect(first, 'p')
  await expect(client.query('select * from public.old')).rejects.toMatchObject({ code: '42501' })
  await expect(client.query('create table public.new (id int)')).rejects.toMatchObject({ code: '42501' })
  await client.end()
})

test('two at once do not trip over each other', async () => {
  const other = await connect(administrator, 'x')
  await Promise.all([
    prepareLogin(admin, { user: first, password: 'p' }, names),
    prepareLogin(other, { user: second, password: 'q' }, names),
  ])
  await other.end()
})
