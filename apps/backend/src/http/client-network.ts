import { isIPv4, isIPv6 } from 'node:net'

/** Groups of an IPv6 address that name a network; the rest its owner chooses anew as often as they like. */
const NETWORK_GROUPS = 4

/**
 * Whom an address stands for: an IPv4 address for itself, an IPv6 address for its /64, which is the least that a household is given. IPv4 written as IPv6
 * (`::ffff:192.0.2.1`) is IPv4. Whatever is no address is `unknown`.
 */
export function clientNetwork(address: string): string {
  const [bare = ''] = address.split('%')
  if (isIPv4(bare)) return bare
  if (!isIPv6(bare)) return 'unknown'
  const groups = groupsOf(bare)
  const embedded = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  if (embedded) return [groups[6] ?? 0, groups[7] ?? 0].flatMap((group) => [group >> 8, group & 255]).join('.')
  return `${groups
    .slice(0, NETWORK_GROUPS)
    .map((group) => group.toString(16))
    .join(':')}::/64`
}

/** The eight numbers of a valid IPv6 address. */
function groupsOf(address: string): number[] {
  const [head = '', tail] = address.split('::')
  const [left, right] = [numbersOf(head), numbersOf(tail ?? '')]
  return tail === undefined ? left : [...left, ...Array(8 - left.length - right.length).fill(0), ...right]
}

function numbersOf(text: string): number[] {
  if (text === '') return []
  return text.split(':').flatMap((group) => {
    if (!group.includes('.')) return Number.parseInt(group, 16)
    const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number)
    return [(a << 8) | b, (c << 8) | d]
  })
}
