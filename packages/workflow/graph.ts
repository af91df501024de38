import { END, START, StateGraph } from '@langchain/langgraph'
import type { Stage } from '@reviewguide/contracts'
import { withoutTracing } from './no-tracing.ts'
import type { Catalogue, EvidenceSource, ItemSearch } from './ports/index.ts'
import { runStage, type StagePlan, type StageWatch } from './run-stage.ts'
import type { StageContext } from './stage.ts'
import { createClarify } from './stages/clarify.ts'
import { createCompose, type OnUnsupported } from './stages/compose.ts'
import { createEvidence } from './stages/evidence.ts'
import { createRank } from './stages/rank.ts'
import { createSafety } from './stages/safety.ts'
import { createSearch } from './stages/search.ts'
import { createSuggest } from './stages/suggest.ts'
import { createUnderstand } from './stages/understand.ts'
import { type RunState, runAnnotation } from './state.ts'

/** What the stages reach the world through. */
export interface WorkflowPorts extends StageWatch {
  catalogue: Catalogue
  search: ItemSearch
  evidence: EvidenceSource
  onUnsupported: OnUnsupported
}

withoutTracing()

const never = () => false
const declined = (state: RunState) => state.declined !== undefined
/** Nothing is looked up for a greeting, or for what is no question about reviews. */
const talk = (state: RunState) =>
  declined(state) || state.understanding.intent === 'chat' || state.understanding.intent === 'out_of_scope'
const nothing = (state: RunState) => talk(state) || state.found.candidates.length === 0

/** What a run hands to the graph beside its state. */
export interface GraphContext extends StageContext {
  /** Told of the state that rank and compose begin with, which only compute: the one place from which a takeover can go on without doing costly work again. */
  beforeWriting: (state: RunState) => void
}

/** The eight stages in their order, or those from `first` on, as a LangGraph; each is skipped where the ones before leave it nothing to do. */
export function buildGraph(ports: WorkflowPorts, first: Stage = 'safety') {
  const plans: StagePlan[] = [
    { stage: 'safety', run: createSafety(), budget: 200, optional: false, skip: never },
    { stage: 'understand', run: createUnderstand(ports), budget: 1200, optional: false, skip: declined },
    { stage: 'clarify', run: createClarify(ports), budget: 600, optional: true, skip: talk },
    { stage: 'search', run: createSearch(ports), budget: 2000, optional: false, skip: talk },
    { stage: 'evidence', run: createEvidence(ports), budget: 2000, optional: false, skip: nothing },
    { stage: 'rank', run: createRank(), budget: 400, optional: false, skip: nothing },
    { stage: 'compose', run: createCompose(ports), budget: 800, optional: false, skip: never },
    { stage: 'suggest', run: createSuggest(), budget: 300, optional: true, skip: declined },
  ]
  const graph = new StateGraph(runAnnotation) as unknown as Chain
  let previous: string = START
  for (const plan of plans.slice(plans.findIndex(({ stage }) => stage === first))) {
    graph.addNode(plan.stage, (state, { configurable }) => {
      if (plan.stage === 'rank') configurable.beforeWriting(state)
      return runStage(plan, state, configurable, ports)
    })
    graph.addEdge(previous, plan.stage)
    previous = plan.stage
  }
  graph.addEdge(previous, END)
  return graph.compile()
}

/** The little of LangGraph's builder that a chain of named nodes needs; its own types want every name spelled out. */
interface Chain {
  addNode(
    name: string,
    run: (state: RunState, config: { configurable: GraphContext }) => Promise<typeof runAnnotation.Update>,
  ): unknown
  addEdge(from: string, to: string): unknown
  compile(): {
    invoke(
      input: typeof runAnnotation.Update,
      config: { configurable: GraphContext; signal: AbortSignal },
    ): Promise<RunState>
  }
}
