import type { KeyboardEvent } from 'react'

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Arrow keys go from one element that matches `selector` to the next within the element that listens; Home and End to the ends. */
export function moveFocus(event: KeyboardEvent<HTMLElement>, selector: string): void {
  const target = event.target as HTMLElement
  if (event.altKey || event.ctrlKey || event.metaKey || !target.matches(selector)) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)]
  const step = steps[event.key]
  const next =
    event.key === 'Home'
      ? all[0]
      : event.key === 'End'
        ? all.at(-1)
        : step
          ? all[all.indexOf(target) + step]
          : undefined
  if (!next) return
  event.preventDefault()
  next.focus()
}
