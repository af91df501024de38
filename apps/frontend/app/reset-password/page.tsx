import type { Metadata } from 'next'
import { ResetPassword } from '../../features/account/reset-password.tsx'

// The address holds the letter's token: it must not travel on to anywhere.
export const metadata: Metadata = { title: 'A new password', robots: { index: false }, referrer: 'no-referrer' }

export default async function Page({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token = '' } = await searchParams
  return <ResetPassword token={token} />
}
