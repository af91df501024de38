export { createWorkflow } from './create-workflow.ts'
export type { WorkflowPorts } from './graph.ts'
export type { StageReport } from './run-stage.ts'
export type { RunContext, RunInput, RunResult, Workflow } from './workflow.ts'
