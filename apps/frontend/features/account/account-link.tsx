'use client'

import Link from 'next/link'
import { useEffect } from 'react'
import { meStore, refreshMe } from '../../lib/me-store.ts'
import { useStore } from '../../lib/use-store.ts'

/** The way to one's account, or to signing in. */
export function AccountLink() {
  const me = useStore(meStore)
  useEffect(() => void refreshMe(), [])
  return (
    <Link href="/account" className="max-w-40 min-w-0 truncate text-soft hover:text-accent">
      {me?.kind === 'account' ? me.account.name || me.account.email : 'Sign in'}
    </Link>
  )
}
