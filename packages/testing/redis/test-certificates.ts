import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const openssl = (folder: string, ...args: string[]) => promisify(execFile)('openssl', args, { cwd: folder })

/** Files of a server's certificate, and the authority's own as PEM. */
export interface TestCertificates {
  cert: string
  key: string
  ca: string
  caPem: string
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']

/** Makes an authority that nobody knows, and a certificate of it for 127.0.0.1, in the folder. Throws without the program openssl (3 or later). */
export async function makeCertificates(folder: string): Promise<TestCertificates> {
  const authority = ['-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=An authority for tests']
  await openssl(folder, 'req', '-x509', ...newKey, ...authority)
  const server = ['-keyout', 'server.key', '-out', 'server.pem', '-subj', '/CN=127.0.0.1']
  const by = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-addext', 'subjectAltName=IP:127.0.0.1']
  await openssl(folder, 'req', '-x509', ...newKey, ...server, ...by, '-addext', 'basicConstraints=critical,CA:FALSE')
  const at = (name: string) => join(folder, name)
  return {
    cert: at('server.pem'),
    key: at('server.key'),
    ca: at('ca.pem'),
    caPem: await readFile(at('ca.pem'), 'utf8'),
  }
}
