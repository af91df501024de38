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
export { noRedisServer } from './redis/redis-process.ts'
export { redisUsage } from './redis/redis-usage.ts'
export { startTestRedis, type TestRedis, type TestRedisOptions } from './redis/test-redis.ts'
export { seedCorpus } from './seed-corpus.ts'
export { smallCorpus } from './small-corpus.ts'
export { createTestDatabase, type TestDatabase } from './test-database.ts'
export { type SeenStatement, watchStatements } from './watch-statements.ts'
