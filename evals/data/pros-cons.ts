import { isHeldOut } from '../../packages/opinions/training/held-out.ts'
import { readText } from './read-text.ts'

/** The held-out fifth of a file of Liu's pros and cons: the lines that the training of `packages/opinions` never reads, by the same hash. */
export function readHeldOut(path: string): string[] {
  return readText(path)
    .split('\n')
    .map((line) => /<(?:Pros|Cons)>(.*)<\/(?:Pros|Cons)>/.exec(line)?.[1]?.trim() ?? '')
    .filter((line) => line !== '' && isHeldOut(line))
}
