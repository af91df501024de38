/** Where the measured services send traces, when this process was told: OpenTelemetry's variables as they stand in its environment. */
export const traced: Record<string, string> = Object.fromEntries(
  Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[0].startsWith('OTEL_') && Boolean(entry[1]),
  ),
)
