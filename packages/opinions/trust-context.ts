import { findBursts } from './find-bursts.ts'
import { textFingerprint } from './fingerprint.ts'
import { type AuthoredReview, findOneSidedAuthors } from './one-sided-authors.ts'
import { copiesAmong, joinWritings, originality, type Writings, writingsOf } from './originality.ts'
import { alikeSketches, nearTriples, textSketch } from './text-sketch.ts'
import type { TrustContext } from './trust.ts'

/** A review as its neighbours see it. */
export interface ReviewAmongOthers extends AuthoredReview {
  text: string
  /** ISO 8601; null where the source does not say. */
  writtenAt: string | null
}

/**
 * What all reviews together say about each one: copies, near copies, bursts and one-sided authors; for `weighReview`. One result for each review, in order. The order in which
 * reviews come changes nothing. The import comes to the same by its indexes, with these very parts.
 *
 * Near copies are found by sketches (`textSketch`) and confirmed by the texts themselves; of near copies and copies the first-written is taken for the original (`originality`).
 */
export function trustContexts(reviews: readonly ReviewAmongOthers[]): TrustContext[] {
  const byPrint = Map.groupBy(reviews.keys(), (at) => textFingerprint((reviews[at] as ReviewAmongOthers).text))
  byPrint.delete('')
  const prints = [...byPrint.values()]
  const textOf = (print: number) => reviews[prints[print]?.[0] ?? 0]?.text ?? ''
  const alike = alikeSketches([...byPrint.keys()].map((print, at) => ({ sketch: textSketch(textOf(at)), print })))
  const contexts = findOneSidedAuthors(reviews).map(
    (own): TrustContext => ({ same: null, near: null, burst: null, ...own }),
  )
  const writings = prints.map((members) =>
    writingsOf(members.map((at) => (reviews[at] as ReviewAmongOthers).writtenAt)),
  )
  for (const [print, members] of prints.entries()) {
    const near = (alike[print] ?? []).flatMap((other) => {
      const triples = nearTriples(textOf(print), textOf(other))
      return triples === 0 ? [] : [{ triples, writings: writings[other] as Writings }]
    })
    const nearWritings = joinWritings(near.map((other) => other.writings))
    const copies = copiesAmong(members.map((at) => reviews[at] as ReviewAmongOthers))
    for (const [place, at] of members.entries()) {
      const context = contexts[at] as TrustContext
      if (members.length > 1) context.same = copies[place] ?? null
      if (near.length > 0)
        context.near = {
          ...originality(reviews[at]?.writtenAt ?? null, nearWritings),
          triples: Math.max(...near.map(({ triples }) => triples)),
        }
    }
  }
  for (const members of Map.groupBy(reviews.keys(), (at) => reviews[at]?.item).values()) {
    const bursts = findBursts(members.map((at) => reviews[at] as ReviewAmongOthers))
    for (const [place, share] of bursts) (contexts[members[place] as number] as TrustContext).burst = share
  }
  return contexts
}
