/** The values under each key, in the order of their first appearance. */
export function pilesOf<Key, Value>(
  values: readonly Value[],
  keyOf: (value: Value) => Key,
): Map<Key, Value[]> {
  const piles = new Map<Key, Value[]>()
  for (const value of values) {
    const key = keyOf(value)
    const pile = piles.get(key)
    if (pile === undefined) piles.set(key, [value])
    else pile.push(value)
  }
  return piles
}
