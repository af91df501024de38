import { cacheContract } from './cache.contract.ts'
import { createInProcessCache } from './in-process-cache.ts'

const cache = createInProcessCache()
cacheContract('in process', () => cache)
