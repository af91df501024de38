import type { QuestionData } from '@reviewguide/contracts'

/** The one thing worth asking back, with what the answer assumes until it is told. */
export function ClarifyingQuestion({ question, onAsk }: { question: QuestionData; onAsk(question: string): void }) {
  const assumed = question.options.find((option) => option.id === question.assumed)
  return (
    <section aria-label="A question back" className="screen-only mt-8 border-2 border-ink bg-sheet px-4 py-3.5">
      <p className="font-serif text-title">{question.text}</p>
      {assumed && (
        <p className="mt-0.5 text-small text-soft">Until you say, this answer takes it to be “{assumed.label}”.</p>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        {question.options.map((option) => (
          <button key={option.id} type="button" className="button-plain" onClick={() => onAsk(option.label)}>
            {option.label}
            {option.id === question.assumed && <span className="text-kicker font-normal text-faint">assumed</span>}
          </button>
        ))}
      </div>
    </section>
  )
}
