import { leaningOf } from '@reviewguide/opinions'
import type { Task } from '../context.ts'
import { readHeldOut } from '../data/pros-cons.ts'

/** Whether a line stood in the box of pros or of cons: accuracy on the fifth that no training reads. */
export const measureProsCons: Task = async ({ data }) => {
  const pros = data.find('polarity/pros-cons/IntegratedPros.txt.gz')
  const cons = data.find('polarity/pros-cons/IntegratedCons.txt.gz')
  if (!pros || !cons) return []
  const [praise, complaint] = [readHeldOut(pros), readHeldOut(cons)]
  const praised = praise.filter((line) => leaningOf(line) > 0).length
  const faulted = complaint.filter((line) => leaningOf(line) <= 0).length
  const lines = praise.length + complaint.length
  const details = { lines, 'pros right': praised / praise.length, 'cons right': faulted / complaint.length }
  const common = { id: 'pros-cons.held-out', task: 'pro or con', set: 'pros-cons, held-out fifth', metric: 'accuracy' }
  return [{ ...common, value: (praised + faulted) / lines, unit: '%', aim: 0.88, details }]
}
