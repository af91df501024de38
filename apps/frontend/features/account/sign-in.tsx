'use client'

import { useState } from 'react'
import { Field } from '../../components/field.tsx'
import { Form } from '../../components/form.tsx'
import { accountsApi } from '../../lib/api.ts'
import { personChanged } from '../../lib/me-store.ts'
import { useAction } from '../../lib/use-action.ts'
import { useResource } from '../../lib/use-resource.ts'
import { NewPasswordField } from './new-password-field.tsx'

type Way = 'sign-in' | 'sign-up' | 'forgot'

const titles: Record<Way, string> = {
  'sign-in': 'Sign in',
  'sign-up': 'Make an account',
  forgot: 'A new password',
}

/** Signing in, signing up, and the way back in for those who forgot. */
export function SignIn({ guest }: { guest: boolean }) {
  const [way, setWay] = useState<Way>('sign-in')
  const [email, setEmail] = useState('')
  const ways = useResource('ways', (signal) => accountsApi.ways(signal))
  const fields = { email, onEmail: setEmail }
  const choice = (to: Way, label: string) => (
    <button type="button" className="press" onClick={() => setWay(to)}>
      {label}
    </button>
  )
  return (
    <div className="mx-auto w-full max-w-md pt-12 pb-16">
      <h1 className="font-serif text-display">{titles[way]}</h1>
      <p className="mt-2 text-base text-soft">
        {guest
          ? 'What you asked here as a guest comes along into your account.'
          : 'Asking needs no account. One keeps your questions for you on every device.'}
      </p>
      {way === 'sign-in' && <PasswordSignIn {...fields} />}
      {way === 'sign-up' && <SignUp {...fields} />}
      {way === 'forgot' && <Forgot {...fields} />}
      {way !== 'forgot' && ways.status === 'ready' && ways.value.providers.length > 0 && (
        <Providers providers={ways.value.providers} />
      )}
      <p className="mt-6 flex flex-wrap gap-x-5 gap-y-2 border-t border-rule pt-4 text-small">
        {way !== 'sign-in' && choice('sign-in', 'Sign in')}
        {way !== 'sign-up' && choice('sign-up', 'Make an account')}
        {way !== 'forgot' && choice('forgot', 'I forgot my password')}
      </p>
    </div>
  )
}

interface WayProps {
  email: string
  onEmail(email: string): void
}

function EmailField({ email, onEmail }: WayProps) {
  return (
    <Field
      label="Email address"
      type="email"
      name="email"
      autoComplete="username"
      required
      maxLength={254}
      value={email}
      onChange={onEmail}
    />
  )
}

function PasswordSignIn({ email, onEmail }: WayProps) {
  const action = useAction()
  const [password, setPassword] = useState('')
  return (
    <Form
      action={action}
      submit="Sign in"
      onSubmit={async () => {
        await accountsApi.signIn({ email, password, remember: true })
        await personChanged()
      }}
    >
      <EmailField email={email} onEmail={onEmail} />
      <Field
        label="Password"
        type="password"
        name="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={setPassword}
      />
    </Form>
  )
}

function SignUp({ email, onEmail }: WayProps) {
  const action = useAction()
  const [password, setPassword] = useState('')
  const [name, setName] = useState('')
  const [sent, setSent] = useState(false)
  return (
    <Form
      action={action}
      submit="Make the account"
      onSubmit={async () => {
        const { outcome } = await accountsApi.signUp({ email, password, name })
        if (outcome === 'signed_in') await personChanged()
        else setSent(true)
      }}
      done={sent ? `A letter is on its way to ${email}. Open the link in it, and you are in.` : undefined}
    >
      <EmailField email={email} onEmail={onEmail} />
      <NewPasswordField label="Password" value={password} onChange={setPassword} />
      <Field
        label="What to call you"
        hint="If you like."
        name="name"
        autoComplete="name"
        maxLength={100}
        value={name}
        onChange={setName}
      />
    </Form>
  )
}

function Forgot({ email, onEmail }: WayProps) {
  const action = useAction()
  return (
    <Form
      action={action}
      submit="Send a link"
      onSubmit={() => accountsApi.forgotPassword(email)}
      done={`If there is an account for ${email}, a letter with a link is on its way.`}
    >
      <EmailField email={email} onEmail={onEmail} />
    </Form>
  )
}

const providerNames = { google: 'Google', github: 'GitHub' } as const

function Providers({ providers }: { providers: (keyof typeof providerNames)[] }) {
  const action = useAction()
  return (
    <div className="mt-6 flex flex-wrap gap-2">
      {providers.map((provider) => (
        <button
          key={provider}
          type="button"
          className="button-plain"
          disabled={action.working}
          onClick={() =>
            void action.run(async () => {
              window.location.assign(await accountsApi.signInWith(provider, '/account'))
            })
          }
        >
          Go on with {providerNames[provider]}
        </button>
      ))}
      {action.failure && (
        <p role="alert" className="basis-full text-small text-against">
          {action.failure.text}
        </p>
      )}
    </div>
  )
}
