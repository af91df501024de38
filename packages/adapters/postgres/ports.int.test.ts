import { createTestDatabase, seedCorpus, smallCorpus, type TestDatabase } from '@reviewguide/testing'
import {
  catalogueContract,
  chatHistoryContract,
  chatStoreContract,
  chatVersionsContract,
  evidenceSourceContract,
  itemSearchContract,
  runStoreContract,
} from '@reviewguide/testing/contract-suites'
import { afterAll, beforeAll } from 'vitest'
import { createPostgresCatalogue } from './postgres-catalogue.ts'
import { createPostgresChatStore } from './postgres-chat-store.ts'
import { createPostgresEvidenceSource } from './postgres-evidence-source.ts'
import { createPostgresItemSearch } from './postgres-item-search.ts'
import { createPostgresRunStore } from './postgres-run-store.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await seedCorpus(database.db, smallCorpus())
})
afterAll(() => database.drop())

catalogueContract('Postgres', () => createPostgresCatalogue(database))
itemSearchContract('Postgres', () => createPostgresItemSearch(database))
evidenceSourceContract('Postgres', () => createPostgresEvidenceSource({ db: database.db }))
chatStoreContract('Postgres', (options) => createPostgresChatStore({ ...database, ...options }))
chatVersionsContract('Postgres', () => createPostgresChatStore(database))
chatHistoryContract('Postgres', () => createPostgresChatStore(database))
runStoreContract('Postgres', () => ({ ...createPostgresRunStore(database), ...createPostgresChatStore(database) }))
