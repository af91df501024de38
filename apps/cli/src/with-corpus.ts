import { CommandError } from './command-error.ts'
import { type Corpus, openCorpus } from './dependencies.ts'
import { didYouMean, nearNames } from './near-names.ts'
import { openDatabase } from './open-database.ts'

/** Does work on the corpus of the database that `openDatabase` finds, and closes what was opened. Throws `CommandError` when there are no items in it. */
export async function withCorpus<T>(
  { say, signal }: { say: (text: string) => void; signal: AbortSignal },
  work: (corpus: Corpus) => Promise<T>,
): Promise<T> {
  const database = await openDatabase({ say, signal })
  try {
    const corpus = openCorpus(database.url)
    try {
      const { categories } = await corpus.catalogue.vocabulary(signal)
      if (categories.length === 0) {
        throw new CommandError(
          'There are no reviews yet. "reviewguide import FILE" reads yours; "npm start" loads a sample.',
        )
      }
      return await work(corpus)
    } finally {
      await corpus.close()
    }
  } finally {
    await database.close()
  }
}

/** The category as the corpus spells it, in whatever case it was named. Throws `CommandError` with near names when there is none. */
export async function knownCategory(said: string, { catalogue }: Corpus, signal: AbortSignal): Promise<string> {
  const names = (await catalogue.vocabulary(signal)).categories.map(({ category }) => category)
  const found =
    names.find((name) => name === said) ?? names.find((name) => name.toLowerCase() === said.trim().toLowerCase())
  if (found !== undefined) return found
  const near = nearNames(said, names)
  const some =
    near.length > 0 ? didYouMean(near) : ` There are ${names.slice(0, 8).join(', ')}${names.length > 8 ? ' …' : ''}.`
  throw new CommandError(`There is no category "${said}".${some}`)
}
