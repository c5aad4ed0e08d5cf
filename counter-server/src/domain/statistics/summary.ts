const MINUTE_MS = 60_000
const MOST_MS = 12 * 3_600_000

/** Lengths of one kind: minutes with one decimal; null where nothing was measured (Q69). */
export interface Summary {
  readonly n: number
  readonly mean: number | null
  readonly median: number | null
  readonly p90: number | null
  /** Percent longer than the target; null without one. */
  readonly overTarget: number | null
}

/** n, mean, median, P90 (nearest rank) and the share over the target (Q69). */
export function summaryOf(lengthsMs: readonly number[], targetMinutes: number | null = null): Summary {
  const sorted = lengthsMs.filter(isBelievable).sort((one, other) => one - other)
  const n = sorted.length
  if (n === 0) return { n, mean: null, median: null, p90: null, overTarget: null }
  const middle = n % 2 === 1 ? at(sorted, (n - 1) / 2) : (at(sorted, n / 2 - 1) + at(sorted, n / 2)) / 2
  const over = targetMinutes === null ? null : sorted.filter((ms) => ms > targetMinutes * MINUTE_MS).length
  return {
    n,
    mean: minutes(sum(sorted) / n),
    median: minutes(middle),
    p90: minutes(at(sorted, Math.ceil(0.9 * n) - 1)),
    overTarget: over === null ? null : percent(over, n),
  }
}

/** Negative or above twelve hours is a fault of the record and in no mean (Q69). */
export function isBelievable(ms: number): boolean {
  return ms >= 0 && ms <= MOST_MS
}

/** Percent with one decimal, null of nothing. */
export function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 10
}

/** Minutes with one decimal. */
export function minutes(ms: number): number {
  return Math.round(ms / (MINUTE_MS / 10)) / 10
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function at(values: readonly number[], place: number): number {
  return values[place] ?? 0
}
