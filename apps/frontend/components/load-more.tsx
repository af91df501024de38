/** Goes on with a list that has another page. */
export function LoadMore({ onMore, busy }: { onMore(): void; busy: boolean }) {
  return (
    <button type="button" onClick={onMore} disabled={busy} className="button-plain screen-only mt-5">
      {busy ? 'Reading on' : 'Read on'}
    </button>
  )
}
