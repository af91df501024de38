/** Nothing has been loaded: how to. */
export function EmptyCorpus() {
  return (
    <section className="mx-auto mt-10 max-w-3xl border-2 border-ink bg-sheet px-5 py-4">
      <h2 className="font-serif text-title">The shelf is empty</h2>
      <p className="mt-1 text-base text-soft">
        No reviews have been loaded yet, so there is nothing to answer from. Load a file of your own:
      </p>
      <pre className="mt-3 overflow-x-auto bg-shade px-3 py-2 text-small">npx reviewguide import reviews.csv</pre>
    </section>
  )
}
