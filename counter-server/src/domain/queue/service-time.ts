const MIN_MINUTES = 20 / 60
const MAX_MINUTES = 90
const SHRINKAGE = 20
const ENOUGH = 20
const CV = 0.7

/** A source of numbers in [0, 1); the same seed gives the same numbers on every machine. */
export type Random = () => number

/** What is known of how long a topic takes, in minutes. */
export interface TopicTimes {
  readonly configuredMean: number
  /** Legs of 60 working days with outcomes 1 to 5. */
  readonly observed: readonly number[]
}

/** Draws one service time in minutes. */
export type ServiceDraw = (random: Random) => number

/** The mean of a topic in minutes: (n·m̄ + k·m₀)/(n + k) with k = 20, over observations of 20 s to 90 min (Q61). */
export function shrunkMean({ configuredMean, observed }: TopicTimes): number {
  const usable = usableOf(observed)
  return (sum(usable) + SHRINKAGE * configuredMean) / (usable.length + SHRINKAGE)
}

/** The mean turn of a window from one visit to the next in minutes; few that were seen are drawn towards none (Q60). */
export function turnMean(turns: readonly number[]): number {
  return sum(turns) / (turns.length + SHRINKAGE)
}

/** How a service time is drawn: from scaled observations when there are 20, else lognormal with CV 0.7 (Q61). */
export function serviceDrawOf(times: TopicTimes): ServiceDraw {
  const mean = shrunkMean(times)
  const usable = usableOf(times.observed)
  if (usable.length < ENOUGH) return lognormal(mean)
  const scale = mean / (sum(usable) / usable.length)
  return (random) => (usable[Math.floor(random() * usable.length)] ?? mean) * scale
}

/** A small generator (mulberry32) seeded by a text, so that an estimate can be repeated from the ticket id (Q60). */
export function randomOf(seed: string): Random {
  let state = hashOf(seed)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function lognormal(mean: number): ServiceDraw {
  const variance = Math.log(1 + CV * CV)
  const centre = Math.log(mean) - variance / 2
  const spread = Math.sqrt(variance)
  return (random) => Math.exp(centre + spread * normalOf(random))
}

/** A draw of the normal distribution around 0 with spread 1. */
export function normalOf(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

// FNV-1a: ids that differ in one sign get unrelated seeds.
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let place = 0; place < text.length; place += 1)
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193)
  return hash >>> 0
}

function usableOf(observed: readonly number[]): readonly number[] {
  return observed.filter((minutes) => minutes >= MIN_MINUTES && minutes <= MAX_MINUTES)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
