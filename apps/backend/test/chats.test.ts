import { ChatDetail, ChatExport, ChatPage, SharedChat } from '@reviewguide/contracts'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { ask } from './ask.ts'
import { answered, endless } from './scripted-workflow.ts'
import { type StartOptions, startApp } from './start-app.ts'

const open: { close(): Promise<unknown> }[] = []
const start = async (options: StartOptions = {}) => {
  const started = await startApp(options)
  open.push(started.app)
  return started
}
const closeAll = async () => {
  for (const app of open.splice(0)) await app.close()
}
afterEach(closeAll)
afterAll(closeAll)

/** An app with one answered question, and ways to call it as the one who asked. */
async function asked(options: StartOptions = {}, message = 'best earbuds?') {
  const started = await start(options)
  const { app } = started
  const { cookie, chatId } = await ask(app, { message })
  const send = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, payload?: object) =>
    app.inject({ method, url: `/v1/chats/${chatId}${path}`, headers: { cookie }, ...(payload && { payload }) })
  const detail = async () => ChatDetail.parse((await send('GET', '')).json())
  const [question, answer] = (await detail()).messages
  if (!question || !answer) throw new Error('the chat is empty')
  const askAgain = (payload: object) => ask(app, payload, { cookie })
  return { ...started, cookie, chatId, send, detail, question, answer, askAgain }
}

const uuid = '3f2b8a52-95c5-4f1a-9a53-0d5f6f6f2f11'
const said = (id: string, text: string) => ({ id, role: 'user', parts: [{ type: 'text', text }] })

describe('our own body', () => {
  it('edits a question, and both versions can be shown', async () => {
    const { chatId, question, answer, askAgain, detail, send, workflow } = await asked()
    const edited = await askAgain({ message: 'cheap earbuds?', chatId, edits: question.id })
    expect(edited.status).toBe(200)
    expect(workflow.inputs.at(-1)).toMatchObject({ question: 'cheap earbuds?', memory: [] })
    const now = await detail()
    expect(now.messages).toHaveLength(2)
    expect(now.messages[0]).toMatchObject({ version: { index: 2, count: 2 } })
    expect((await send('POST', '/show', { messageId: question.id })).statusCode).toBe(204)
    const before = await detail()
    expect(before.messages.map(({ id }) => id)).toEqual([question.id, answer.id])
    expect(before.messages[1]).toEqual(answer)
  })

  it('has an answer written again', async () => {
    const { chatId, question, answer, askAgain, detail, workflow } = await asked()
    const again = await askAgain({ chatId, regenerates: answer.id })
    expect(again.status).toBe(200)
    expect(workflow.inputs.at(-1)).toMatchObject({ question: 'best earbuds?', memory: [] })
    const { messages } = await detail()
    expect(messages[0]).toEqual(question)
    expect(messages[1]?.version).toMatchObject({ index: 2, ids: [answer.id, messages[1]?.id] })
  })

  it.each([
    ['an edit without its chat', { message: 'x', edits: 'msg_0000000000' }, 400],
    ['an unknown message', { message: 'x', chatId: 'CHAT', edits: 'msg_0000000000' }, 404],
    ['an id that none can be', { message: 'x', chatId: 'CHAT', edits: '../..' }, 404],
    ['an edit of an answer', { message: 'x', chatId: 'CHAT', edits: 'ANSWER' }, 404],
    ['another try at an unknown message', { chatId: 'CHAT', regenerates: 'msg_0000000000' }, 404],
    ['another try at what is no id', { chatId: 'CHAT', regenerates: "'; --" }, 404],
    ['another try without a chat', { regenerates: 'ANSWER' }, 400],
    ['another try with a message', { chatId: 'CHAT', regenerates: 'ANSWER', message: 'x' }, 400],
    ['another try at a number', { chatId: 'CHAT', regenerates: 7 }, 400],
  ])('is refused with %s', async (_name, body, status) => {
    const { chatId, answer, askAgain, detail } = await asked()
    const filled = JSON.parse(JSON.stringify(body).replace('CHAT', chatId).replace('ANSWER', answer.id))
    expect((await askAgain(filled)).status).toBe(status)
    expect((await detail()).messages).toHaveLength(2)
  })
})

describe('the body of useChat', () => {
  it('edits by the id that the client gave its question', async () => {
    const { app } = await start()
    const first = { id: uuid, trigger: 'submit-message', messages: [said('client-1', 'one')] }
    const { cookie } = await ask(app, first)
    const edit = { ...first, messages: [said('client-1', 'two')], messageId: 'client-1' }
    expect((await ask(app, edit, { cookie })).status).toBe(200)
    const { messages } = (await app.inject({ url: `/v1/chats/${uuid}`, headers: { cookie } })).json()
    expect(messages).toMatchObject([
      { parts: [{ type: 'text', text: 'two' }], version: { index: 2, count: 2 } },
      { role: 'assistant' },
    ])
  })

  it('asks anew what it retries and the server never had, and answers again what it has', async () => {
    const { app, chats, workflow } = await start()
    const retry = { id: uuid, trigger: 'regenerate-message', messages: [said('client-1', 'one')] }
    chats.away = true
    expect((await ask(app, { ...retry, trigger: 'submit-message' })).status).toBe(503)
    chats.away = false
    workflow.current = async () => {
      throw new Error('no answer')
    }
    const { cookie } = await ask(app, retry)
    workflow.current = async () => answered
    await ask(app, retry, { cookie })
    await ask(app, retry, { cookie })
    const { messages } = (await app.inject({ url: `/v1/chats/${uuid}`, headers: { cookie } })).json()
    expect(messages).toMatchObject([
      { role: 'user', parts: [{ text: 'one' }] },
      { role: 'assistant', version: { count: 2 } },
    ])
    expect(messages[0]).not.toHaveProperty('version')
  })

  it('does not find a message of ours in a chat that is yet to be made', async () => {
    const { app } = await start()
    for (const trigger of ['submit-message', 'regenerate-message']) {
      const body = { id: uuid, trigger, messageId: 'msg_0000000000', messages: [said('client-1', 'one')] }
      expect((await ask(app, body)).status).toBe(404)
    }
  })
})

describe('a hundred edits of one chat at once', () => {
  it('are each answered or told that the chat is answering, and none is lost or doubled', async () => {
    const { chatId, question, askAgain, detail } = await asked({ limits: { concurrent: 200 } })
    const edits = Array.from({ length: 100 }, (_, n) => askAgain({ message: `edit ${n}`, chatId, edits: question.id }))
    const replies = await Promise.all(edits)
    const statuses = replies.map(({ status }) => status)
    expect(statuses.filter((status) => status !== 200 && status !== 409)).toEqual([])
    const stored = (await detail()).messages[0]?.version?.ids ?? []
    expect(stored).toHaveLength(1 + statuses.filter((status) => status === 200).length)
    expect(new Set(stored).size).toBe(stored.length)
  })
})

describe('stepping to a version', () => {
  it('waits for the answer that is being written', async () => {
    const { app, chats, cookie, chatId, question, askAgain, send, workflow } = await asked()
    workflow.current = endless
    const edited = askAgain({ message: 'edited', chatId, edits: question.id })
    await expect.poll(() => chats.runs.size).toBe(2)
    const reply = await send('POST', '/show', { messageId: question.id })
    expect([reply.statusCode, reply.json().error.code]).toEqual([409, 'run_active'])
    expect((await send('POST', '/share')).json().error.code).toBe('run_active')
    await app.inject({ method: 'POST', url: `/v1/chat/${chatId}/stop`, headers: { cookie } })
    await edited
  }, 15_000)

  it.each([
    [{ messageId: 'msg_0000000000' }, 404],
    [{ messageId: 'nonsense' }, 400],
    [{}, 400],
  ])('%j is %d', async (body, status) => {
    expect((await (await asked()).send('POST', '/show', body)).statusCode).toBe(status)
  })
})

describe('the list', () => {
  it('is searched, and says where it found the words', async () => {
    const { app, cookie, answer } = await asked()
    const search = async (q: string) => {
      const reply = await app.inject({ url: `/v1/chats?q=${encodeURIComponent(q)}`, headers: { cookie } })
      return ChatPage.parse(reply.json()).items
    }
    expect(await search('FIRST')).toMatchObject([
      { match: { in: 'answer', messageId: answer.id, snippet: 'Take the first.', hits: [{ start: 9, end: 14 }] } },
    ])
    expect(await search('nothing like it')).toEqual([])
  })

  it.each(['q=%00', `q=${'x'.repeat(201)}`, 'cursor=garbage', 'cursor=WyJ4Il0', 'q=x&cursor=garbage'])(
    'refuses %.30s',
    async (query) => {
      const { app, cookie } = await asked()
      const reply = await app.inject({ url: `/v1/chats?${query}`, headers: { cookie } })
      expect([reply.statusCode, reply.json().error.code]).toEqual([400, 'invalid_request'])
    },
  )

  it('refuses garbage as a place among messages', async () => {
    const { send } = await asked()
    expect((await send('GET', '/messages?cursor=WyJ4Il0')).statusCode).toBe(400)
    expect((await send('GET', '/messages')).json().items).toHaveLength(2)
  })
})

describe('a title', () => {
  it.each([
    ['x'.repeat(200), 200],
    ['x'.repeat(201), 400],
    ['😀'.repeat(101), 400],
    ['\0', 400],
    ['a\ud800', 400],
    [' \n ', 400],
    ['<b>"\u{1F3F4}\u{E0067}', 200],
  ])('%.12j is %d', async (title, status) => {
    const { send, detail } = await asked()
    expect((await send('PATCH', '', { title })).statusCode).toBe(status)
    expect((await detail()).title).toBe(status === 200 ? title : 'best earbuds?')
  })
})

describe('feedback', () => {
  it('stands with its answer until it is taken back', async () => {
    const { answer, send, detail } = await asked()
    const path = `/messages/${answer.id}/feedback`
    const given = { verdict: 'down', reason: 'quote_does_not_fit', comment: 'Not about that.' }
    expect((await send('PUT', path, given)).json()).toEqual(given)
    expect((await detail()).messages[1]?.feedback).toEqual(given)
    expect((await send('DELETE', path)).statusCode).toBe(204)
    expect((await detail()).messages[1]).toEqual(answer)
  })

  it.each([
    [{ verdict: 'sideways' }],
    [{}],
    [{ verdict: 'up', reason: 'because' }],
    [{ verdict: 'up', comment: 'x'.repeat(1001) }],
    [{ verdict: 'up', comment: '\0' }],
    [{ verdict: 'up', comment: '\udc00' }],
    [{ verdict: 'up', stars: 5 }],
  ])('is not %j', async (body) => {
    const { answer, send } = await asked()
    const reply = await send('PUT', `/messages/${answer.id}/feedback`, body)
    expect([reply.statusCode, reply.json().error.code]).toEqual([400, 'invalid_request'])
  })

  it('on a question or an unknown message is not found', async () => {
    const { question, send } = await asked()
    for (const id of [question.id, 'msg_0000000000', 'nonsense'])
      expect((await send('PUT', `/messages/${id}/feedback`, { verdict: 'up' })).statusCode).toBe(404)
  })
})

describe('a shared chat', () => {
  it('is read without a cookie, kept out of search engines and caches, and gone once it is taken back', async () => {
    const { app, send, chatId, answer } = await asked()
    const { token } = (await send('POST', '/share')).json()
    const read = () => app.inject(`/v1/shared/${token}`)
    const reply = await read()
    expect(reply.headers).toMatchObject({
      'x-robots-tag': expect.stringContaining('noindex'),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    })
    expect(reply.headers).not.toHaveProperty('set-cookie')
    const { messages } = SharedChat.parse(reply.json())
    expect(messages[1]?.parts).toEqual(answer.parts.filter(({ type }) => type !== 'data-run'))
    expect(reply.body).not.toContain(chatId)
    expect((await send('DELETE', '/share')).statusCode).toBe(204)
    const gone = await read()
    expect([gone.statusCode, gone.headers['x-robots-tag']]).toEqual([404, expect.stringContaining('noindex')])
  })

  it.each(['shr_', `shr_${'A'.repeat(43)}`, `shr_${'A'.repeat(44)}`, '..%2f', '%00'])(
    '%s is not found',
    async (token) => {
      const { app } = await start()
      expect((await app.inject(`/v1/shared/${token}`)).statusCode).toBe(404)
    },
  )

  it('has a token that nobody can guess', async () => {
    const { send } = await asked()
    const tokens = new Set<string>()
    for (let n = 0; n < 5; n += 1) {
      tokens.add((await send('POST', '/share')).json().token)
      await send('DELETE', '/share')
    }
    expect(tokens.size).toBe(5)
    for (const token of tokens) expect(Buffer.from(token.slice(4), 'base64url')).toHaveLength(32)
  })
})

describe('an export', () => {
  it('is a file of JSON that its contract reads, and one of Markdown', async () => {
    const { send, detail } = await asked({}, 'best "earbuds"?\nfor /etc/passwd')
    const json = await send('GET', '/export?format=json')
    expect(json.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="reviewguide-best-earbuds-for-etc-passwd.json"',
    })
    expect(ChatExport.parse(json.json()).messages).toEqual((await detail()).messages)
    const markdown = await send('GET', '/export')
    expect(markdown.headers).toMatchObject({
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': 'attachment; filename="reviewguide-best-earbuds-for-etc-passwd.md"',
    })
    expect(markdown.body).toContain('> best "earbuds"?\n> for /etc/passwd')
    expect(markdown.body).toContain('Take the first.')
  })

  it('has every message of a long chat, in order', async () => {
    const { send, askAgain, chatId } = await asked()
    for (let n = 0; n < 51; n += 1) await askAgain({ message: `question ${n}`, chatId })
    const { messages } = ChatExport.parse((await send('GET', '/export?format=json')).json())
    const questions = messages.flatMap(({ role, parts }) => (role === 'user' ? parts : []))
    expect(questions.map((part) => (part.type === 'text' ? part.text : ''))).toEqual([
      'best earbuds?',
      ...Array.from({ length: 51 }, (_, n) => `question ${n}`),
    ])
  })

  it('in another form is refused', async () => {
    expect((await (await asked()).send('GET', '/export?format=exe')).statusCode).toBe(400)
  })
})
