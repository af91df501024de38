import type { SecretKeys, SecretStore } from './secret-store.ts'

/** A secret as Secrets Manager keeps it, for tests: versions by token, one current, one pending. */
export function secretInMemory(keys: SecretKeys): SecretStore & { versions: Map<string, SecretKeys> } {
  const versions = new Map([['first', keys]])
  let current = 'first'
  let pending: string | null = null
  return {
    versions,
    current: async () => versions.get(current) ?? {},
    pending: async (token) => (pending === token ? (versions.get(token) ?? null) : null),
    async prepare(token, prepared) {
      versions.set(token, prepared)
      pending = token
    },
    async promote(token) {
      if (!versions.has(token)) throw new Error('no such version')
      current = token
    },
    async replace(replacement) {
      current = `version ${versions.size + 1}`
      versions.set(current, replacement)
    },
  }
}
