import { AsyncLocalStorageProviderSingleton } from '@langchain/core/singletons'

/**
 * Keeps LangGraph from making a LangSmith run tree for each of the three steps it takes for a node. Nobody traces here, and the trees (an id of random
 * bytes, a date and a look at the environment each) were 3 of the 7 ms of CPU that eight empty nodes cost.
 */
export function withoutTracing(): void {
  const { runWithConfig } = AsyncLocalStorageProviderSingleton
  AsyncLocalStorageProviderSingleton.runWithConfig = (config, callback) =>
    runWithConfig.call(AsyncLocalStorageProviderSingleton, config, callback, true) as never
}
