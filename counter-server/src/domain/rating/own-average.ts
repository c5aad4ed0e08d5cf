import type { RatingLevel } from '@counter/shared/vocabulary/rating'

/** So many ratings make an average; fewer would name single ones (C1004, U28). */
const GROUP = 5

/** What somebody may know of the own ratings: in stars, five the best. */
export interface OwnAverage {
  readonly n: number
  readonly stars: number
}

/**
 * The average of whole groups of five, oldest first: it changes by five ratings at once, so that no single one can be told from
 * the step between two looks (C1004, U28). Null under five.
 */
export function ownAverage(levels: readonly RatingLevel[]): OwnAverage | null {
  const n = levels.length - (levels.length % GROUP)
  if (n === 0) return null
  const sum = levels.slice(0, n).reduce((total, level) => total + (6 - level), 0)
  return { n, stars: Math.round((sum / n) * 10) / 10 }
}
