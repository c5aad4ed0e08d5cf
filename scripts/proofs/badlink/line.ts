import { type Socket, connect as toTcp } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from '../../play/chance.ts'

/** What becomes of one exchange of a line. */
export type Fate = 'whole' | 'lostBefore' | 'lostAfter' | 'cutRequest' | 'cutAnswer'

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
  /** A body was cut in its middle. */
  whenTorn(fate: Fate): void
  delayMs(): number
  /** Resolves at the end of the hole; null when there is none. */
  hole(): Promise<void> | null
  whenClosed(): void
}

const LONGEST_SILENCE_MS = 3_000
const END_OF_HEAD = Buffer.from('\r\n\r\n')

/** Carries the exchanges of one connection, one after another as HTTP has them, each by its fate. */
export function openLine(options: LineOptions): Line {
  const { phone, target, chance, fateOf, delayMs, hole, whenClosed } = options
  const centre = toTcp({ host: '127.0.0.1', port: target, noDelay: true })
  const toCentre = openWay(delayMs, hole)
  const toPhone = openWay(delayMs, hole)
  let fate: Fate = 'whole'
  let isAnswering = true
  let head = newHead()

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
    head = newHead()
    if (fate === 'lostBefore') resetLater()
  }

  // The head passes whole, and of the first piece of the body a half; then the connection is gone.
  function tear(way: Way, to: Socket, chunk: Buffer): void {
    const body = chunk.length - head.partOf(chunk)
    way.send(() => to.write(chunk.subarray(0, chunk.length - Math.floor(body / 2))))
    if (body < 2) return
    options.whenTorn(fate)
    way.send(reset)
    fate = 'lostBefore'
  }

  phone.on('data', (chunk) => {
    if (isAnswering) begin(chunk)
    if (fate === 'lostBefore') return
    if (fate === 'cutRequest') tear(toCentre, centre, chunk)
    else toCentre.send(() => centre.write(chunk))
  })
  centre.on('data', (chunk) => {
    const isFirst = !isAnswering
    isAnswering = true
    if (isFirst) head = newHead()
    if (fate === 'lostAfter') {
      if (isFirst) resetLater()
    } else if (fate === 'cutAnswer') tear(toPhone, phone, chunk)
    else if (fate !== 'lostBefore') toPhone.send(() => phone.write(chunk))
  })
  // What was on its way still arrives when its sender has gone.
  phone.on('close', () => toCentre.send(() => centre.destroy()))
  centre.on('close', () => toPhone.send(reset))
  for (const end of [phone, centre]) end.on('error', () => undefined)
  return { standsStill: () => toCentre.isHeld() || toPhone.isHeld(), reset }
}

/** Knows how much of each piece still belongs to the head of the message. */
function newHead() {
  let isOver = false
  return {
    partOf(chunk: Buffer): number {
      if (isOver) return 0
      const end = chunk.indexOf(END_OF_HEAD)
      isOver = end >= 0
      return isOver ? end + END_OF_HEAD.length : chunk.length
    },
  }
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
