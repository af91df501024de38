import { readFileSync } from 'node:fs'
import type { ConnectionOptions as TlsOptions } from 'node:tls'
import { tuningOfOtherDrivers } from '@reviewguide/contracts'

/**
 * Takes a Postgres URL in any form that the project accepts (`postgres://`, `postgresql://`, `postgresql+asyncpg://` and the like; TLS by
 * `sslmode=` or asyncpg's `ssl=`) apart into a URL that the driver reads and the TLS that was asked for. `require` encrypts without
 * checking the certificate, as libpq does; `verify-ca` and `verify-full` check it, against `sslrootcert` when that is given.
 * `prefer` and `allow` leave the choice open and mean no TLS here. Throws a TypeError that never contains the URL: it holds a password.
 */
export function connectionOptions(connectionString: string): { connectionString: string; ssl: false | TlsOptions } {
  const url = URL.parse(connectionString.replace(/^postgres(ql)?(\+\w+)?:/i, 'postgresql:'))
  if (url?.protocol !== 'postgresql:') throw new TypeError('the database address must be a postgresql:// URL')
  const mode = url.searchParams.get('sslmode') ?? url.searchParams.get('ssl') ?? 'disable'
  const rootCertificate = url.searchParams.get('sslrootcert')
  for (const name of ['sslmode', 'ssl', 'sslrootcert', ...tuningOfOtherDrivers]) url.searchParams.delete(name)
  return { connectionString: url.href, ssl: tls(mode.toLowerCase(), rootCertificate) }
}

function tls(mode: string, rootCertificate: string | null): false | TlsOptions {
  const ca = rootCertificate && rootCertificate !== 'system' ? readFileSync(rootCertificate, 'utf8') : undefined
  switch (mode) {
    case 'disable':
    case 'allow':
    case 'prefer':
    case 'false':
    case '0':
      return false
    case 'require':
    case 'no-verify':
    case 'true':
    case '1':
      // libpq checks the authority as soon as a root certificate is named.
      return ca ? { ca, checkServerIdentity: () => undefined } : { rejectUnauthorized: false }
    case 'verify-ca':
      return { ca, checkServerIdentity: () => undefined }
    case 'verify-full':
      return { ca }
    default:
      throw new TypeError(`sslmode "${mode}" is not one of disable, allow, prefer, require, verify-ca, verify-full`)
  }
}
