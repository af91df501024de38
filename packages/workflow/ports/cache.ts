/** Values that may be lost at any time: what they hold can always be had again, only slower. */
export interface Cache {
  /** The value set under the key, or null when there is none or its time is over. Throws `cache_unavailable` when the cache cannot be reached. */
  get(key: string): Promise<unknown>
  /** Keeps a JSON value for `ttlMs` milliseconds at most. Throws `cache_unavailable` when the cache cannot be reached. */
  set(key: string, value: unknown, ttlMs: number): Promise<void>
}
