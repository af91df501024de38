import { type Kysely, sql } from 'kysely'

/** People with accounts: how each signs in, where each is signed in, links that were mailed, and keys for programs. The library wants keys named `id`. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table reviewguide.accounts (
    id text primary key,
    -- In lower case: one address is one account, however it is typed.
    email text not null unique check (email = lower(email)),
    name text not null,
    image text,
    email_confirmed boolean not null default false,
    role text not null default 'person' check (role in ('person', 'administrator')),
    disabled boolean not null default false,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`.execute(db)

  // A password, or a person's identity at a provider.
  await sql`create table reviewguide.sign_in_methods (
    id text primary key,
    account_id text not null references reviewguide.accounts on delete cascade,
    provider text not null,
    provider_account_id text not null,
    password_hash text,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamptz,
    refresh_token_expires_at timestamptz,
    scope text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    unique (provider, provider_account_id)
  )`.execute(db)
  await sql`create index sign_in_methods_account on reviewguide.sign_in_methods (account_id)`.execute(db)

  await sql`create table reviewguide.sessions (
    id text primary key,
    account_id text not null references reviewguide.accounts on delete cascade,
    token text not null unique,
    ip_address text,
    user_agent text,
    expires_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`.execute(db)
  await sql`create index sessions_account on reviewguide.sessions (account_id)`.execute(db)

  // What was asked for by mail or is under way at a provider, until it is used or too old.
  await sql`create table reviewguide.verifications (
    id text primary key,
    identifier text not null,
    value text not null,
    expires_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`.execute(db)
  await sql`create index verifications_identifier on reviewguide.verifications (identifier)`.execute(db)
  await sql`create index verifications_expiry on reviewguide.verifications (expires_at)`.execute(db)

  // Of a key its hash alone.
  await sql`create table reviewguide.api_keys (
    id text primary key,
    account_id text not null references reviewguide.accounts on delete cascade,
    name text not null,
    start text not null,
    key_hash text not null unique,
    expires_at timestamptz,
    created_at timestamptz not null default now()
  )`.execute(db)
  await sql`create index api_keys_account on reviewguide.api_keys (account_id)`.execute(db)
}
