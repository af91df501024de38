/** Marks a process whose front door is `server.ts`: only there is `x-forwarded-for` ours and not the client's. */
export const FRONT_DOOR = Symbol.for('reviewguide.front-door')

/**
 * The address of the client of a request, or undefined when it cannot be known.
 *
 * `proxyHops` is how many proxies of our own stand before this server. Each appends the address that it saw to
 * `x-forwarded-for`, so the client's is that many entries from the right; whatever stands further left the client wrote itself.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  proxyHops: number,
): string | undefined {
  const plain = socketAddress?.replace(/^::ffff:(?=\d+\.)/, '')
  if (proxyHops === 0) return plain
  const chain = (forwardedFor ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  return chain.at(-proxyHops) ?? plain
}
