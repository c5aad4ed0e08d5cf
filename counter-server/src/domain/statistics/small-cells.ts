/** A count as it may be published; `small`: so few that they could be told who they are; `beside`: it would give such a one away. */
export type PublicCount = number | 'small' | 'beside'

/**
 * Hides what fewer than `least` people stand behind; zeros stand. Where one count of a column would then be the only one
 * hidden, it could be reckoned from the total, so the smallest of the others goes with it (U39).
 */
export function hideSmall(counts: readonly number[], least: number): readonly PublicCount[] {
  const isSmall = (count: number) => count > 0 && count < least
  const others = counts.filter((count) => count >= least)
  const isAlone = counts.filter(isSmall).length === 1 && others.length > 0
  const beside = isAlone ? counts.indexOf(Math.min(...others)) : -1
  return counts.map((count, place) => (isSmall(count) ? 'small' : place === beside ? 'beside' : count))
}
