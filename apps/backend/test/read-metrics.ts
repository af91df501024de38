/** What `/metrics` says: each series with its value, and each family with its type. */
export interface ReadMetrics {
  families: Map<string, string>
  series: Map<string, number>
  /** The sum of a family's series that have all these labels; 0 when there is none. */
  value(name: string, labels?: Record<string, string>): number
}

/** Reads Prometheus' text format. */
export function readMetrics(text: string): ReadMetrics {
  const lines = text.split('\n')
  const families = new Map(lines.flatMap((line) => [/^# TYPE (\S+) (\S+)$/.exec(line) ?? []]).flatMap(pairOf))
  const series = new Map(
    lines
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => {
        const at = line.lastIndexOf(' ')
        return [line.slice(0, at), Number(line.slice(at + 1))] as const
      }),
  )
  return {
    families,
    series,
    value(name, labels = {}) {
      const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`)
      return [...series]
        .filter(([key]) => (key === name || key.startsWith(`${name}{`)) && wanted.every((label) => key.includes(label)))
        .reduce((sum, [, value]) => sum + value, 0)
    },
  }
}

const pairOf = ([, name, type]: string[]): [string, string][] => (name && type ? [[name, type]] : [])

/** Asks a metrics server. */
export async function scrape(port: number): Promise<ReadMetrics> {
  const reply = await fetch(`http://127.0.0.1:${port}/metrics`)
  if (reply.status !== 200) throw new Error(`/metrics answered ${reply.status}`)
  return readMetrics(await reply.text())
}
