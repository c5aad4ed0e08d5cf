const REMEMBERED = 200

/** Which calls were acknowledged as painted; a wall runs for weeks, so only the last ones are remembered (QT15). */
export interface ShownOnce {
  /** Of these calls, the ones that nobody was told of yet; from now on they count as told. */
  take(seqs: readonly number[]): readonly number[]
  readonly size: () => number
}

export function createShownOnce(): ShownOnce {
  let told: readonly number[] = []
  return {
    take(seqs) {
      const fresh = seqs.filter((seq) => !told.includes(seq))
      told = [...told, ...fresh].slice(-REMEMBERED)
      return fresh
    },
    size: () => told.length,
  }
}
