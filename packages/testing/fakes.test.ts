import {
  catalogueContract,
  chatHistoryContract,
  chatStoreContract,
  chatVersionsContract,
  evidenceSourceContract,
  itemSearchContract,
  runStoreContract,
} from './contract-suites.ts'
import { createFakeCatalogue } from './fake-catalogue.ts'
import { createFakeChatStore } from './fake-chat-store.ts'
import { createFakeEvidenceSource } from './fake-evidence-source.ts'
import { createFakeItemSearch } from './fake-item-search.ts'
import { smallCorpus } from './small-corpus.ts'

const corpus = smallCorpus()
const store = createFakeChatStore()

catalogueContract('fake', () => createFakeCatalogue(corpus))
itemSearchContract('fake', () => createFakeItemSearch(corpus))
evidenceSourceContract('fake', () => createFakeEvidenceSource(corpus))
chatStoreContract('fake', (options) => (options ? createFakeChatStore(options) : store))
chatVersionsContract('fake', () => store)
chatHistoryContract('fake', () => store)
runStoreContract('fake', () => store)
