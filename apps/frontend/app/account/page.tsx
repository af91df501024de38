import type { Metadata } from 'next'
import { AccountPage } from '../../features/account/account-page.tsx'

export const metadata: Metadata = { title: 'Account', robots: { index: false } }

export default function Page() {
  return <AccountPage />
}
