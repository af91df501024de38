import type { ImportId } from '@reviewguide/contracts'
import type { CorpusWriter, Undone } from './ports/index.ts'
import { science } from './science.ts'

/**
 * Takes an import back: the reviews that it added, the items that are left without any (unless another import described them), and what they counted for. What the
 * import told about items that stay (a price, a brand) remains, and a review that it corrected stays corrected, since it belongs to the import that first brought it. Null when there is no such import, or it was taken back before.
 */
export async function undoImport(importId: ImportId, store: CorpusWriter, signal: AbortSignal): Promise<Undone | null> {
  await store.open(signal)
  try {
    const undone = await store.undo(importId)
    if (undone !== null) await store.refresh(science)
    return undone
  } finally {
    await store.close()
  }
}
