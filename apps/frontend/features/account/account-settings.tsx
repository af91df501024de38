'use client'

import type { Account } from '@reviewguide/contracts'
import { useState } from 'react'
import { Field } from '../../components/field.tsx'
import { Form } from '../../components/form.tsx'
import { accountsApi } from '../../lib/api.ts'
import { personChanged } from '../../lib/me-store.ts'
import { useAction } from '../../lib/use-action.ts'
import { day } from '../../lib/words.ts'
import { Section } from './account-section.tsx'
import { ApiKeys } from './api-keys.tsx'
import { NewPasswordField } from './new-password-field.tsx'
import { Sessions } from './sessions.tsx'

/** An account: how one gets in, where one is in, and what is kept, to take along or to delete. */
export function AccountSettings({ account }: { account: Account }) {
  const leaving = useAction()
  return (
    <div className="mx-auto w-full max-w-2xl pt-12 pb-16">
      <h1 className="font-serif text-display">{account.name || 'Your account'}</h1>
      <p className="mt-2 text-base text-soft">
        {account.email} · since {day(account.createdAt)}
        {account.role === 'administrator' && ' · administrator'}
      </p>
      <button
        type="button"
        className="button-plain mt-5"
        disabled={leaving.working}
        onClick={() =>
          void leaving.run(async () => {
            await accountsApi.signOut()
            await personChanged()
          })
        }
      >
        Sign out
      </button>
      <Sessions />
      <PasswordChange />
      <ApiKeys />
      <Section title="What is kept of you">
        <p className="text-base text-soft">
          Your address, your questions with their answers, and what you said of them. Take all of it along as one file:
        </p>
        <a href={accountsApi.exportAddress} download className="button-plain mt-3">
          Save everything
        </a>
      </Section>
      <Deletion />
    </div>
  )
}

function PasswordChange() {
  const action = useAction()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  return (
    <Section title="Password">
      <Form
        action={action}
        submit="Change it"
        onSubmit={async () => {
          await accountsApi.changePassword(current, next)
          setCurrent('')
          setNext('')
        }}
        done="The password is changed. Everywhere else you are signed out."
      >
        <Field
          label="Password until now"
          type="password"
          autoComplete="current-password"
          required
          value={current}
          onChange={setCurrent}
        />
        <NewPasswordField label="New password" value={next} onChange={setNext} />
      </Form>
    </Section>
  )
}

function Deletion() {
  const action = useAction()
  const [asked, setAsked] = useState(false)
  const [password, setPassword] = useState('')
  return (
    <Section title="Delete the account">
      <p className="text-base text-soft">
        Your account, your questions, their answers and the pages you shared are deleted, at once and for good.
      </p>
      {asked ? (
        <Form
          action={action}
          submit="Delete everything"
          onSubmit={async () => {
            await accountsApi.deleteMe(password || undefined)
            await personChanged()
          }}
        >
          <Field
            label="Your password, to be sure that it is you"
            hint="Leave it empty if you have none."
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
          />
        </Form>
      ) : (
        <button type="button" className="button-plain mt-3 text-against" onClick={() => setAsked(true)}>
          Delete my account
        </button>
      )}
    </Section>
  )
}
