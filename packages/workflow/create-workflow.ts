import type { StreamPart } from '@reviewguide/contracts'
import { COSTLY_MS, checkpointOf, restore } from './checkpoint.ts'
import { buildGraph, type WorkflowPorts } from './graph.ts'
import type { TurnMemory } from './ports/index.ts'
import type { RunState } from './state.ts'
import type { Workflow } from './workflow.ts'

export interface WorkflowOptions {
  /** How long the stages that look things up must have taken for a checkpoint to be worth its cost, in milliseconds. */
  costlyMs?: number
}

/** Makes the workflow over its ports. The graph is built once and serves any number of runs at a time. */
export function createWorkflow(ports: WorkflowPorts, { costlyMs = COSTLY_MS }: WorkflowOptions = {}): Workflow {
  const whole = buildGraph(ports)
  const rest = buildGraph(ports, 'rank')
  return {
    async run({ question, memory, checkpoint }, { emit, keep, signal }) {
      const started = performance.now()
      const kept = checkpoint ? await restore(checkpoint, ports.catalogue, signal) : null
      const parts: StreamPart[] = []
      const context = {
        signal,
        emit: (part: StreamPart) => {
          if (!('transient' in part && part.transient)) parts.push(part)
          emit(part)
        },
        beforeWriting: (state: RunState) => {
          if (keep && !kept && performance.now() - started >= costlyMs) keep(checkpointOf(state, [...parts]))
        },
      }
      for (const part of kept?.parts ?? []) emit(part)
      const state = await (kept ? rest : whole).invoke(kept?.state ?? { question, memory }, {
        configurable: context,
        signal,
      })
      return { metadata: state.answer.metadata, claims: state.answer.claims, memory: memoryOf(state) }
    },
  }
}

/**
 * What the next turn may refer to. Small talk leaves nothing, so that "cheaper ones?" after a "thanks" still knows what it is about; neither does a question
 * about nothing on file.
 */
function memoryOf({ question, understanding, clarification, answer }: RunState): TurnMemory | null {
  if (!understanding || understanding.intent === 'chat' || understanding.intent === 'out_of_scope') return null
  if (!understanding.category && understanding.items.length + answer.shown.length === 0) return null
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
