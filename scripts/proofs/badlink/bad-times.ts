import { setTimeout as pause } from 'node:timers/promises'
import { type Chance, chanceOf } from '../../play/chance.ts'
import { type BadLink, type Badness, PERFECT } from './bad-link.ts'
import type { Centre } from './centre.ts'
import type { Fate } from './line.ts'
import type { Standing } from './phone-words.ts'
import type { Phone } from './phones.ts'
import { type Size, secondsOf, takenAtSecond } from './sizes.ts'

/** 5 % of the exchanges are lost, half before they arrive and half after the centre has done its work (V99). */
const EXCHANGES: readonly Fate[] = ['lostBefore', 'lostAfter', ...whole(38)]
const BODIES: readonly Fate[] = ['cutRequest', 'cutAnswer', ...whole(26)]
const BAD: Badness = { delayMs: 800, exchanges: EXCHANGES, bodies: BODIES, answersLost: 0.3 }
const SLOW: Badness = { ...PERFECT, delayMs: 800 }

/** No page is killed in the last seconds of the last hole, so that what is measured is the line and not a page that opens. */
const CALM_SECONDS = 8
const PHOTO_DEATHS = 3
const LOOK_MS = 50
const PATIENCE_MS = 30 * 60_000

export interface Parties {
  readonly link: BadLink
  readonly centre: Centre
  readonly phones: readonly Phone[]
}

/** Plays the run; tells how many seconds after the last hole the centre had every text and no phone waited for one. */
export async function badTimes(size: Size, parties: Parties, seed: number): Promise<number> {
  const { link, centre, phones } = parties
  const kills = size.killsAt.map(async (second) => {
    await pause(second * 1000)
    await centre.killAndStart()
  })
  const taking = takeAll(size, phones)
  const dying = killPages(size, phones, chanceOf(seed, 'deaths'))
  for (let round = 1; round <= size.rounds; round += 1) {
    link.become(BAD)
    await pause(size.badSeconds * 1000)
    link.beginHole()
    await pause(size.holeSeconds * 1000)
    // A machine on which a start takes longer than the rest of a hole measures the line all the same.
    await centre.isBack()
    if (round === size.rounds) {
      link.become(SLOW)
      await dying
      await Promise.all(phones.map((phone) => phone.live()))
    }
    link.endHole()
  }
  const returnedAt = performance.now()
  await Promise.all([taking, ...kills])
  await until(phones, ({ texts }) => texts === 0)
  const seconds = (performance.now() - returnedAt) / 1000
  if (size.deathsAt.includes('photo')) await killAtPhotos(phones)
  // How long photos take on such a line is no part of the proof; that they were torn and held up before is.
  link.become(PERFECT)
  await until(phones, ({ texts, photos }) => texts + photos === 0)
  return seconds
}

async function takeAll(size: Size, phones: readonly Phone[]): Promise<void> {
  const startedAt = performance.now()
  for (let place = 0; place < size.submissions; place += 1) {
    const due = startedAt + takenAtSecond(size, place) * 1000
    await pause(Math.max(0, due - performance.now()))
    phones[place % phones.length]?.take(place)
  }
}

// One page after another, each time at the next step of its work, so that each phone dies at each of them in turn.
async function killPages(size: Size, phones: readonly Phone[], chance: Chance): Promise<void> {
  const forMs = (secondsOf(size) - CALM_SECONDS) * 1000
  const startedAt = performance.now()
  const everyMs = forMs / size.deaths
  for (let turn = 0; turn < size.deaths; turn += 1) {
    const due = startedAt + (turn + chance.number()) * everyMs
    await pause(Math.max(0, due - performance.now()))
    const at = size.deathsAt[(turn + Math.floor(turn / phones.length)) % size.deathsAt.length]
    if (at !== undefined) phones[turn % phones.length]?.die(at)
  }
  await pause(Math.max(0, startedAt + forMs - performance.now()))
  await Promise.all(phones.map((phone) => phone.live()))
}

// Texts go first, so that in the bad time none of these may have come: each part takes a while still.
async function killAtPhotos(phones: readonly Phone[]): Promise<void> {
  const some = phones.filter((phone) => (phone.standing()?.photos ?? 0) > 0).slice(0, PHOTO_DEATHS)
  for (const phone of some) phone.die('photo')
  const isOver = (phone: Phone) => phone.deaths.includes('photo') || phone.standing()?.photos === 0
  while (!some.every(isOver)) await pause(LOOK_MS)
  await Promise.all(phones.map((phone) => phone.live()))
}

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

function whole(count: number): readonly Fate[] {
  return Array.from({ length: count }, () => 'whole')
}
