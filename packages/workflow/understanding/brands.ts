interface Span {
  start: number
  end: number
}

/** Brands that a text asks for and rules out. */
export interface ReadBrands {
  in: string[]
  out: string[]
  spans: Span[]
}

const negated =
  /\b(?:(?<!\bwhy )not|no|except|without|excluding|avoid|anything but|other than|apart from|besides|don't (?:like|want|trust)|hate)(?:\s+(?:from|by|any|anything|a|an|the|more))*\s*(?:\p{L}+\s*(?:,|or|and|nor)\s*)*$/iu

/** Reads brand names as whole words, longest first, case aside. A brand behind a "not", "no", "except" or the like is ruled out, else it is asked for. */
export function readBrands(text: string, brands: string[], taken: Span[]): ReadBrands {
  const read: ReadBrands = { in: [], out: [], spans: [] }
  const lower = text.toLowerCase()
  for (const brand of [...new Set(brands)].toSorted((a, b) => b.length - a.length)) {
    const needle = brand.toLowerCase()
    if (needle.length < 2) continue
    for (let at = lower.indexOf(needle); at >= 0; at = lower.indexOf(needle, at + 1)) {
      const span = { start: at, end: at + needle.length }
      const whole = !/[\p{L}\p{N}]/u.test(lower[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(lower[span.end] ?? ' ')
      if (!whole || [...taken, ...read.spans].some((other) => span.start < other.end && other.start < span.end))
        continue
      read.spans.push(span)
      const side = negated.test(text.slice(0, at)) ? read.out : read.in
      if (!side.includes(brand)) side.push(brand)
    }
  }
  return read
}
