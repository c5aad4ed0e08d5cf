/** Seeded chance, so that the same seed makes the same residents and the same wishes. */
export interface Chance {
  /** 0 to 1, 1 excluded. */
  number(): number
  happens(share: number): boolean
  between(low: number, high: number): number
  pick<T>(from: readonly T[]): T
}

/** Each name has a row of its own, so that who acts first changes nothing for the others (mulberry32 over FNV-1a). */
export function chanceOf(seed: number, name: string): Chance {
  let state = seed >>> 0
  for (const sign of name) state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 16_777_619) >>> 0
  function number(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    number,
    happens: (share) => number() < share,
    between: (low, high) => low + number() * (high - low),
    pick(from) {
      const picked = from[Math.floor(number() * from.length)]
      if (picked === undefined) throw new Error('nothing to pick from')
      return picked
    },
  }
}
