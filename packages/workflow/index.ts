export type { RunContext, RunInput, RunResult, Workflow } from './workflow.ts'
