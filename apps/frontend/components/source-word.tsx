import type { Source } from '@reviewguide/contracts'

/** Where a review comes from. The sample's reviews are invented, and said to be wherever they stand. */
export function SourceWord({ source }: { source: Source }) {
  if (source.name === 'sample') return <span className="border border-rule-firm px-1 text-kicker">invented sample</span>
  if (source.url && /^https?:\/\//.test(source.url)) {
    return (
      <a href={source.url} rel="noreferrer nofollow ugc" target="_blank" className="press" dir="auto">
        {source.name}
      </a>
    )
  }
  return <span dir="auto">{source.name}</span>
}
