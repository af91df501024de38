import type { Tracer } from '../ports/index.ts'
import type { BegunRun, LiveRun, LiveRunDeps } from './live-run.ts'

/** Starts a run as one piece of work of the trace that its question belongs to. A run that was taken over from another backend begins a trace of its own. */
export function traceRun(
  tracer: Tracer | undefined,
  begun: BegunRun,
  deps: LiveRunDeps,
  start: (begun: BegunRun, deps: LiveRunDeps) => LiveRun,
): LiveRun {
  if (!tracer) return start(begun, deps)
  const span = tracer.begin('run', {
    'reviewguide.run.id': begun.runId,
    'reviewguide.chat.id': begun.chatId,
    'reviewguide.request.id': begun.requestId,
    'reviewguide.run.epoch': begun.epoch,
  })
  const onEnded: LiveRunDeps['onEnded'] = (report) => {
    span.set({ 'reviewguide.run.outcome': report.outcome, 'reviewguide.run.events': report.events })
    span.end(report.errorCode)
    deps.onEnded(report)
  }
  return span.within(() => start(begun, { ...deps, onEnded }))
}
