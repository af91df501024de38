/** The time; a fake one makes tests and ages exact. */
export interface Clock {
  now(): Date
}
