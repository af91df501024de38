import type { Migration } from 'kysely/migration'
import { up as corpus } from './0001-corpus.ts'
import { up as chats } from './0002-chats.ts'
import { up as imports } from './0003-import.ts'
import { up as quoteOrder } from './0004-quote-order.ts'
import { up as toneAndPriors } from './0005-tone-and-priors.ts'
import { up as trustContext } from './0006-trust-context.ts'
import { up as corrections } from './0007-corrections.ts'
import { up as searchIndex } from './0008-search-index.ts'
import { up as itemQuotes } from './0009-item-quotes.ts'
import { up as openAspects } from './0010-open-aspects.ts'
import { up as reviewSources } from './0011-review-sources.ts'
import { up as accounts } from './0012-accounts.ts'
import { up as chatVersions } from './0013-chat-versions.ts'
import { up as runLeases } from './0014-run-leases.ts'

/** Every migration by its name, in order. One that has shipped is never edited: a change is a new one. */
export const migrations: Record<string, Migration> = {
  '0001-corpus': { up: corpus },
  '0002-chats': { up: chats },
  '0003-import': { up: imports },
  '0004-quote-order': { up: quoteOrder },
  '0005-tone-and-priors': { up: toneAndPriors },
  '0006-trust-context': { up: trustContext },
  '0007-corrections': { up: corrections },
  '0008-search-index': { up: searchIndex },
  '0009-item-quotes': { up: itemQuotes },
  '0010-open-aspects': { up: openAspects },
  '0011-review-sources': { up: reviewSources },
  '0012-accounts': { up: accounts },
  '0013-chat-versions': { up: chatVersions },
  '0014-run-leases': { up: runLeases },
}
