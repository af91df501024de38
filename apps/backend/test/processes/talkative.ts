import { createLogger } from '../../src/logger.ts'
import { takeOverOutput } from '../../src/take-over-output.ts'

/** A process in which all speak that can, each with words that are nobody's business, until one of them fails in the way that its argument names. */
takeOverOutput(createLogger({ logLevel: 'debug', logFormat: 'json' }))

const words = 'the words of Ann'
console.log(words)
console.info(words, { words })
console.warn(new TypeError(words))
console.error('%s', words, new RangeError(words))
process.emitWarning(words, 'OldWarning', 'DEP_OLD')

setImmediate(() => {
  if (process.argv.includes('rejects')) void Promise.reject(new Error(words))
  else throw Object.assign(new Error(words), { code: 'E_WORDS' })
})
