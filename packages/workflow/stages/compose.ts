import type { MessageMetadata, NoticeData } from '@reviewguide/contracts'
import { checkClaim } from '@reviewguide/opinions'
import { claimContext, claimSubject, leftOutSubject } from '../answer/claim-context.ts'
import { comparisonData } from '../answer/comparison.ts'
import { createEvidenceBook } from '../answer/evidence-book.ts'
import { shortlistItems } from '../answer/shortlist.ts'
import { type Draft, formatMoney, listed } from '../answer/wording.ts'
import { writeAnswer } from '../answer/write-answer.ts'
import type { Written } from '../answer/written.ts'
import type { ClaimRecord } from '../ports/index.ts'
import type { RunStage, StageContext } from '../stage.ts'
import type { RunState } from '../state.ts'

/** What the log is told of a sentence that was held back. */
export type OnUnsupported = (sentence: string, problems: string[]) => void

/** Writes the answer and sends it in the order it is read: verdict, shortlist, reasons, table, notices. Each sentence is checked before it goes; one that does not hold is left out. */
export function createCompose({ onUnsupported }: { onUnsupported: OnUnsupported }): RunStage {
  return async (state, context) => {
    const ranked = state.ranked ?? []
    const tooFew = state.tooFew ?? []
    const found = state.found ?? { candidates: [], leftOut: [], reviews: 0 }
    const book = createEvidenceBook(state.quotes ?? [], context.emit)
    const written = writeAnswer({ ...state, ranked, tooFew, found, book })

    const subjects = new Map([
      ...found.leftOut.map(({ item }) => [item.itemId, leftOutSubject(item)] as const),
      ...[...ranked, ...tooFew].map((item) => [item.item.itemId, claimSubject(item)] as const),
    ])
    const claims: ClaimRecord[] = []
    const holds = ({ text, about }: Draft): boolean => {
      const { verdict, cited, problems } = checkClaim(text, claimContext(subjects, about, book, written.given))
      if (verdict === 'unsupported') onUnsupported(text, problems)
      else claims.push({ text, evidence: cited, verdict })
      return verdict !== 'unsupported'
    }

    const verdict = written.verdict.filter(holds)
    sendText('verdict', [verdict.length > 0 ? verdict : [unsettled]], context)
    // The verdict goes out now; the rest of the work would hold it back by some milliseconds, and by many where ten are asking.
    await new Promise((resolve) => setImmediate(resolve))
    const shortlist = shortlistItems(written.shown, book)
    if (shortlist.length > 0)
      context.emit({ type: 'data-shortlist', id: 'shortlist', data: { items: shortlist, leftOut: leftOutData(state) } })
    sendText(
      'body',
      written.body.map((paragraph) => paragraph.filter(holds)),
      context,
    )
    if (written.table)
      context.emit({ type: 'data-comparison', id: 'comparison', data: comparisonData(written.shown, book) })
    for (const [index, notice] of [...(state.notices ?? []), ...noticesOf(state, written)].entries()) {
      context.emit({ type: 'data-notice', id: `notice-${index + 1}`, data: notice })
    }
    return { update: { answer: { metadata: metadataOf(state, written), claims, shown: written.shown } } }
  }
}

/** Said when no sentence of a verdict holds: rather nothing than something unchecked. */
const unsettled: Draft = { text: '**The reviews here do not settle this.**', about: [] }

/** One text part; sentences are sent one by one, paragraphs apart by a blank line. */
function sendText(id: string, paragraphs: Draft[][], { emit }: StageContext): void {
  const filled = paragraphs.filter((paragraph) => paragraph.length > 0)
  if (filled.length === 0) return
  emit({ type: 'text-start', id })
  for (const [index, paragraph] of filled.entries()) {
    for (const [position, { text }] of paragraph.entries()) {
      const gap = position > 0 ? ' ' : index > 0 ? '\n\n' : ''
      emit({ type: 'text-delta', id, delta: gap + text })
    }
  }
  emit({ type: 'text-end', id })
}

function leftOutData({ found, tooFew, ranked }: RunState) {
  const reasons: Record<string, string> = {
    unknown_price: 'its price is not known',
    other_currency: 'it is priced in another currency',
    brand_excluded: 'its brand was ruled out',
    low_rating: 'it is rated lower than asked',
  }
  return [
    ...found.leftOut.map(({ item, reason, feature }) => ({
      itemId: item.itemId,
      name: item.name,
      reason:
        reasons[reason] ??
        (feature
          ? `it has ${feature.startsWith('no ') ? feature.slice(3) : `no ${feature}`}`
          : item.price
            ? `it costs ${formatMoney(item.price)}`
            : 'it is outside the limit'),
    })),
    ...(ranked.length > 0 ? tooFew : []).map(({ item }) => ({
      itemId: item.itemId,
      name: item.name,
      reason: 'too few reviews to judge',
    })),
  ]
}

function metadataOf({ ledgers }: RunState, { outcome, shown }: Written): MessageMetadata {
  const [first] = shown
  if (!first) return { outcome }
  const reviews = (ledgers ?? []).reduce((sum, ledger) => sum + ledger.reviews, 0)
  return { outcome, read: { reviews, items: (ledgers ?? []).length }, confidence: first.confidence }
}

function noticesOf({ understanding, found, vocabulary }: RunState, { shown }: Written): NoticeData[] {
  const notices: NoticeData[] = []
  if (shown.some(({ item }) => item.source === 'sample')) {
    notices.push({
      code: 'sample_data',
      text: 'These items and reviews are invented samples that come with ReviewGuide. Load your own reviews to ask about real ones.',
    })
  }
  if (understanding?.currencyAssumed && vocabulary?.currency && shown.length > 0) {
    notices.push({ code: 'assumed', text: `Your limit was taken as ${vocabulary.currency}.` })
  }
  const unread = understanding?.unread ?? []
  if (unread.length > 0 && shown.length > 0 && (found?.candidates ?? []).every(({ relevance }) => relevance === 0)) {
    notices.push({
      code: 'assumed',
      text: `Nothing here is described by ${listed(unread.map((word) => `“${word}”`))}; that was left aside.`,
    })
  }
  return notices
}
