/** How to read the page, in the margin where the evidence will open. */
export function MarginNotes() {
  return (
    <aside aria-label="How to read this page" className="border-t border-rule pt-3 text-small text-soft">
      <h2 className="kicker text-faint">How to read this</h2>
      <dl className="mt-2 grid grid-cols-[3.25rem_minmax(0,1fr)] gap-x-3 gap-y-2.5">
        <dt>
          <span className="cite-chip border-accent text-accent">3</span>
        </dt>
        <dd>The sentence of a review behind a claim. Press it to read the whole review here.</dd>
        <dt className="pt-1.5">
          <span className="block h-2.5 bg-for" />
        </dt>
        <dd>Reviews that speak for it.</dd>
        <dt className="pt-1.5">
          <span className="hatch block h-2.5" />
        </dt>
        <dd>Reviews that speak against it. What lies between says both, or neither.</dd>
        <dt className="flex gap-1 pt-1.5">
          <span className="size-2.5 rounded-full border-2 border-for" />
          <span className="size-2.5 rounded-full border-2 border-dashed border-against" />
        </dt>
        <dd>One circle, one review: too few for a share. Thin bars are few as well.</dd>
        <dt className="font-serif text-base text-ink">4.3</dt>
        <dd>Ratings are drawn towards what is usual in the category, the more the fewer they are.</dd>
      </dl>
    </aside>
  )
}
