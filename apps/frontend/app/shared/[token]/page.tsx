import type { Metadata } from 'next'
import { SharedScreen } from './shared-screen.tsx'

export const metadata: Metadata = {
  title: 'Shared answers',
  robots: { index: false, follow: false },
  // Whoever has the address may read the page; the sites that it links to must not learn it.
  referrer: 'no-referrer',
}

export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  return <SharedScreen token={token} />
}
