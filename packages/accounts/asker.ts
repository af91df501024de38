/** Where a request comes from, as the session remembers it. */
export interface Asker {
  /** Address of the network, already freed of what a client can forge. */
  address: string
  userAgent: string | null
}

/** What the library reads of a request; a session's token makes it that session's. */
export function askerHeaders({ address, userAgent }: Asker, token?: string): Headers {
  const headers = new Headers({ 'x-forwarded-for': address })
  // A header that was sent can be one that may not be set again.
  if (userAgent) headers.set('user-agent', userAgent.replace(/[^\x20-\x7e]/g, '?').slice(0, 500))
  if (token) headers.set('authorization', `Bearer ${token}`)
  return headers
}
