'use client'

import { accountsApi } from '../../lib/api.ts'
import { browserName } from '../../lib/browser-name.ts'
import { personChanged } from '../../lib/me-store.ts'
import { useAction } from '../../lib/use-action.ts'
import { useResource } from '../../lib/use-resource.ts'
import { day } from '../../lib/words.ts'
import { Section } from './account-section.tsx'

/** Where the account is signed in, each place with the means to end it. */
export function Sessions() {
  const sessions = useResource('sessions', (signal) => accountsApi.sessions(signal))
  const action = useAction()
  return (
    <Section title="Where you are signed in">
      {sessions.status === 'failed' && <p className="text-small text-soft">{sessions.failure.text}</p>}
      {sessions.status === 'ready' && (
        <ul>
          {sessions.value.items.map(({ sessionId, current, createdAt, address, userAgent }) => (
            <li key={sessionId} className="flex items-baseline gap-3 border-b border-rule py-2 text-small">
              <span className="min-w-0 flex-1">
                <span className="block truncate" title={userAgent ?? undefined}>
                  {browserName(userAgent)}
                </span>
                <span className="text-soft">
                  since {day(createdAt)}
                  {address && `, from ${address}`}
                </span>
              </span>
              {current ? (
                <span className="shrink-0 text-soft">this one</span>
              ) : (
                <button
                  type="button"
                  className="press shrink-0"
                  disabled={action.working}
                  onClick={() =>
                    void action.run(async () => {
                      await accountsApi.endSession(sessionId)
                      sessions.again()
                    })
                  }
                >
                  Sign out
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {action.failure && (
        <p role="alert" className="mt-2 text-small text-against">
          {action.failure.text}
        </p>
      )}
      <button
        type="button"
        className="button-plain mt-3"
        disabled={action.working}
        onClick={() =>
          void action.run(async () => {
            await accountsApi.signOutEverywhere()
            await personChanged()
          })
        }
      >
        Sign out everywhere
      </button>
    </Section>
  )
}
