import { type Kysely, sql } from 'kysely'

/** Versions of messages, their search, feedback and shared chats. New columns are empty, so that no row is written again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists btree_gin with schema public`.execute(db)

  await sql`alter table reviewguide.messages
    -- The message that it follows, or the chat for a first question; null in chats that have had no second version since before there were any.
    add column parent_id text,
    -- When another version was shown instead of it, or of one above it; null while it is on the path that is shown.
    add column hidden_at timestamptz,
    -- What the client that asked calls the question.
    add column client_id text`.execute(db)
  await sql`alter table reviewguide.runs
    add column question_id text,
    -- Of a run that answers once more: when it hid what it is to replace.
    add column hid_at timestamptz`.execute(db)
  // Deleting a chat looks for its runs.
  await sql`create index runs_chat on reviewguide.runs (chat_id, started_at desc)`.execute(db)

  // Another value with each change of the chat's messages, which no other state of it ever has: what a cache knows a state by.
  await sql`alter table reviewguide.chats add column revision uuid, add column title_folded text`.execute(db)

  await sql`create table reviewguide.shares (
    token text primary key,
    chat_id text not null unique references reviewguide.chats on delete cascade,
    title text not null,
    message_ids text[] not null,
    shared_at timestamptz not null default now()
  )`.execute(db)

  await sql`create table reviewguide.feedback (
    message_id text primary key references reviewguide.messages on delete cascade,
    verdict text not null check (verdict in ('up', 'down')),
    reason text,
    comment text,
    given_at timestamptz not null default now()
  )`.execute(db)

  await sql`create table reviewguide.message_texts (
    message_id text primary key references reviewguide.messages on delete cascade,
    chat_id text not null,
    owner text not null,
    place bigint generated always as identity,
    -- The message as it is searched, see fold-text.ts.
    folded text not null
  )`.execute(db)
  // The owner is part of the index: a search costs what its owner has, whatever others wrote.
  await sql`create index message_texts_search on reviewguide.message_texts using gin (owner, folded public.gin_trgm_ops)`.execute(
    db,
  )
}
