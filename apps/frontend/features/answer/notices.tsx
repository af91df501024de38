import type { NoticeData } from '@reviewguide/contracts'

/** What was assumed, left out or done without. Nothing found comes first and larger: it is the answer then. */
export function Notices({ notices }: { notices: NoticeData[] }) {
  if (notices.length === 0) return null
  return (
    <ul className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-1.5 border-l-2 border-rule-firm pl-4 text-small text-soft">
      {notices.map((notice) => (
        <li
          key={`${notice.code} ${notice.text}`}
          className={notice.code === 'nothing_found' ? 'text-base text-ink' : ''}
        >
          {notice.text}
        </li>
      ))}
    </ul>
  )
}
