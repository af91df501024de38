/** What to ask next: questions that the corpus can answer, each asked by pressing it. */
export function Suggestions({ questions, onAsk }: { questions: string[]; onAsk(question: string): void }) {
  if (questions.length === 0) return null
  return (
    <nav aria-label="What to ask next" className="screen-only mt-8">
      <h3 className="kicker text-faint">Ask next</h3>
      <ul className="mt-1.5 border-t border-rule">
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
    </nav>
  )
}
