const kinds = ['GUEST', 'ACCOUNT', 'SESSION', 'ADDRESS']

/** Environment of a backend that counts nobody's requests: all that is asked here comes from one address. */
export const limitsOff: Record<string, string> = Object.fromEntries([
  ...kinds.flatMap((kind) => [
    [`RATE_LIMIT_${kind}`, 'off'],
    [`RATE_LIMIT_ASK_${kind}`, 'off'],
  ]),
  ['RUNS_AT_ONCE_GUEST', 'off'],
  ['RUNS_AT_ONCE_ACCOUNT', 'off'],
])
