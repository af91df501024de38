export type * from './analyser.ts'
export type * from './clock.ts'
export type * from './corpus-writer.ts'
export type * from './trust-science.ts'
