import { type Client, escapeIdentifier, escapeLiteral } from 'pg'
import { type Login, OWNER } from './database-login.ts'

/**
 * Makes the role able to log in with this password, and all that it needs when this is the first time: the owner, its schema, and the extension that
 * only an administrator may add. Doing it again changes nothing but the password. Tables of other schemas are neither read nor granted.
 */
export async function prepareLogin(
  administrator: Client,
  { user, password }: Login,
  { owner = OWNER, schema = OWNER } = {},
): Promise<void> {
  const role = escapeIdentifier(user)
  const ownerName = escapeIdentifier(owner)
  const { rows } = await administrator.query<{ database: string }>('select current_database() as database')
  const database = escapeIdentifier(rows[0]?.database ?? '')

  await administrator.query('begin')
  try {
    // Two of us at once would both find a role missing.
    await administrator.query("select pg_advisory_xact_lock(hashtext('reviewguide roles'))")
    await createRole(administrator, owner, 'nologin')
    await createRole(administrator, user, 'login')
    await administrator.query(`alter role ${role} with login password ${escapeLiteral(password)}`)
    await administrator.query(`grant ${ownerName} to ${role}`)
    // What one login makes belongs to the owner, so the other one can change it.
    await administrator.query(`alter role ${role} set role = ${escapeLiteral(owner)}`)
    // Only a member may make a schema for the owner.
    await administrator.query(`grant ${ownerName} to current_user`)
    await administrator.query(`grant connect, create on database ${database} to ${ownerName}`)
    await administrator.query(`create schema if not exists ${escapeIdentifier(schema)} authorization ${ownerName}`)
    await administrator.query('create extension if not exists pg_trgm with schema public')
    await administrator.query('commit')
  } catch (cause) {
    await administrator.query('rollback')
    throw cause
  }
}

async function createRole(administrator: Client, name: string, may: 'login' | 'nologin'): Promise<void> {
  const { rowCount } = await administrator.query('select from pg_roles where rolname = $1', [name])
  if (!rowCount) await administrator.query(`create role ${escapeIdentifier(name)} ${may}`)
}
