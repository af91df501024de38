'use client'

import type { NewApiKey } from '@reviewguide/contracts'
import { useState } from 'react'
import { Field } from '../../components/field.tsx'
import { Form } from '../../components/form.tsx'
import { accountsApi } from '../../lib/api.ts'
import { useAction } from '../../lib/use-action.ts'
import { useResource } from '../../lib/use-resource.ts'
import { day } from '../../lib/words.ts'
import { Section } from './account-section.tsx'

/** Keys for programs that ask in the account's name; shown only where the installation gives them out. */
export function ApiKeys() {
  const ways = useResource('ways', (signal) => accountsApi.ways(signal))
  return ways.status === 'ready' && ways.value.apiKeys ? <Keys /> : null
}

function Keys() {
  const keys = useResource('keys', (signal) => accountsApi.apiKeys(signal))
  const making = useAction()
  const ending = useAction()
  const [name, setName] = useState('')
  const [made, setMade] = useState<NewApiKey | null>(null)
  return (
    <Section title="Keys for programs">
      {keys.status === 'ready' && keys.value.items.length > 0 && (
        <ul>
          {keys.value.items.map((key) => (
            <li key={key.apiKeyId} className="flex items-baseline gap-3 border-b border-rule py-2 text-small">
              <span className="min-w-0 flex-1 truncate">
                {key.name}{' '}
                <span className="text-soft">
                  · {key.start}… · since {day(key.createdAt)}
                </span>
              </span>
              <button
                type="button"
                className="press shrink-0"
                onClick={() =>
                  void ending.run(async () => {
                    await accountsApi.deleteApiKey(key.apiKeyId)
                    keys.again()
                  })
                }
              >
                Delete
              </button>
            </li>
          ))}
        </ul>
      )}
      {made && (
        <p className="mt-3 border-l-4 border-accent bg-sheet px-3 py-2 text-small break-all">
          The key “{made.name}”, shown this once: <code>{made.key}</code>
        </p>
      )}
      <Form
        action={making}
        submit="Make a key"
        onSubmit={async () => {
          setMade(await accountsApi.makeApiKey(name))
          setName('')
          keys.again()
        }}
      >
        <Field label="What it is for" required maxLength={32} value={name} onChange={setName} />
      </Form>
    </Section>
  )
}
