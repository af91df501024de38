'use client'

import { useMemo } from 'react'
import { Answer } from '../../../features/answer/answer.tsx'
import type { AnswerView } from '../../../features/chat/conversation.tsx'
import { ComparisonTable } from '../../../features/comparison/comparison-table.tsx'
import { LeftOut } from '../../../features/shortlist/left-out.tsx'
import { Shortlist } from '../../../features/shortlist/shortlist.tsx'
import { answerParts } from '../../../lib/answer-parts.ts'
import { EvidenceProvider } from '../../../lib/evidence-context.tsx'
import type { Panel } from '../../../lib/use-panel.ts'

const nothingYet = { id: '', role: 'assistant' as const, parts: [] }

/** One answer put together from its pieces, each of which can open its evidence. */
export function AnswerScreen({
  answer = nothingYet,
  running,
  latest,
  state,
  ask,
  panel,
}: Omit<AnswerView, 'state' | 'ask'> & Partial<Pick<AnswerView, 'state' | 'ask'>> & { panel: Panel }) {
  const parts = answerParts(answer)
  const { evidence } = parts
  const { open } = panel
  const messageId = answer.id
  // Every token makes a new message; only new evidence may make the citations anew.
  const known = evidence.size
  const access = useMemo(
    () => ({
      lookup: (n: number) => evidence.get(n),
      open: (n: number) => open({ kind: 'evidence', messageId, n }),
      openAspect: (itemId: string, aspect: string) => open({ kind: 'aspect', itemId, aspect }),
    }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- evidence only ever grows, so its size tells whether it changed
    [known, messageId, open],
  )
  return (
    <EvidenceProvider value={access}>
      <Answer
        parts={parts}
        stages={state?.stages[messageId] ?? []}
        running={running}
        reconnecting={running && state?.connection === 'reconnecting'}
        latest={latest}
        shortlist={parts.shortlist && <Shortlist data={parts.shortlist} />}
        comparison={parts.comparison && <ComparisonTable data={parts.comparison} />}
        leftOut={parts.shortlist && <LeftOut items={parts.shortlist.leftOut} text={parts.verdict + parts.body} />}
        onAsk={ask}
      />
    </EvidenceProvider>
  )
}
