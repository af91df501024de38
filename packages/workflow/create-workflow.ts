import { buildGraph, type WorkflowPorts } from './graph.ts'
import type { TurnMemory } from './ports/index.ts'
import type { RunState } from './state.ts'
import type { Workflow } from './workflow.ts'

/** Makes the workflow over its ports. The graph is built once and serves any number of runs at a time. */
export function createWorkflow(ports: WorkflowPorts): Workflow {
  const graph = buildGraph(ports)
  return {
    async run({ question, memory }, { emit, signal }) {
      const state = await graph.invoke({ question, memory }, { configurable: { emit, signal }, signal })
      return { metadata: state.answer.metadata, claims: state.answer.claims, memory: memoryOf(state) }
    },
  }
}

/** What the next turn may refer to. Small talk leaves nothing, so that "cheaper ones?" after a "thanks" still knows what it is about. */
function memoryOf({ question, understanding, clarification, answer }: RunState): TurnMemory | null {
  if (!understanding || understanding.intent === 'chat' || understanding.intent === 'out_of_scope') return null
  return {
    question,
    understanding,
    ...(clarification ? { asked: clarification.id } : {}),
    shown: answer.shown.map(({ item }) => ({
      itemId: item.itemId,
      name: item.name,
      category: item.category,
      ...(item.price ? { price: item.price } : {}),
    })),
  }
}
