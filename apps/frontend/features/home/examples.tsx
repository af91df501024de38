/** Questions that this corpus can answer; each is asked by pressing it. */
export function Examples({ questions, onAsk }: { questions: string[]; onAsk(question: string): void }) {
  if (questions.length === 0) return null
  return (
    <section aria-labelledby="examples">
      <h2 id="examples" className="kicker text-faint">
        For example
      </h2>
      <ul className="mt-2 border-t-2 border-ink">
        {questions.map((question) => (
          <li key={question} className="border-b border-rule">
            <button
              type="button"
              onClick={() => onAsk(question)}
              className="group flex w-full items-baseline justify-between gap-4 py-2.5 text-left font-serif text-prose text-accent hover:text-accent-firm"
            >
              <span dir="auto" className="decoration-1 underline-offset-4 group-hover:underline">
                {question}
              </span>
              <span aria-hidden className="font-sans text-base">
                →
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
