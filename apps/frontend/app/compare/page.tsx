import type { Metadata } from 'next'
import { Suspense } from 'react'
import { ComparePage } from '../../features/comparison/compare-page.tsx'

export const metadata: Metadata = { title: 'Side by side' }

export default function Page() {
  return (
    <Suspense>
      <ComparePage />
    </Suspense>
  )
}
