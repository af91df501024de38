'use client'

import Link from 'next/link'
import { Form } from '../../components/form.tsx'
import { accountsApi } from '../../lib/api.ts'
import { personChanged } from '../../lib/me-store.ts'
import { useAction } from '../../lib/use-action.ts'

/** Where the link of a letter leads. It is pressed once more here: programs that look at letters follow links, and must confirm nothing. */
export function ConfirmEmail({ token }: { token: string }) {
  const action = useAction()
  return (
    <div className="mx-auto w-full max-w-md pt-12 pb-16">
      <h1 className="font-serif text-display">Your address</h1>
      {action.done ? (
        <p className="mt-3 text-base">
          It is confirmed, and you are in.{' '}
          <Link href="/" className="press">
            Ask something
          </Link>
        </p>
      ) : (
        <Form
          action={action}
          submit="Confirm it"
          onSubmit={async () => {
            await accountsApi.confirmEmail(token)
            await personChanged()
          }}
        >
          <p className="mt-2 text-base text-soft">One press, and the account is yours.</p>
        </Form>
      )}
    </div>
  )
}
