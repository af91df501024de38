import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lintDockerfile } from './lint-dockerfile.ts'

const good = [
  'FROM node:24-slim AS build',
  'WORKDIR /app',
  'COPY package.json package-lock.json ./',
  'RUN npm ci',
  'FROM node:24-slim',
  'ENV NODE_ENV=production',
  'COPY --from=build /app ./',
  'USER 10001:10001',
  'HEALTHCHECK CMD ["node", "-e", "0"]',
  'CMD ["node", "main.ts"]',
]

/** The good file with one of its lines put otherwise, or without it. */
const bad = (line: string, instead: string | null) => {
  expect(good).toContain(line)
  return good.flatMap((one) => (one === line ? (instead === null ? [] : [instead]) : [one])).join('\n')
}

test('a good file has no findings', () => {
  expect(lintDockerfile(good.join('\n'))).toEqual([])
})

test.each([
  ['a base without a tag', 'FROM node:24-slim AS build', 'FROM node AS build', 1, 'names no version'],
  ['the latest base', 'FROM node:24-slim', 'FROM registry:5000/node:latest', 5, 'names no version'],
  ['a tag that moves', 'FROM node:24-slim', 'FROM node:slim', 5, 'names no version'],
  ['no user', 'USER 10001:10001', null, 5, 'runs as root'],
  ['root', 'USER 10001:10001', 'USER root', 8, 'is root'],
  ['root by number', 'USER 10001:10001', 'USER 0:10001', 8, 'is root'],
  ['root in the end', 'USER 10001:10001', 'USER 10001\nUSER root', 9, 'is root'],
  ['no health check', 'HEALTHCHECK CMD ["node", "-e", "0"]', null, 5, 'no HEALTHCHECK'],
  ['none asked for', 'HEALTHCHECK CMD ["node", "-e", "0"]', 'HEALTHCHECK NONE', 9, 'needs a command'],
  ['one for a shell', 'HEALTHCHECK CMD ["node", "-e", "0"]', 'HEALTHCHECK CMD curl x', 9, 'needs a command'],
  ['no command', 'CMD ["node", "main.ts"]', null, 5, 'no CMD'],
  ['one for a shell', 'CMD ["node", "main.ts"]', 'CMD node main.ts', 10, 'signals'],
  ['a secret', 'ENV NODE_ENV=production', 'ENV A=1 OPENAI_API_KEY=x', 6, 'OPENAI_API_KEY keeps a secret'],
  ['a secret to build with', 'ENV NODE_ENV=production', 'ARG NPM_TOKEN', 6, 'NPM_TOKEN keeps a secret'],
  ['a password in a URL', 'ENV NODE_ENV=production', 'ENV DB=postgres://me:pass@host/x', 6, 'DB keeps a secret'],
  ['a file of secrets', 'COPY package.json package-lock.json ./', 'COPY a .npmrc ./', 3, '.npmrc may hold secrets'],
  ['npm install', 'RUN npm ci', 'RUN cd x && npm install', 4, 'use npm ci'],
  ['apt lists', 'RUN npm ci', 'RUN apt-get update && apt-get -y install curl', 4, 'lists of apt'],
  ['sudo', 'RUN npm ci', 'RUN sudo npm ci', 4, 'sudo'],
  ['an unknown stage', 'COPY --from=build /app ./', 'COPY --from=bild /app ./', 7, 'no stage before'],
  ['a local ADD', 'COPY package.json package-lock.json ./', 'ADD files.tar ./', 3, 'use COPY'],
  ['a fetch that anybody may alter', 'RUN npm ci', 'ADD http://example.org/x /x', 4, 'without https'],
  ['a relative folder', 'WORKDIR /app', 'WORKDIR app', 2, 'relative'],
])('found: %s', (_, line, instead, at, words) => {
  const findings = lintDockerfile(bad(line, instead))
  expect(findings).toEqual([{ line: at, text: expect.stringContaining(words) }])
})

test.each([
  ['apt that clears up', 'RUN npm ci', 'RUN apt-get update && apt-get install -y x && rm -rf /var/lib/apt/lists/*'],
  ['a fetched file', 'RUN npm ci', 'ADD --chmod=444 https://example.org/roots.pem /etc/roots.pem'],
  ['a digest', 'FROM node:24-slim', `FROM node@sha256:${'a'.repeat(64)}`],
  ['a stage as base', 'FROM node:24-slim', 'FROM build'],
])('nothing is said of %s', (_, line, instead) => {
  expect(lintDockerfile(bad(line, instead))).toEqual([])
})

test.each(['backend', 'frontend'])('the Dockerfile of the %s has none', (name) => {
  expect(lintDockerfile(readFileSync(`docker/${name}.Dockerfile`, 'utf8'))).toEqual([])
})
