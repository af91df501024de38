import { once } from 'node:events'
import net from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createLetters } from './letters.ts'
import { createSmtpMailer } from './mailers.ts'

const servers: net.Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A mail server that takes every letter, with what was said to it. `refuse` makes it take none. */
async function mailServer(refuse = false) {
  const said: string[] = []
  const server = net.createServer((socket) => {
    let inLetter = false
    socket.write('220 mail.test\r\n')
    socket.on('error', () => {})
    socket.on('data', (data) => {
      for (const line of data.toString().split('\r\n').filter(Boolean)) {
        said.push(line)
        if (inLetter) {
          if (line !== '.') continue
          inLetter = false
          socket.write('250 taken\r\n')
        } else if (line === 'DATA') {
          inLetter = true
          socket.write('354 go on\r\n')
        } else if (line === 'QUIT') socket.end('221 bye\r\n')
        else socket.write(refuse && line.startsWith('RCPT') ? '550 no such mailbox\r\n' : '250 fine\r\n')
      }
    })
  })
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { said, url: `smtp://127.0.0.1:${(server.address() as net.AddressInfo).port}` }
}

const letters = createLetters('https://reviews.example')

describe('letters by SMTP', () => {
  it('go to the one mailbox, from the sender that is configured', async () => {
    const { said, url } = await mailServer()
    const mailer = createSmtpMailer(url, 'ReviewGuide <hello@reviews.example>')
    await mailer.send(letters.reset('mia@example.com', 'a-token'))
    mailer.close()
    expect(said).toContain('MAIL FROM:<hello@reviews.example>')
    expect(said.filter((line) => line.startsWith('RCPT'))).toEqual(['RCPT TO:<mia@example.com>'])
    expect(said).toContain('Subject: A new password for reviews.example')
    // Quoted-printable: a line that is too long goes on after "=".
    const readable = said.join('\n').replaceAll('=\n', '').replaceAll('=3D', '=')
    expect(readable).toContain('https://reviews.example/reset-password?token=a-token')
  })

  it('are no way to write to others', async () => {
    const { said, url } = await mailServer()
    const mailer = createSmtpMailer(url, 'hello@reviews.example')
    for (const to of ['a@example.com,b@example.com', 'a@example.com\r\nRCPT TO:<b@example.com>', 'A <b@example.com>']) {
      await mailer.send(letters.alreadyThere(to)).catch(() => undefined)
    }
    mailer.close()
    const mailboxes = said.filter((line) => line.startsWith('RCPT'))
    expect(mailboxes.filter((line) => line === 'RCPT TO:<b@example.com>')).toEqual([])
  })

  it('that the server does not take, or that finds none, are said to have failed', async () => {
    const { url } = await mailServer(true)
    const refused = createSmtpMailer(url, 'hello@reviews.example')
    await expect(refused.send(letters.confirm('x@example.com', 't'))).rejects.toThrow()
    const nowhere = createSmtpMailer('smtp://127.0.0.1:1', 'hello@reviews.example')
    await expect(nowhere.send(letters.confirm('x@example.com', 't'))).rejects.toThrow()
    refused.close()
    nowhere.close()
  })
})
