import { createServer, type Server } from 'node:net'
import type { Chance } from '../../play/chance.ts'
import { type Fate, type Line, openLine } from './line.ts'

/** How bad the line is now. */
export interface Badness {
  /** Each way. */
  readonly delayMs: number
  /** Share of the exchanges that are lost: half before they arrive, half after the centre has done its work (V99). */
  readonly lost: number
  /** Share of the exchanges that are cut in the middle of a body. */
  readonly cut: number
  /** Share of the texts whose answer is lost beside that, so that enough of them go twice. */
  readonly answersLost: number
}

/** What the line did, so that a run whose line was good is void. */
export interface LinkCounts {
  exchanges: number
  lostBefore: number
  lostAfter: number
  cut: number
  holes: number
}

export interface BadLink {
  readonly url: string
  readonly counts: Readonly<LinkCounts>
  become(badness: Badness): void
  /** Nothing passes any longer; what is on its way or begins now stands still. */
  beginHole(): void
  /** What stood still goes on, or, by half, was lost with its connection. */
  endHole(): void
  close(): Promise<void>
}

const TEXT = Buffer.from('POST /sync')
const PERFECT: Badness = { delayMs: 0, lost: 0, cut: 0, answersLost: 0 }

/** A TCP line to the centre that delays, loses, tears and holds up. It knows of HTTP no more than the first word of a request. */
export async function openBadLink(target: number, chance: Chance): Promise<BadLink> {
  const counts: LinkCounts = { exchanges: 0, lostBefore: 0, lostAfter: 0, cut: 0, holes: 0 }
  const lines = new Set<Line>()
  let badness = PERFECT
  let hole: { readonly isOver: Promise<void>; end(): void } | null = null

  function fateOf(first: Buffer): Fate {
    counts.exchanges += 1
    const fate = roll(first.subarray(0, TEXT.length).equals(TEXT))
    if (fate !== 'whole') counts[fate] += 1
    return fate
  }

  // What begins in a hole only waits for its end.
  function roll(isText: boolean): Fate {
    if (hole !== null) return 'whole'
    const { lost, cut, answersLost } = badness
    const number = chance.number()
    if (number < lost / 2) return 'lostBefore'
    if (number < lost) return 'lostAfter'
    if (number < lost + cut) return 'cut'
    return isText && chance.happens(answersLost) ? 'lostAfter' : 'whole'
  }

  const server = createServer({ noDelay: true }, (phone) => {
    const line = openLine({
      phone,
      target,
      chance,
      fateOf,
      delayMs: () => badness.delayMs,
      hole: () => hole?.isOver ?? null,
      whenClosed: () => lines.delete(line),
    })
    lines.add(line)
  })
  const port = await listening(server)
  return {
    url: `http://127.0.0.1:${port}`,
    counts,
    become(next) {
      badness = next
    },
    beginHole() {
      counts.holes += 1
      let end = () => {}
      const isOver = new Promise<void>((resolve) => {
        end = resolve
      })
      hole = { isOver, end }
    },
    endHole() {
      for (const line of lines) if (line.standsStill() && chance.happens(0.5)) line.reset()
      hole?.end()
      hole = null
    },
    async close() {
      hole?.end()
      for (const line of lines) line.reset()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
