import { setTimeout as pause } from 'node:timers/promises'
import type { BadLink, Badness } from './bad-link.ts'
import type { Centre } from './centre.ts'
import type { Phone } from './phones.ts'

/** One run: so many submissions, spread evenly over its rounds, and when the server is killed, in seconds from the start. */
export interface Size {
  readonly submissions: number
  /** Each has this many seconds of a bad line, then a hole. */
  readonly rounds: number
  readonly badSeconds: number
  readonly holeSeconds: number
  readonly killsAt: readonly number[]
}

const ROUND = { badSeconds: 60, holeSeconds: 30 }

/** The holes of `whole` and `deep` are those of V99; the gate has one of them after a shorter bad time. */
export const SIZES = {
  gate: { submissions: 44, rounds: 1, badSeconds: 20, holeSeconds: 30, killsAt: [10, 32] },
  whole: { submissions: 200, rounds: 3, ...ROUND, killsAt: [20, 75, 110, 160, 215] },
  deep: { submissions: 10_000, rounds: 80, ...ROUND, killsAt: everySeconds(97, 80 * 90) },
} as const satisfies Readonly<Record<string, Size>>

const BAD: Badness = { delayMs: 800, lost: 0.05, cut: 0.02, answersLost: 0.3 }
const SLOW: Badness = { delayMs: 800, lost: 0, cut: 0, answersLost: 0 }
const GOOD: Badness = { delayMs: 0, lost: 0, cut: 0, answersLost: 0 }

/** Nothing is taken in the last seconds, so that what is measured is the line and not the one who writes. */
const QUIET_SECONDS = 2
const IN_BAD_TIME = 2 / 3
const LOOK_MS = 50
const PATIENCE_MS = 10 * 60_000

/** Plays the run; tells how many seconds after the last hole the centre had every text and no phone waited for one. */
export async function badTimes(
  size: Size,
  { link, centre, phones }: { link: BadLink; centre: Centre; phones: readonly Phone[] },
): Promise<number> {
  const kills = size.killsAt.map(async (second) => {
    await pause(second * 1000)
    await centre.killAndStart()
  })
  const taking = takeAll(size, phones)
  for (let round = 1; round <= size.rounds; round += 1) {
    link.become(BAD)
    await pause(size.badSeconds * 1000)
    link.beginHole()
    await pause(size.holeSeconds * 1000)
    // A machine on which a start takes longer than the rest of a hole measures the line all the same.
    await centre.isBack()
    if (round === size.rounds) link.become(SLOW)
    link.endHole()
  }
  const returnedAt = performance.now()
  await Promise.all([taking, ...kills])
  await until(phones, ({ texts }) => texts === 0)
  const seconds = (performance.now() - returnedAt) / 1000
  // How long photos take on such a line is no part of the proof; that they were torn and held up before is.
  link.become(GOOD)
  await until(phones, ({ texts, photos }) => texts + photos === 0)
  return seconds
}

// Most residents come while the line is bad, a third in a hole; the last of them a little before its end.
async function takeAll(size: Size, phones: readonly Phone[]): Promise<void> {
  const startedAt = performance.now()
  for (let place = 0; place < size.submissions; place += 1) {
    const due = startedAt + takenAtSecond(size, place) * 1000
    await pause(Math.max(0, due - performance.now()))
    phones[place % phones.length]?.take(place)
  }
}

function takenAtSecond({ submissions, rounds, badSeconds, holeSeconds }: Size, place: number): number {
  const perRound = submissions / rounds
  const round = Math.floor(place / perRound)
  const share = (place - round * perRound) / perRound
  const within =
    share < IN_BAD_TIME
      ? (badSeconds * share) / IN_BAD_TIME
      : badSeconds + ((holeSeconds - QUIET_SECONDS) * (share - IN_BAD_TIME)) / (1 - IN_BAD_TIME)
  return round * (badSeconds + holeSeconds) + within
}

type Standing = NonNullable<ReturnType<Phone['standing']>>

async function until(phones: readonly Phone[], isSo: (standing: Standing) => boolean): Promise<void> {
  const startedAt = performance.now()
  const isReady = (phone: Phone) => {
    const standing = phone.standing()
    return standing !== null && isSo(standing)
  }
  while (!phones.every(isReady)) {
    if (performance.now() - startedAt > PATIENCE_MS)
      throw new Error(`not converged: ${JSON.stringify(phones.map((phone) => phone.standing()))}`)
    await pause(LOOK_MS)
  }
}

function everySeconds(seconds: number, until: number): number[] {
  return Array.from({ length: Math.floor(until / seconds) }, (_, place) => (place + 1) * seconds)
}
