'use client'

import { useEffect } from 'react'
import { meStore, refreshMe } from '../../lib/me-store.ts'
import { useStore } from '../../lib/use-store.ts'
import { AccountSettings } from './account-settings.tsx'
import { SignIn } from './sign-in.tsx'

/** Signing in for those who are not; what is kept of them for those who are. */
export function AccountPage() {
  const me = useStore(meStore)
  useEffect(() => void refreshMe(), [])
  if (me === null) return <p className="pt-16 text-small text-soft">One moment</p>
  return me.kind === 'account' ? <AccountSettings account={me.account} /> : <SignIn guest={me.kind === 'guest'} />
}
