import type { Metadata } from 'next'
import { ConfirmEmail } from '../../features/account/confirm-email.tsx'

// The address holds the letter's token: it must not travel on to anywhere.
export const metadata: Metadata = { title: 'Your address', robots: { index: false }, referrer: 'no-referrer' }

export default async function Page({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token = '' } = await searchParams
  return <ConfirmEmail token={token} />
}
