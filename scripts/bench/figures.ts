/** Lengths of one measured kind of act, in milliseconds. */
export interface Spread {
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

/** The value that the given share of all lengths does not exceed (nearest rank). */
export function spreadOf(lengths: readonly number[]): Spread {
  if (lengths.length === 0) throw new Error('nothing was measured: the run is void')
  const sorted = [...lengths].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}

export function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits))
}

export function spreadLine(name: string, { count, p50, p95, p99, max }: Spread, perSecond?: number): string {
  const rate = perSecond === undefined ? '' : `  ${rounded(perSecond, 0)}/s`
  const [a, b, c, d] = [p50, p95, p99, max].map((value) => rounded(value).toFixed(2))
  return `${name.padEnd(26)} n ${String(count).padStart(5)}  p50 ${a}  p95 ${b}  p99 ${c}  max ${d} ms${rate}`
}
