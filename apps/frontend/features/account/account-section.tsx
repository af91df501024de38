import type { ReactNode } from 'react'

/** One part of the account's page, below a rule. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-10 border-t border-rule pt-5">
      <h2 className="mb-2 font-serif text-title">{title}</h2>
      {children}
    </section>
  )
}
