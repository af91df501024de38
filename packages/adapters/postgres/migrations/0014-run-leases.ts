import { type Kysely, sql } from 'kysely'

/** Who works on a run and until when, and what another backend needs to take it over. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table reviewguide.runs
    -- The process that works on it. Each takeover raises the epoch; what an earlier holder still does bears a lower one and counts for nothing.
    add column holder text,
    add column epoch integer not null default 1,
    -- Renewed about every second while the holder lives; null where there is one backend alone.
    add column lease_until timestamptz,
    add column stop_asked boolean not null default false,
    add column request_id text,
    add column if not exists question_id text,
    add column asked_at timestamptz,
    -- What the workflow had looked up, only where doing it again would take long; removed at the end of the run. Not jsonb: nothing looks into it, and
    -- the order of its keys stays what it was.
    add column checkpoint json,
    -- How many events were sent before the last one, once the run has ended.
    add column events integer`.execute(db)
  // What a backend of before left active has no holder: the first that looks takes it.
  await sql`update reviewguide.runs set lease_until = now() where status = 'active'`.execute(db)
  // Room on each page, so that a renewed lease is a change in place and no index hears of it.
  await sql`alter table reviewguide.runs set (fillfactor = 70)`.execute(db)
  await sql`create index runs_chat on reviewguide.runs (chat_id, started_at desc)`.execute(db)
}
