/** What the day has brought, and every "no" with how often it was heard. */
export interface Tally {
  count(what: string): void
  refused(code: string): void
  readonly of: (what: string) => number
  lines(): string[]
}

export function newTally(): Tally {
  const done = new Map<string, number>()
  const noes = new Map<string, number>()
  const add = (to: Map<string, number>, key: string) => to.set(key, (to.get(key) ?? 0) + 1)
  const list = (from: Map<string, number>) =>
    [...from].toSorted(([a], [b]) => a.localeCompare(b)).map(([key, n]) => `  ${key} ${n}`)
  return {
    count: (what) => add(done, what),
    refused: (code) => add(noes, code),
    of: (what) => done.get(what) ?? 0,
    lines: () => [...list(done), ...(noes.size === 0 ? [] : ['refused:', ...list(noes)])],
  }
}
