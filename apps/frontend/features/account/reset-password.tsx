'use client'

import Link from 'next/link'
import { useState } from 'react'
import { Form } from '../../components/form.tsx'
import { accountsApi } from '../../lib/api.ts'
import { useAction } from '../../lib/use-action.ts'
import { NewPasswordField } from './new-password-field.tsx'

/** Where the link of a letter leads: a new password for an account. */
export function ResetPassword({ token }: { token: string }) {
  const action = useAction()
  const [password, setPassword] = useState('')
  return (
    <div className="mx-auto w-full max-w-md pt-12 pb-16">
      <h1 className="font-serif text-display">A new password</h1>
      {action.done ? (
        <p className="mt-3 text-base">
          It is set, and everywhere you are signed out.{' '}
          <Link href="/account" className="press">
            Sign in
          </Link>
        </p>
      ) : (
        <Form action={action} submit="Set it" onSubmit={() => accountsApi.resetPassword(token, password)}>
          <NewPasswordField label="New password" value={password} onChange={setPassword} />
        </Form>
      )}
    </div>
  )
}
