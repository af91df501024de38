import { complaint } from './phrases/complaint.ts'
import { idiomsOfComplaint } from './phrases/idioms-of-complaint.ts'
import { idiomsOfPraise } from './phrases/idioms-of-praise.ts'
import { praise } from './phrases/praise.ts'
import { silent } from './phrases/silent.ts'

/**
 * Phrases whose side is not the sum of their words, written for this project. Words are lower case; contractions stand as two words, as the tagger
 * cuts them ("ca n't"); `*` stands for any one word. The number is the phrase's valence; 0 silences the words within. A negation inside is part of it ("n't" stands for "not" too); one before it turns it round.
 */
export const phrases: Record<string, number> = {
  ...idiomsOfPraise,
  ...idiomsOfComplaint,
  ...praise,
  ...complaint,
  ...silent,
}
