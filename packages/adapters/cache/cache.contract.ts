import type { Cache } from '@reviewguide/workflow/ports'
import { describe, expect, it } from 'vitest'

/** What every cache does. */
export function cacheContract(name: string, cache: () => Cache): void {
  const key = () => `test-${crypto.randomUUID()}`

  describe(`cache: ${name}`, () => {
    it('gives back what was set, as a value of its own', async () => {
      const [at, value] = [key(), { items: [1, 'two', null], nested: { yes: true } }]
      await cache().set(at, value, 5_000)
      const got = await cache().get(at)
      expect(got).toEqual(value)
      expect(got).not.toBe(value)
    })

    it('has nothing under an unknown key', async () => {
      expect(await cache().get(key())).toBeNull()
    })

    it('forgets when the time is over, and takes the newest value', async () => {
      const at = key()
      await cache().set(at, 'old', 5_000)
      await cache().set(at, 'new', 40)
      expect(await cache().get(at)).toBe('new')
      await new Promise((resolve) => setTimeout(resolve, 80))
      expect(await cache().get(at)).toBeNull()
    })
  })
}
