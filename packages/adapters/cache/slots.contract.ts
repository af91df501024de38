import type { Slots } from '@reviewguide/workflow/ports'
import { describe, expect, it } from 'vitest'

/** What all slots do. `open` gives those of two processes; they may be the same. */
export function slotsContract(name: string, open: () => { one: Slots; other: Slots }): void {
  const owner = () => `gst_${crypto.randomUUID()}`

  describe(`slots: ${name}`, () => {
    it('gives as many places as there are, whoever asks, and each again when it is given back', async () => {
      const { one, other } = open()
      const mine = owner()
      expect(await one.take(mine, 'a', 2, 60_000)).toBe('taken')
      expect(await other.take(mine, 'b', 2, 60_000)).toBe('taken')
      expect(await one.take(mine, 'c', 2, 60_000)).toBe('full')
      await one.release(mine, 'b')
      await one.release(mine, 'b')
      expect(await other.take(mine, 'c', 2, 60_000)).toBe('taken')
      expect(await other.take(mine, 'd', 2, 60_000)).toBe('full')
    })

    it('knows who has a place already', async () => {
      const { one, other } = open()
      const mine = owner()
      await one.take(mine, 'a', 1, 60_000)
      expect(await other.take(mine, 'a', 1, 60_000)).toBe('held')
    })

    it('keeps owners apart', async () => {
      const { one } = open()
      expect(await one.take(owner(), 'a', 1, 60_000)).toBe('taken')
      expect(await one.take(owner(), 'a', 1, 60_000)).toBe('taken')
    })

    it('never gives the last place twice', async () => {
      const { one, other } = open()
      const mine = owner()
      const outcomes = await Promise.all(
        Array.from({ length: 40 }, (_, n) => (n % 2 === 0 ? one : other).take(mine, `h${n}`, 3, 60_000)),
      )
      expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(3)
    })

    it('takes a place back from a holder who never came to do it', async () => {
      const { one } = open()
      const mine = owner()
      await one.take(mine, 'dead', 1, 1_500)
      expect(await one.take(mine, 'next', 1, 60_000)).toBe('full')
      await expect.poll(() => one.take(mine, 'next', 1, 60_000), { timeout: 5_000, interval: 100 }).toBe('taken')
    })
  })
}
