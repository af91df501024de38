import { ErrorCode, errorTable } from '@reviewguide/contracts'
import type { WorkflowPorts } from '@reviewguide/workflow'
import type { RunReport, RunsDeps } from '@reviewguide/workflow/runs'
import type { Logger } from 'pino'

/** One line for each run that ended; what failed by our own doing with its cause. */
export function reportRun(logger: Logger): (report: RunReport) => void {
  return ({ cause, errorCode, ...report }) => {
    const ours = ErrorCode.safeParse(errorCode).data
    if (!ours) return logger.info(report, 'run ended')
    const line = { ...report, code: ours, ...(cause !== undefined && { err: cause }) }
    if (errorTable[ours].status >= 500) logger.error(line, 'run failed')
    else logger.warn(line, 'run failed')
  }
}

/** What went wrong beside a run. */
export function reportTrouble(logger: Logger): NonNullable<RunsDeps['onTrouble']> {
  const texts = {
    log: 'the events of a run could not be kept',
    store: 'the end of a run could not be stored yet; trying again',
  }
  return ({ runId, what, cause }) => logger.error({ runId, err: cause }, texts[what])
}

/** What can be wrong with a sentence, each by a word that its complaint contains. */
const faults = ['quotation', 'citation', 'share', 'divided', 'cites nothing', 'comes from nowhere']

/** That a sentence was left out, and for what kind of fault: sentence and complaints are made of reviews' and askers' words. */
export function reportUnsupported(logger: Logger): WorkflowPorts['onUnsupported'] {
  return (_sentence, problems) => {
    const kinds = problems.map((problem) => faults.find((fault) => problem.includes(fault)) ?? 'other')
    logger.warn({ faults: [...new Set(kinds)] }, 'a sentence did not hold and was left out')
  }
}
