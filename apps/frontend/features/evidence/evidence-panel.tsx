'use client'

import { Dialog } from 'radix-ui'
import { type ReactNode, useEffect, useRef } from 'react'
import { useMediaQuery } from '../../lib/use-media-query.ts'

interface EvidencePanelProps {
  open: boolean
  /** Changes with what is shown: the reader's place moves to its beginning. */
  shown: string
  title: string
  onClose(): void
  onStep?(by: 1 | -1): void
  children: ReactNode
}

/** The frame of the evidence: in the margin beside the text where there is one, else a sheet that slides over from below. */
export function EvidencePanel({ open, ...panel }: EvidencePanelProps) {
  const beside = useMediaQuery('(min-width: 68rem)')
  if (beside) return open ? <Margin {...panel} /> : null
  return (
    <Dialog.Root open={open} onOpenChange={(next) => next || panel.onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="screen-only fixed inset-0 z-40 bg-scrim motion-safe:animate-fade" />
        <Dialog.Content
          aria-describedby={undefined}
          // The place is given back by the panel's own state, also when Back closes it.
          onCloseAutoFocus={(event) => event.preventDefault()}
          className="screen-only fixed inset-x-0 bottom-0 z-50 flex max-h-[86dvh] min-h-[50dvh] flex-col border-t-2 border-ink bg-sheet shadow-lift motion-safe:animate-rise"
        >
          <Dialog.Title className="sr-only">{panel.title}</Dialog.Title>
          <Body {...panel} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Margin(panel: Omit<EvidencePanelProps, 'open'>) {
  const { onClose } = panel
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [onClose])
  return (
    <aside
      aria-label={panel.title}
      className="screen-only sticky top-18 flex max-h-[calc(100dvh-5.5rem)] flex-col border border-rule-firm border-t-2 border-t-ink bg-sheet motion-safe:animate-fade"
    >
      <Body {...panel} />
    </aside>
  )
}

function Body({ shown, title, onClose, onStep, children }: Omit<EvidencePanelProps, 'open'>) {
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    top.current?.focus({ preventScroll: true })
    top.current?.scrollTo(0, 0)
  }, [shown])

  return (
    <>
      <div className="flex items-center justify-between gap-3 border-b border-rule py-1.5 pr-1.5 pl-4">
        <p aria-hidden className="kicker min-w-0 truncate text-faint">
          {title}
        </p>
        <div className="flex shrink-0 items-center">
          {onStep && (
            <>
              <PanelButton label="Previous evidence" onClick={() => onStep(-1)}>
                ‹
              </PanelButton>
              <PanelButton label="Next evidence" onClick={() => onStep(1)}>
                ›
              </PanelButton>
            </>
          )}
          <PanelButton label="Close the evidence" onClick={onClose}>
            ×
          </PanelButton>
        </div>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it has the focus itself when it opens */}
      <div
        ref={top}
        role="group"
        aria-label={title}
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft') onStep?.(-1)
          if (event.key === 'ArrowRight') onStep?.(1)
        }}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-4 pt-4 pb-6 outline-none"
      >
        {children}
      </div>
    </>
  )
}

function PanelButton({ label, onClick, children }: { label: string; onClick(): void; children: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className="grid size-9 place-items-center rounded-[3px] font-serif text-title leading-none text-soft hover:bg-shade hover:text-accent"
    >
      {children}
    </button>
  )
}
