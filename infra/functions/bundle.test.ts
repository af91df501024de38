import { createRequire } from 'node:module'
import { join } from 'node:path'
import { runInThisContext } from 'node:vm'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

const require = createRequire(import.meta.url)

/** Bundled as `lib/code-function.ts` has it done, and loaded: a package that does not survive bundling fails here and not in the cloud. */
test.each([
  ['fill-secret-handler', ['handler']],
  ['rotate-password-handler', ['handler']],
  ['run-migrations-handler', ['isComplete', 'onEvent']],
])('%s is one file that loads', async (file, exported) => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, `${file}.ts`)],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    external: ['@aws-sdk/*', 'pg-native'],
  })
  const module = { exports: {} }
  const load = runInThisContext(`(function (module, exports, require) {${outputFiles[0]?.text}\n})`) as (
    ...given: unknown[]
  ) => void
  load(module, module.exports, require)
  expect(Object.keys(module.exports).sort()).toEqual(exported)
})
