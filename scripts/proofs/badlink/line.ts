import { type Socket, connect as toTcp } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from '../../play/chance.ts'

/** What becomes of one exchange of a line. */
export type Fate = 'whole' | 'lostBefore' | 'lostAfter' | 'cut'

/** One connection of a phone. */
export interface Line {
  /** Something of it waits for the end of a hole. */
  standsStill(): boolean
  reset(): void
}

interface LineOptions {
  readonly phone: Socket
  readonly target: number
  readonly chance: Chance
  fateOf(firstOfRequest: Buffer): Fate
  delayMs(): number
  /** Resolves at the end of the hole; null when there is none. */
  hole(): Promise<void> | null
  whenClosed(): void
}

const LONGEST_SILENCE_MS = 3_000

/** Carries the exchanges of one connection, one after another as HTTP has them, each by its fate. */
export function openLine({ phone, target, chance, fateOf, delayMs, hole, whenClosed }: LineOptions): Line {
  const centre = toTcp({ host: '127.0.0.1', port: target, noDelay: true })
  const toCentre = openWay(delayMs, hole)
  const toPhone = openWay(delayMs, hole)
  let fate: Fate = 'whole'
  let isAnswering = true
  let cutsAnswer = false

  function reset(): void {
    phone.resetAndDestroy()
    centre.resetAndDestroy()
    whenClosed()
  }

  // A connection that carries nothing any more is given up some seconds later, as a phone's is.
  function resetLater(): void {
    setTimeout(reset, chance.between(500, LONGEST_SILENCE_MS))
  }

  function begin(first: Buffer): void {
    fate = fateOf(first)
    isAnswering = false
    cutsAnswer = chance.happens(0.5)
    if (fate === 'lostBefore') resetLater()
  }

  phone.on('data', (chunk) => {
    const isFirst = isAnswering
    if (isFirst) begin(chunk)
    if (fate === 'lostBefore') return
    if (fate === 'cut' && !cutsAnswer) {
      const half = chunk.subarray(0, Math.ceil(chunk.length / 2))
      toCentre.send(() => centre.write(half))
      toCentre.send(reset)
      fate = 'lostBefore'
    } else toCentre.send(() => centre.write(chunk))
  })
  centre.on('data', (chunk) => {
    const isFirst = !isAnswering
    isAnswering = true
    if (fate === 'whole') toPhone.send(() => phone.write(chunk))
    else if (isFirst && fate === 'cut') {
      toPhone.send(() => phone.write(chunk.subarray(0, Math.ceil(chunk.length / 2))))
      toPhone.send(reset)
    } else if (isFirst) resetLater()
  })
  // What was on its way still arrives when its sender has gone.
  phone.on('close', () => toCentre.send(() => centre.destroy()))
  centre.on('close', () => toPhone.send(reset))
  for (const end of [phone, centre]) end.on('error', () => undefined)
  return { standsStill: () => toCentre.isHeld() || toPhone.isHeld(), reset }
}

interface Way {
  send(work: () => void): void
  isHeld(): boolean
}

// One direction: all in its order, each after its time on the way, and in a hole not before its end.
function openWay(delayMs: () => number, hole: () => Promise<void> | null): Way {
  let last: Promise<void> = Promise.resolve()
  let held = 0
  return {
    isHeld: () => held > 0,
    send(work) {
      const dueAt = performance.now() + delayMs()
      const before = last
      last = (async () => {
        await before
        const left = dueAt - performance.now()
        if (left > 0) await pause(left)
        const standing = hole()
        if (standing !== null) {
          held += 1
          await standing
          held -= 1
        }
        work()
      })()
    },
  }
}
