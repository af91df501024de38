import type { Config } from './config.ts'
import type { ServerRecord } from './server-record.ts'

/**
 * The site's own address for links that people are sent: what PUBLIC_URL names, else where the running server has the page, whose port this process need not have been told, else the page on
 * its usual port.
 */
export function publicAddress(
  { publicUrl, publicUrlIsNamed }: Pick<Config, 'publicUrl' | 'publicUrlIsNamed'>,
  server: Pick<ServerRecord, 'frontendUrl'> | null,
): string {
  return publicUrlIsNamed ? publicUrl : (server?.frontendUrl ?? publicUrl)
}
