import { healthCommandOf, type Instruction, parseDockerfile, pathsOf, type Stage, variablesOf } from './dockerfile.ts'

export interface Finding {
  /** From 1; 0 when it is about the whole file. */
  line: number
  text: string
}

const secretName = /(?:SECRET|TOKEN|PASSW(?:OR)?D|CREDENTIAL|(?:API|PRIVATE|ACCESS|SIGNING)_?KEY)/i
const secretValue = /:\/\/[^/\s:@]+:[^/\s@]+@/
const secretFile = /(?:^|\/)(?:\.npmrc|\.env(?:\..*)?|\.netrc|.*\.pem|id_(?:rsa|ed25519)|\.aws|\.ssh)$/

/** What a Dockerfile that this project would run must not do or leave out, by line. Throws a `DockerfileError` at what cannot be read. */
export function lintDockerfile(text: string): Finding[] {
  const stages = parseDockerfile(text)
  const image = stages.at(-1)
  return [
    ...stages.flatMap((stage, at) => lintBase(stage, stages.slice(0, at))),
    ...stages.flatMap(({ instructions }, at) =>
      instructions.flatMap((instruction) => lintInstruction(instruction, stages.slice(0, at))),
    ),
    ...(image ? lintImage(image) : []),
  ].sort((a, b) => a.line - b.line)
}

function lintBase({ base, line }: Stage, earlier: Stage[]): Finding[] {
  if (earlier.some(({ name }) => name === base) || base === 'scratch') return []
  return isPinned(base) ? [] : [{ line, text: `the base ${base} names no version: it is another one tomorrow` }]
}

/** A digest, or a tag with a number in it. */
const isPinned = (image: string) => /@sha256:[0-9a-f]{64}$/.test(image) || /:[^:/]*\d[^:/]*$/.test(image)

function lintInstruction(instruction: Instruction, earlier: Stage[]): Finding[] {
  const { keyword, line, flags, text } = instruction
  const findings: string[] = []
  if (keyword === 'ENV' || keyword === 'ARG') {
    for (const [name, value] of Object.entries(variablesOf(instruction))) {
      if (secretName.test(name) || secretValue.test(value))
        findings.push(`${keyword} ${name} keeps a secret in the image`)
    }
  }
  if (keyword === 'COPY' || keyword === 'ADD') {
    const { sources } = pathsOf(instruction)
    const remote = sources.filter((source) => /^\w+:\/\//.test(source))
    for (const source of sources) {
      if (!remote.includes(source) && secretFile.test(source))
        findings.push(`${source} may hold secrets, and is kept in the image`)
    }
    if (keyword === 'ADD' && remote.length < sources.length) findings.push('ADD unpacks archives unasked: use COPY')
    if (remote.some((source) => !source.startsWith('https://'))) findings.push('ADD without https')
    const { from } = flags
    if (from !== undefined && !earlier.some(({ name }) => name === from) && !isPinned(from)) {
      findings.push(`--from=${from} is no stage before this one`)
    }
  }
  if (keyword === 'WORKDIR' && !text.startsWith('/')) findings.push('WORKDIR is relative to one that may change')
  if (keyword === 'RUN') {
    if (/\bnpm\s+(?:install|i|add)\b/.test(text)) findings.push('npm install passes over the lock: use npm ci')
    if (
      /\bapt(?:-get)?\s+(?:-\S+\s+)*(?:update|install)\b/.test(text) &&
      !/rm\s+-rf?\s+\/var\/lib\/apt\/lists/.test(text)
    ) {
      findings.push('the lists of apt stay in the layer: remove /var/lib/apt/lists in the same RUN')
    }
    if (/\bsudo\b/.test(text)) findings.push('sudo: use USER')
  }
  return findings.map((finding) => ({ line, text: finding }))
}

/** What the last stage must say. */
function lintImage({ instructions, line }: Stage): Finding[] {
  const last = (keyword: Instruction['keyword']) => instructions.findLast((one) => one.keyword === keyword)
  const [user, health, command] = [last('USER'), last('HEALTHCHECK'), last('CMD')]
  const findings: Finding[] = []
  if (!user) findings.push({ line, text: 'no USER: it runs as root' })
  else if (/^(?:root|0+)(?::|$)/.test(user.text)) findings.push({ line: user.line, text: 'the last USER is root' })
  if (!health) findings.push({ line, text: 'no HEALTHCHECK' })
  else if (!healthCommandOf(health)) {
    findings.push({ line: health.line, text: 'HEALTHCHECK needs a command, as a list: there may be no shell' })
  }
  if (!command) findings.push({ line, text: 'no CMD' })
  else if (!command.list)
    findings.push({ line: command.line, text: 'CMD for a shell: signals do not reach the program' })
  return findings
}
