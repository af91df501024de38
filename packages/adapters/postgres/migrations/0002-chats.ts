import { type Kysely, sql } from 'kysely'

/** Chats, their messages as sent, and the runs that wrote them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table reviewguide.chats (
    chat_id text primary key,
    owner text not null,
    title text not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`.execute(db)
  await sql`create index chats_owner on reviewguide.chats (owner, updated_at desc, chat_id)`.execute(db)

  await sql`create table reviewguide.messages (
    message_id text primary key,
    chat_id text not null references reviewguide.chats on delete cascade,
    position integer generated always as identity,
    role text not null check (role in ('user', 'assistant')),
    parts jsonb not null,
    metadata jsonb,
    -- What the turn leaves behind for those after it; answers only.
    memory jsonb,
    created_at timestamptz not null default now()
  )`.execute(db)
  await sql`create index messages_chat on reviewguide.messages (chat_id, position)`.execute(db)

  await sql`create table reviewguide.runs (
    run_id text primary key,
    chat_id text not null references reviewguide.chats on delete cascade,
    owner text not null,
    answer_id text not null,
    idempotency_key text,
    status text not null check (status in ('active', 'finished', 'stopped', 'failed')),
    error_code text,
    started_at timestamptz not null default now(),
    finished_at timestamptz
  )`.execute(db)
  // The database, not a check before, keeps a chat to one active run and a key to one run: two requests may race.
  await sql`create unique index runs_one_active on reviewguide.runs (chat_id) where status = 'active'`.execute(db)
  await sql`create unique index runs_idempotency on reviewguide.runs (owner, idempotency_key) where idempotency_key is not null`.execute(
    db,
  )

  await sql`create table reviewguide.claims (
    message_id text not null references reviewguide.messages on delete cascade,
    position integer not null,
    body text not null,
    evidence integer[] not null,
    verdict text not null check (verdict in ('supported', 'plain')),
    primary key (message_id, position)
  )`.execute(db)
}
