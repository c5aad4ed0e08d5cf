import { DEATHS, type Death } from './phone-words.ts'

/** One run: so many submissions over its rounds, and when the server is killed, in seconds from the start. */
export interface Size {
  readonly submissions: number
  /** So many of them come in the last round, which is the one whose end is measured. */
  readonly inLastRound: number
  /** Each has this many seconds of a bad line, then a hole. */
  readonly rounds: number
  readonly badSeconds: number
  readonly holeSeconds: number
  readonly killsAt: readonly number[]
  /** How often a page of some phone is killed. */
  readonly deaths: number
  readonly deathsAt: readonly Death[]
}

const ROUND = { badSeconds: 60, holeSeconds: 30 }
/** Rounds of the whole deep run: 27 minutes, and then its photos. */
export const DEEP_ROUNDS = 18
const IN_LAST_ROUND = 66
const IN_DEEP_ROUND = (10_000 - IN_LAST_ROUND) / (DEEP_ROUNDS - 1)

/** The holes of `whole` and `deep` are those of V99; the gate has one of them after a shorter bad time. */
export const SIZES = {
  gate: {
    submissions: 44,
    inLastRound: 44,
    rounds: 1,
    badSeconds: 20,
    holeSeconds: 30,
    killsAt: [10, 32],
    deaths: 22,
    // Photos go when no text is due, which the short time leaves to chance.
    deathsAt: DEATHS.filter((at) => at !== 'photo'),
  },
  whole: {
    submissions: 200,
    inLastRound: IN_LAST_ROUND,
    rounds: 3,
    ...ROUND,
    killsAt: [20, 75, 110, 160, 215],
    deaths: 110,
    deathsAt: DEATHS,
  },
} as const satisfies Readonly<Record<string, Size>>

/**
 * 10,000 submissions in 18 rounds, or fewer as densely. Its last round is as full as one of `whole`, because how long the
 * last texts take is asked of a phone that holds a few of them.
 */
export function deepOf(rounds: number): Size {
  const seconds = rounds * (ROUND.badSeconds + ROUND.holeSeconds)
  const submissions = Math.round(IN_DEEP_ROUND * (rounds - 1)) + IN_LAST_ROUND
  const killsAt = everySeconds(97, seconds)
  return {
    submissions,
    inLastRound: IN_LAST_ROUND,
    rounds,
    ...ROUND,
    killsAt,
    deaths: rounds * 33,
    deathsAt: DEATHS,
  }
}

export function secondsOf({ rounds, badSeconds, holeSeconds }: Size): number {
  return rounds * (badSeconds + holeSeconds)
}

/** Nothing is taken in the last seconds, so that what is measured is the line and not the one who writes. */
const QUIET_SECONDS = 2
const IN_BAD_TIME = 2 / 3

/** When the resident of this place comes: most while the line is bad, a third in a hole; the last of them a little before its end. */
export function takenAtSecond(size: Size, place: number): number {
  const { submissions, inLastRound, rounds, badSeconds, holeSeconds } = size
  const perRound = rounds === 1 ? submissions : (submissions - inLastRound) / (rounds - 1)
  const round = Math.min(Math.floor(place / perRound), rounds - 1)
  const share = (place - round * perRound) / (round === rounds - 1 ? inLastRound : perRound)
  const within =
    share < IN_BAD_TIME
      ? (badSeconds * share) / IN_BAD_TIME
      : badSeconds + ((holeSeconds - QUIET_SECONDS) * (share - IN_BAD_TIME)) / (1 - IN_BAD_TIME)
  return round * (badSeconds + holeSeconds) + within
}

function everySeconds(seconds: number, until: number): number[] {
  return Array.from({ length: Math.floor(until / seconds) }, (_, place) => (place + 1) * seconds)
}
