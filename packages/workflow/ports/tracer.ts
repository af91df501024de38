export type SpanAttributes = Readonly<Record<string, string | number | boolean>>

/** A piece of work in a trace. No name and no attribute ever holds what people said or are known by. */
export interface Span {
  /** Does work as a part of it: what begins in there, now or later, is its child. */
  within<T>(work: () => T): T
  set(attributes: SpanAttributes): void
  /** Ends it, once. With an error's type (a code, or the name of a class: never its words) it has failed. */
  end(errorType?: string): void
}

/** Tells the story of a request across what it goes through. Where nobody listens there is no tracer. */
export interface Tracer {
  /** Begins a piece of work: a part of what goes on here, or a trace of its own when that is none. */
  begin(name: string, attributes: SpanAttributes): Span
  /** Begins a call to a server. Null when it is a part of nothing that is traced: what only keeps the process alive is nobody's story. */
  call(name: string, attributes: SpanAttributes): Span | null
}
