export { catalogueContract } from './contract-catalogue.ts'
export { chatStoreContract } from './contract-chat-store.ts'
export { evidenceSourceContract } from './contract-evidence-source.ts'
export { itemSearchContract } from './contract-item-search.ts'
