import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

/** Bytes that this process may have for young garbage. It would take eight times as much by itself, and read no faster; with a tenth it would collect all the time. */
const YOUNG_SPACE = 16_000_000

/** Rounds of objects after which the young space has grown for certain; each but doubles it. */
const MOST_ROUNDS = 200

/**
 * Keeps the heap of this process small: an import makes much garbage and keeps little. The old space grows by two fifths at a time, where by itself it grows fourfold before garbage is looked
 * for; that takes a hundred megabytes off its peak. The young space stays at YOUNG_SPACE; that takes another hundred off with long reviews, some thirty with short ones. Neither costs time that
 * can be measured. Call it before an import, and before its threads start: they have their whole young space from the start, because from here on none grows.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=40')
  // The space's limit is fixed when a process starts; how far it is grown up to then is not.
  growYoungSpace()
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--min-semi-space-size=4')
}

/** The young space grows when what it holds outlives collections: so some objects are kept for a while. */
function growYoungSpace(): void {
  let kept: object[] = []
  for (let round = 0; round < MOST_ROUNDS && youngSpace() < YOUNG_SPACE; round++)
    kept = [...kept.slice(0, 60_000), ...Array.from({ length: 20_000 }, (_, i) => ({ i }))]
}

const youngSpace = () =>
  getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? YOUNG_SPACE
