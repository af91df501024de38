/** The time; a fake one makes tests exact. */
export interface Clock {
  now(): Date
}
