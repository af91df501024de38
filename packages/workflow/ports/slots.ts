/** `held`: the holder has its place already, from before. */
export type SlotOutcome = 'taken' | 'held' | 'full'

/** Places of which each owner has a few at a time, whichever process asks. */
export interface Slots {
  /** Takes a place of the owner's `most` for the holder, for `keepMs` at most: a process that dies gives back nothing, and must not need to. */
  take(owner: string, holder: string, most: number, keepMs: number): Promise<SlotOutcome>
  /** Gives the holder's place back. One that is not held is none to give. */
  release(owner: string, holder: string): Promise<void>
}
