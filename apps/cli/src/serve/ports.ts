import { once } from 'node:events'
import { createServer } from 'node:net'
import { CommandError } from '../command-error.ts'

/** Throws `CommandError`, with how to choose another, when one of the ports is taken. */
export async function checkPorts(ports: { port: number; variable: string; use: string }[]): Promise<void> {
  const [first, second] = ports
  if (first && second && first.port === second.port) {
    throw new CommandError(
      `${first.variable} and ${second.variable} are both ${first.port}; give each a port of its own.`,
    )
  }
  for (const { port, variable, use } of ports) {
    if (await isFree(port)) continue
    throw new CommandError(
      `Port ${port} (${use}) is in use. Stop the program that uses it, or choose another port: ${variable}=${port + 1} npm start`,
    )
  }
}

/** Tries every address of the machine at once: a program that has the port on any of them would answer in our place there. */
export async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, '::')) ?? (await canListen(port, '0.0.0.0')) ?? false
}

async function canListen(port: number, host: string): Promise<boolean | null> {
  const server = createServer()
  try {
    server.listen({ port, host })
    await once(server, 'listening')
    server.close()
    await once(server, 'close')
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // Machines without IPv6 know no "::".
    if (code === 'EAFNOSUPPORT' || code === 'EADDRNOTAVAIL') return null
    if (code === 'EACCES')
      throw new CommandError(`Port ${port} may not be used by this account. Choose one above 1023.`)
    return false
  }
}
