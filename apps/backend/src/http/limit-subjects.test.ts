import { AccountId, GuestId } from '@reviewguide/contracts'
import { describe, expect, it } from 'vitest'
import { limitSubjects } from './limit-subjects.ts'

describe('for whom a request is counted', () => {
  const account = AccountId.parse('acc_0123456789')
  const guest = GuestId.parse('gst_0123456789')

  it.each([
    [{ owner: null }, [['address', '192.0.2.1']]],
    [
      { owner: guest },
      [
        ['address', '192.0.2.1'],
        ['guest', guest],
      ],
    ],
    [
      { owner: account, session: { sessionId: 'ses_1' } },
      [
        ['address', '192.0.2.1'],
        ['account', account],
        ['session', 'ses_1'],
      ],
    ],
    [
      { owner: account, session: null },
      [
        ['address', '192.0.2.1'],
        ['account', account],
      ],
    ],
  ])('%j', (asker, subjects) => expect(limitSubjects(asker, '192.0.2.1')).toEqual(subjects))
})
