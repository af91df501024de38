/** What is known about one item that a claim may speak of; all figures are computed from stored data. */
export interface ClaimSubject {
  name: string
  /** Shares by aspect: `part` of `total` reviews that mention it, and those against. */
  ratios: { part: number; total: number }[]
  /** For and against, where a claim names both sides. */
  splits: { positive: number; negative: number }[]
  /** Every other figure that may be named, as it would be written: "4.2", "$79.99", "21". */
  figures: string[]
}

/** Evidence as a claim may cite it. */
export interface ClaimEvidence {
  itemName: string
  quote: string
}

export interface ClaimContext {
  /** The items that the claim is about, whether it names them or says "it". */
  subjects: readonly ClaimSubject[]
  /** Evidence of the message by its number. */
  evidence: ReadonlyMap<number, ClaimEvidence>
  /** Figures that belong to the question and no item: its limits, counts of what was read. */
  given: readonly string[]
}

export interface ClaimCheck {
  /** `supported`: cites evidence and all of it holds. `plain`: states only stored facts, which need none. `unsupported`: must not be sent. */
  verdict: 'supported' | 'plain' | 'unsupported'
  /** Citations in the order of their first appearance. */
  cited: number[]
  problems: string[]
}

const citation = /\[(\d+)\]/g
const quoted = /“([^”]*)”/g
const ratio = /(?<![\d.,$€£₹¥])(\d[\d,]*) of (?:the |its |their )?(\d[\d,]*)/g
/** The scale of a rating is no figure of anybody's: "3.9 out of 5". */
const scale = / out of 5\b/g
const split = /(\d[\d,]*) (?:\p{L}+ )?for(?: it)?(?:,| and) (\d[\d,]*) (?:\p{L}+ )?against/gu
const number = /[$€£₹¥]?\d+(?:[.,]\d+)*/g
/** Words by which a sentence reports what people think; such a sentence cannot do without evidence. */
const opinion =
  /\b(?:prais\w*|complain\w*|pleased|like[sd]?|dislike[sd]?|unhappy|happy|agree\w*|love[sd]?|divid\w*|disappoint\w*|content|satisfied|better|worse|best|worst)\b/i

/** Whether words say what people think of something, and so need evidence. */
export const reportsOpinion = (words: string): boolean => opinion.test(words)

/**
 * Checks one sentence of an answer before it is sent: every citation exists and speaks of an item that the sentence is about; every quotation stands letter by
 * letter in evidence that it cites; every share ("41 of 46") is one of the subjects' shares and every other number one of their figures or given by the question;
 * a sentence with a share or a judgement cites something. Written for sentences of any author, a model's included.
 */
export function checkClaim(text: string, { subjects, evidence, given }: ClaimContext): ClaimCheck {
  const problems: string[] = []
  const cited = [...new Set([...text.matchAll(citation)].map((match) => Number(match[1])))]

  for (const n of cited) {
    const source = evidence.get(n)
    if (!source) problems.push(`citation ${n} does not exist`)
    else if (!subjects.some(({ name }) => name === source.itemName))
      problems.push(`citation ${n} speaks of ${source.itemName}`)
  }
  for (const [, words] of text.matchAll(quoted)) {
    if (words && !cited.some((n) => evidence.get(n)?.quote.includes(words)))
      problems.push(`quotation is in no cited evidence: ${words}`)
  }

  let rest = text.replaceAll(citation, ' ').replaceAll(quoted, ' ')
  for (const name of subjects.map((subject) => subject.name).toSorted((a, b) => b.length - a.length))
    rest = rest.replaceAll(name, ' ')
  rest = rest.replaceAll(scale, ' ')

  let shares = 0
  rest = rest.replaceAll(ratio, (match, part: string, total: string) => {
    shares++
    const known = subjects.some(({ ratios }) =>
      ratios.some((r) => r.part === toNumber(part) && r.total === toNumber(total)),
    )
    if (!known) problems.push(`no subject has the share ${match}`)
    return ' '
  })
  rest = rest.replaceAll(split, (match, positive: string, negative: string) => {
    shares++
    const known = subjects.some(({ splits }) =>
      splits.some((s) => s.positive === toNumber(positive) && s.negative === toNumber(negative)),
    )
    if (!known) problems.push(`no subject is divided ${match}`)
    return ' '
  })
  const allowed = new Set([...given, ...subjects.flatMap(({ figures }) => figures)])
  for (const [figure] of rest.matchAll(number)) if (!allowed.has(figure)) problems.push(`${figure} comes from nowhere`)

  const needsEvidence = shares > 0 || reportsOpinion(rest)
  if (needsEvidence && cited.length === 0) problems.push('reports opinions and cites nothing')
  if (problems.length > 0) return { verdict: 'unsupported', cited, problems }
  return { verdict: cited.length > 0 ? 'supported' : 'plain', cited, problems }
}

const toNumber = (written: string) => Number(written.replaceAll(',', ''))
