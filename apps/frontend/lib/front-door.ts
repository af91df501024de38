import type { IncomingMessage } from 'node:http'
import { clientAddress, FRONT_DOOR } from './client-address.ts'

/** From here on `x-forwarded-for` is believed in this process: it is what `sayWhoAsks` wrote. */
export function openFrontDoor(): void {
  Object.assign(globalThis, { [FRONT_DOOR]: true })
}

/** Puts the client's address, as the socket and our own `proxyHops` proxies know it, in place of everything that the client says about it. */
export function sayWhoAsks(request: IncomingMessage, proxyHops: number): void {
  const forwardedFor = request.headersDistinct['x-forwarded-for']?.join(',')
  const address = clientAddress(request.socket.remoteAddress, forwardedFor, proxyHops)
  delete request.headers.forwarded
  delete request.headers['x-real-ip']
  if (address === undefined) delete request.headers['x-forwarded-for']
  else request.headers['x-forwarded-for'] = address
}
