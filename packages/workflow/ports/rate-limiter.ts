/** One window that a request counts in. */
export interface Charge {
  /** Whom the window is of: charges of one subject may be kept together, those of two are not. */
  subject: string
  /** What is counted: each use of a subject has a window of its own. */
  use: string
  /** Requests that are let through within any `windowMs`; at least 1. */
  limit: number
  windowMs: number
}

/** A window after the request, in the order of the charges. */
export interface WindowState {
  /** Requests counted in it, this one included when it was let through. */
  used: number
  /** Until the window has room for one more request; 0 when it has. */
  waitMs: number
  /** Until the oldest request that is counted leaves the window; 0 when there is none. */
  freeInMs: number
}

export interface Taken {
  allowed: boolean
  /** The limiter's own time, in milliseconds since 1970. */
  now: number
  windows: WindowState[]
  /** False while this process counts for itself, because what it shares with the others is away. */
  shared: boolean
}

/** Counts requests in sliding windows. */
export interface RateLimiter {
  /**
   * Counts the request in every window, or in none when one of them is full: a refused request costs nothing, so that who waits as long as
   * they were told is let through. Two calls at the same time never both get the last place.
   */
  take(charges: readonly Charge[]): Promise<Taken>
}
