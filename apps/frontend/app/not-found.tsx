import type { Metadata } from 'next'
import Link from 'next/link'

export const metadata: Metadata = { title: 'Nothing here' }

/** An address that leads nowhere. */
export default function NotFound() {
  return (
    <div className="mx-auto w-full max-w-4xl pt-8 pb-16 sm:pt-12">
      <h1 className="font-serif text-display font-medium">Nothing here</h1>
      <p className="mt-3 text-base text-soft">
        This address leads to no page. It may have been mistyped, or what it led to is gone.
      </p>
      <p className="mt-6 flex flex-wrap gap-x-5 gap-y-1 text-base">
        <Link href="/" className="text-accent underline-offset-4 hover:underline">
          Ask something
        </Link>
        <Link href="/browse" className="text-accent underline-offset-4 hover:underline">
          Everything on file
        </Link>
      </p>
    </div>
  )
}
