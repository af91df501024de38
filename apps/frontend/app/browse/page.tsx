import type { Metadata } from 'next'
import { Suspense } from 'react'
import { Browse } from '../../features/catalogue/browse.tsx'

export const metadata: Metadata = { title: 'Everything on file' }

export default function BrowsePage() {
  return (
    <Suspense>
      <Browse />
    </Suspense>
  )
}
