import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clientNetwork } from './client-network.ts'

describe('whom an address stands for', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:c000:201', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
    ['', 'unknown'],
    ['localhost', 'unknown'],
    ['1.2.3.4.5', 'unknown'],
    ['2001:db8::1::2', 'unknown'],
  ])('%s is %s', (address, network) => expect(clientNetwork(address)).toBe(network))

  it('is the same for all of a /64, however it is written, and another for its neighbour', () => {
    const group = fc.integer({ min: 0, max: 0xffff })
    const hex = (groups: number[]) => groups.map((n) => n.toString(16)).join(':')
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: 0x2000, max: 0x3fff }), group, group, group),
        fc.array(group, { minLength: 4, maxLength: 4 }),
        (network, host) => {
          const full = `${hex(network)}:${hex(host)}`
          expect(clientNetwork(full)).toBe(`${hex(network)}::/64`)
          // As the platform itself writes it: shortened.
          expect(clientNetwork(new URL(`http://[${full}]`).hostname.slice(1, -1))).toBe(clientNetwork(full))
          const next = [...network.slice(0, 3), ((network[3] ?? 0) + 1) % 0x10000]
          expect(clientNetwork(`${hex(next)}:${hex(host)}`)).not.toBe(clientNetwork(full))
        },
      ),
    )
  })
})
