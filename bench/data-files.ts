import { existsSync, globSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')

/** The invented sample corpus of the project. */
export const sampleFiles = globSync(join(root, 'sample-data/*.jsonl')).sort()

const evaluationData = process.env.REVIEWGUIDE_EVAL_DATA ?? resolve(root, '../shared/data')
const large = join(evaluationData, 'import/datafiniti-amazon-34k.csv.gz')

/** The file of 34,660 reviews of 42 things, or null where it is not; it is not part of the project. */
export const largeFile = existsSync(large) ? large : null

/** Why figures on the large file are missing. */
export const largeFileMissing = `the 34,660-review file is not at ${large}; name the folder of the evaluation data in REVIEWGUIDE_EVAL_DATA`
