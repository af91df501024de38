// Who may import whom; the reasons stand in ARCHITECTURE.md.
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '\\.(test|int\\.test)\\.tsx?$' },
  to: { path: '^(packages|apps)/', pathNot: allowed },
})

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('contracts-alone', '^packages/contracts', '^packages/contracts', 'contracts imports zod alone'),
    {
      name: 'contracts-zod-only',
      severity: 'error',
      from: { path: '^packages/contracts' },
      to: { dependencyTypes: ['npm', 'core'], pathNot: 'node_modules/zod' },
    },
    only(
      'opinions-pure',
      '^packages/opinions',
      '^packages/(opinions|contracts)',
      'the science knows nothing of the house',
    ),
    {
      name: 'opinions-no-io',
      severity: 'error',
      from: { path: '^packages/opinions', pathNot: '(\\.test\\.ts$|^packages/opinions/training/)' },
      to: { dependencyTypes: ['core'] },
    },
    only(
      'workflow',
      '^packages/workflow',
      '^packages/(workflow|opinions|contracts)',
      'stages reach the world through ports',
    ),
    only(
      'corpus',
      '^packages/corpus',
      '^packages/(corpus|opinions|contracts)',
      'the import reaches the world through ports',
    ),
    only(
      'accounts',
      '^packages/accounts',
      '^packages/(accounts|contracts)',
      'people are a room of their own: stores reach it through its ports, and it knows nothing of chats',
    ),
    {
      name: 'accounts-ports-free-of-the-library',
      severity: 'error',
      from: { path: '^packages/accounts/ports\\.ts$' },
      to: { path: 'better-auth', reachable: true },
    },
    {
      name: 'better-auth-in-one-room',
      comment: 'what it is and how it is called stays behind the door of packages/accounts',
      severity: 'error',
      from: { path: '^(packages|apps|scripts|bench|evals)/', pathNot: '^packages/accounts/' },
      to: { path: 'node_modules/better-auth/' },
    },
    {
      name: 'ports-free-of-langgraph',
      severity: 'error',
      from: { path: '^packages/workflow/ports' },
      to: { path: 'langchain', reachable: true },
    },
    {
      name: 'stages-apart',
      comment: 'a stage never imports another stage',
      severity: 'error',
      from: { path: '^packages/workflow/stages/([^/.]+)' },
      to: { path: '^packages/workflow/stages/', pathNot: '^packages/workflow/stages/$1' },
    },
    {
      name: 'adapters-through-ports',
      comment: 'adapters implement ports; they never reach into a workflow or an import',
      severity: 'error',
      from: { path: '^packages/adapters', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^packages/(workflow|corpus|accounts)/',
        pathNot: '^packages/((workflow|corpus)/ports/|accounts/ports\\.ts$)',
      },
    },
    {
      name: 'routes-know-no-adapter',
      severity: 'error',
      from: { path: '^apps/backend/src/(routes|http)/' },
      to: { path: '^packages/(adapters|corpus|opinions)/' },
    },
    {
      name: 'wiring-in-one-place',
      comment: "only an app's dependencies.ts wires adapters to ports",
      severity: 'error',
      from: { path: '^apps/backend/src/', pathNot: '(^apps/backend/src/dependencies\\.ts$|\\.test\\.ts$)' },
      to: { path: '^packages/adapters/' },
    },
    {
      name: 'frontend-contracts-only',
      severity: 'error',
      from: { path: '^apps/frontend' },
      to: { path: '^(packages|apps)/', pathNot: '^(packages/contracts|apps/frontend)/' },
    },
    {
      name: 'features-apart',
      severity: 'error',
      from: { path: '^apps/frontend/features/([^/]+)/' },
      to: { path: '^apps/frontend/features/', pathNot: '^apps/frontend/features/$1/' },
    },
    {
      name: 'frontend-layers',
      comment: 'app uses features, features use components and lib, never the other way',
      severity: 'error',
      from: { path: '^apps/frontend/(components|lib)/' },
      to: { path: '^apps/frontend/(features|app)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // A library may live in a folder of that name: hidden, it could be imported from anywhere.
    exclude: { path: '(^|/)(\\.next|\\.data)/|^(packages|apps)/[^/]+/dist/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
