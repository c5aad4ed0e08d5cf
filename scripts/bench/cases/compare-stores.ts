import { spreadLine, spreadOf } from '../figures.ts'
import type { Reading } from './measured-readings.ts'

/** How long the readings of one store took, by kind. */
type Measured = ReadonlyMap<string, number[]>

export interface Comparison {
  readonly p95Ms: number
  /** How many times the p95 of the small store that of the big one is. */
  readonly growth: number
  readonly lines: readonly string[]
}

/**
 * The same readings of a small and a big store in turns, so that what slows the machine down for a moment slows both.
 * Every kind weighs the same; the first turn warms both up and counts for nothing.
 */
export async function compareStores(
  small: readonly Reading[],
  big: readonly Reading[],
  rounds: number,
): Promise<Comparison> {
  const smallMs = emptyOf(small)
  const bigMs = emptyOf(big)
  for (const [readings, into] of [
    [small, emptyOf(small)],
    [big, emptyOf(big)],
  ] as const)
    for (let warm = 0; warm < 5; warm += 1) takeTurn(readings, into)
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) takeTurn(small, smallMs)
    takeTurn(big, bigMs)
    if (round % 2 === 1) takeTurn(small, smallMs)
    await new Promise(setImmediate)
  }
  const all = spreadOf([...bigMs.values()].flat())
  const before = spreadOf([...smallMs.values()].flat())
  return {
    p95Ms: all.p95,
    growth: all.p95 / before.p95,
    lines: [...bigMs].map(
      ([name, ms]) =>
        `${spreadLine(name, spreadOf(ms))}  small p95 ${spreadOf(smallMs.get(name) ?? []).p95.toFixed(2)}`,
    ),
  }
}

function emptyOf(readings: readonly Reading[]): Measured {
  return new Map(readings.map(({ name }) => [name, []]))
}

function takeTurn(readings: readonly Reading[], into: Measured): void {
  for (const { name, read } of readings) {
    const startedAt = performance.now()
    read()
    into.get(name)?.push(performance.now() - startedAt)
  }
}
