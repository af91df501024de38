import { AccountId, type LimitKind, type OwnerId } from '@reviewguide/contracts'
import { clientNetwork } from './client-network.ts'

/** Who asks, as far as it is known. */
interface Asker {
  owner: OwnerId | null
  /** One sign-in of an account. */
  session?: { sessionId: string } | null
}

/** All whom a request is counted for, each with its kind: the address always, the others where they are known. Somebody without a cookie has an address all the same. */
export function limitSubjects({ owner, session }: Asker, ip: string): [LimitKind, string][] {
  const subjects: [LimitKind, string][] = [['address', clientNetwork(ip)]]
  if (owner) subjects.push([AccountId.safeParse(owner).success ? 'account' : 'guest', owner])
  if (session) subjects.push(['session', session.sessionId])
  return subjects
}
