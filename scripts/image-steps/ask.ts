interface Part {
  type: string
  [field: string]: unknown
}

interface Evidence {
  n: number
  reviewId: string
  quote: string
  start: number
  end: number
}

/**
 * Asks the page's server a question and checks what comes back: text that cites evidence, each cited span as it stands in the stored review, and a
 * stream that ends in `finish` and `[DONE]`. Gives the number of spans cited. Throws by name at what is wrong.
 */
export async function askAndCheck(page: string, question: string, signal: AbortSignal): Promise<number> {
  const answer = await fetch(`${page}/v1/chat/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message: question }),
    signal,
  })
  const body = await answer.text()
  if (answer.status !== 200) throw new Error(`the question was answered with ${answer.status}: ${body.slice(0, 500)}`)
  const events = [...body.matchAll(/^data: (.*)$/gm)].map(([, data = '']) => data)
  if (events.pop() !== '[DONE]') throw new Error(`the stream does not end in [DONE]:\n${body.slice(-500)}`)
  const parts = events.map((event) => JSON.parse(event) as Part)
  if (parts.at(-1)?.type !== 'finish') throw new Error(`the last part is no finish: ${events.at(-1)}`)

  const evidence = new Map(
    parts.flatMap(({ type, data }) => {
      if (type !== 'data-evidence') return []
      const one = data as Evidence
      return [[one.n, one] as const]
    }),
  )
  const text = parts.flatMap(({ type, delta }) => (type === 'text-delta' ? [String(delta)] : [])).join('')
  const cited = new Set([...text.matchAll(/\[(\d+)\]/g)].map(([, n]) => Number(n)))
  if (cited.size === 0) throw new Error(`the answer cites nothing: ${text}`)
  for (const n of cited) {
    const one = evidence.get(n)
    if (!one) throw new Error(`the answer cites [${n}], which was not sent`)
    const review = await fetch(`${page}/v1/reviews/${one.reviewId}`, { signal })
    const { text: stored } = (await review.json()) as { text?: string }
    if (stored?.slice(one.start, one.end) !== one.quote) throw new Error(`[${n}] is not what its review says`)
  }
  return cited.size
}
