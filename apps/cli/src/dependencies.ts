import { randomBytes } from 'node:crypto'
import { type Accounts, type AccountTables, createAccounts, createShownMailer } from '@reviewguide/accounts'
import { connectRedis, createRedisAttemptStore, createRedisSessionStore } from '@reviewguide/adapters/cache'
import {
  createDatabase,
  createKysely,
  createPool,
  createPostgresCatalogue,
  createPostgresChatStore,
  createPostgresCorpusWriter,
  createPostgresEvidenceSource,
  createPostgresItemSearch,
  migrateToLatest,
} from '@reviewguide/adapters/postgres'
import type { AccountId, ImportId, ItemId } from '@reviewguide/contracts'
import {
  createWorkerAnalyser,
  type FileOutcome,
  type ImportFile,
  importFiles,
  keepHeapSmall,
  undoImport,
} from '@reviewguide/corpus'
import type { Catalogue, EvidenceSource, ItemSearch } from '@reviewguide/workflow/ports'

/** Brings the schema of the database up to date; see the migrations. Returns the names of those that ran. */
export async function migrate(url: string): Promise<string[]> {
  const { applied } = await migrateToLatest(url)
  return applied
}

/** How much the corpus holds. */
export async function countCorpus(url: string): Promise<{ items: number; reviews: number }> {
  const pool = createPool(url, { max: 1 })
  try {
    const { rows } = await pool.query<{ items: number; reviews: number }>(
      'select (select count(*) from reviewguide.items) as items, (select count(*) from reviewguide.reviews) as reviews',
    )
    return rows[0] ?? { items: 0, reviews: 0 }
  } finally {
    await pool.end()
  }
}

/** Imports files of reviews into the database, which is migrated; see `importFiles`. */
export async function importReviews(
  url: string,
  paths: string[],
  input: Pick<ImportFile, 'options' | 'rejectsFolder' | 'onProgress' | 'signal'>,
): Promise<FileOutcome[]> {
  keepHeapSmall()
  const pool = createPool(url, { max: 2, applicationName: 'reviewguide-import' })
  const analyser = createWorkerAnalyser()
  try {
    const clock = { now: () => new Date() }
    return await importFiles(paths, { ...input, store: createPostgresCorpusWriter(pool), analyser, clock })
  } finally {
    await analyser.close()
    await pool.end()
  }
}

/** Takes an import back; null when there is none of this id. */
export async function undoReviews(url: string, importId: ImportId, signal: AbortSignal): ReturnType<typeof undoImport> {
  const pool = createPool(url, { max: 2, applicationName: 'reviewguide-import' })
  try {
    return await undoImport(importId, createPostgresCorpusWriter(pool), signal)
  } finally {
    await pool.end()
  }
}

/** The corpus as the commands read it. */
export interface Corpus {
  catalogue: Catalogue
  search: ItemSearch
  evidence: EvidenceSource
  /** Items with exactly this name, in whatever case, or this id of their import. At most twenty. */
  itemsCalled(text: string): Promise<ItemId[]>
  close(): Promise<void>
}

/** Opens the corpus of a migrated database for reading. */
export function openCorpus(url: string): Corpus {
  const pool = createPool(url, { max: 4, applicationName: 'reviewguide-search' })
  const db = createDatabase(pool)
  return {
    catalogue: createPostgresCatalogue({ db }),
    search: createPostgresItemSearch({ db }),
    evidence: createPostgresEvidenceSource({ db }),
    async itemsCalled(text) {
      const { rows } = await pool.query<{ item_id: ItemId }>(
        'select item_id from reviewguide.items where lower(name) = lower($1) or external_id = $1 order by item_id limit 20',
        [text],
      )
      return rows.map(({ item_id }) => item_id)
    },
    close: () => pool.end(),
  }
}

/** The accounts of people, as the commands look after them. */
export interface People extends Pick<Accounts, 'administration' | 'sessions'> {
  countChats(owner: AccountId): Promise<number>
  /** Deletes all chats of an account; returns how many. */
  deleteChats(owner: AccountId, signal: AbortSignal): Promise<number>
  close(): Promise<void>
}

/** Opens the accounts of a migrated database; with the Redis of the backends what is changed holds there at once. Throws `cache_unavailable` when that is away. */
export async function openPeople(
  url: string,
  { redisUrl, publicUrl }: { redisUrl: string | undefined; publicUrl: string },
): Promise<People> {
  const redis = redisUrl ? await connectRedis(redisUrl) : null
  const options = { max: 2, applicationName: 'reviewguide-users' }
  const pools = [createPool(url, { ...options, dates: 'objects' }), createPool(url, options)] as const
  const { administration, sessions, close } = createAccounts({
    db: createKysely<AccountTables>(pools[0]),
    shared: redis && { sessions: createRedisSessionStore({ redis }), attempts: createRedisAttemptStore({ redis }) },
    mailer: createShownMailer(() => {}),
    // Nothing that a command makes is signed.
    secretKey: randomBytes(32).toString('hex'),
    publicUrl,
  })
  const chats = createPostgresChatStore({ db: createDatabase(pools[1]) })
  const people: People = {
    administration,
    sessions,
    async countChats(owner) {
      const { rows } = await pools[1].query<{ count: number }>(
        'select count(*) from reviewguide.chats where owner = $1',
        [owner],
      )
      return rows[0]?.count ?? 0
    },
    async deleteChats(owner, signal) {
      for (let deleted = 0; ; ) {
        const { items } = await chats.list(owner, { limit: 100 })
        if (items.length === 0) return deleted
        for (const { chatId } of items) {
          signal.throwIfAborted()
          if (await chats.delete(chatId, owner)) deleted += 1
        }
      }
    },
    async close() {
      close()
      for (const pool of pools) await pool.end()
      await redis?.close()
    },
  }
  try {
    await redis?.ping()
    return people
  } catch (error) {
    await people.close()
    throw error
  }
}
