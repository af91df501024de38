export { createFakeCatalogue } from './fake-catalogue.ts'
export { createFakeChatStore } from './fake-chat-store.ts'
export { createFakeClock } from './fake-clock.ts'
export { createFakeEvidenceSource } from './fake-evidence-source.ts'
export { createFakeItemSearch } from './fake-item-search.ts'
export {
  type ItemSketch,
  type MemoryCorpus,
  memoryCorpus,
  type OpinionSketch,
  type ReviewSketch,
} from './memory-corpus.ts'
export { noRedisServer, startTestRedis, type TestRedis } from './redis-server.ts'
export { seedCorpus } from './seed-corpus.ts'
export { smallCorpus } from './small-corpus.ts'
export { createTestDatabase, type TestDatabase } from './test-database.ts'
export { type SeenStatement, watchStatements } from './watch-statements.ts'
