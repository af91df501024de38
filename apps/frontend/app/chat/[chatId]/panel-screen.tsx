'use client'

import { useEffect } from 'react'
import { EvidenceAspect } from '../../../features/evidence/evidence-aspect.tsx'
import { EvidencePanel } from '../../../features/evidence/evidence-panel.tsx'
import { EvidenceReview } from '../../../features/evidence/evidence-review.tsx'
import { MarginNotes } from '../../../features/evidence/margin-notes.tsx'
import type { AnswerMessage } from '../../../lib/answer-message.ts'
import { answerParts } from '../../../lib/answer-parts.ts'
import { panelAddress } from '../../../lib/panel-address.ts'
import type { Panel } from '../../../lib/use-panel.ts'

/** What stands beside the text: the evidence that was opened, or how to read the page. */
export function PanelScreen({ messages, panel }: { messages: AnswerMessage[]; panel: Panel }) {
  const { view, open, swap, close } = panel
  const message = view?.kind === 'evidence' ? messages.find(({ id }) => id === view.messageId) : undefined
  const all = message ? [...answerParts(message).evidence.values()] : []
  const at = view?.kind === 'evidence' ? all.findIndex(({ n }) => n === view.n) : -1
  const evidence = all[at]
  useOpenMark(evidence ? evidence.n : null)

  const shown = view?.kind === 'aspect' || evidence !== undefined
  const title = evidence ? `Evidence ${evidence.n} of ${all.length}` : 'For and against'

  function step(by: 1 | -1): void {
    const next = all[at + by]
    if (message && next) swap({ kind: 'evidence', messageId: message.id, n: next.n })
  }

  return (
    <>
      {!shown && messages.some(({ parts }) => parts.some(({ type }) => type === 'data-evidence')) && <MarginNotes />}
      <EvidencePanel
        open={shown}
        shown={view ? panelAddress(view) : ''}
        title={title}
        onClose={close}
        onStep={evidence && all.length > 1 ? step : undefined}
      >
        {evidence && (
          <EvidenceReview evidence={evidence} onAspect={(itemId, aspect) => open({ kind: 'aspect', itemId, aspect })} />
        )}
        {view?.kind === 'aspect' && (
          <EvidenceAspect key={panelAddress(view)} itemId={view.itemId} aspect={view.aspect} />
        )}
      </EvidencePanel>
    </>
  )
}

/** Fills the chip of the evidence that is open, wherever it stands in the text. */
function useOpenMark(n: number | null): void {
  useEffect(() => {
    const chips = n === null ? [] : document.querySelectorAll(`[data-cite="${n}"]`)
    for (const chip of chips) chip.setAttribute('data-open', '')
    return () => {
      for (const chip of chips) chip.removeAttribute('data-open')
    }
  }, [n])
}
