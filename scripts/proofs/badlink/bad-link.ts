import { createServer, type Server } from 'node:net'
import type { Chance } from '../../play/chance.ts'
import { type Fate, type Line, openLine } from './line.ts'

/** How bad the line is now. */
export interface Badness {
  /** Each way. */
  readonly delayMs: number
  /** What becomes of the exchanges, each once a round of so many. */
  readonly exchanges: readonly Fate[]
  /** What becomes of those that have a body on both ways and were not lost. */
  readonly bodies: readonly Fate[]
  /** Share of the texts whose answer is lost beside that, so that enough of them go twice. */
  readonly answersLost: number
}

/** What the line did, so that a run whose line was good is void. */
export interface LinkCounts {
  exchanges: number
  lostBefore: number
  lostAfter: number
  /** Texts whose answer was lost beside those. */
  answersLost: number
  /** Connections that were reset in the middle of a body. */
  requestsTorn: number
  answersTorn: number
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
export const PERFECT: Badness = { delayMs: 0, exchanges: ['whole'], bodies: ['whole'], answersLost: 0 }

/** A TCP line to the centre that delays, loses, tears and holds up. It knows of HTTP no more than the first word of a request and where a head ends. */
export async function openBadLink(target: number, chance: Chance): Promise<BadLink> {
  const counts: LinkCounts = {
    exchanges: 0,
    lostBefore: 0,
    lostAfter: 0,
    answersLost: 0,
    requestsTorn: 0,
    answersTorn: 0,
    holes: 0,
  }
  const lines = new Set<Line>()
  const decks = new Map<Badness, readonly [Deck, Deck]>()
  let badness = PERFECT
  let [exchanges, bodies] = decksOf(badness)
  let hole: { readonly isOver: Promise<void>; end(): void } | null = null

  // A badness that comes again goes on with its decks: with new ones each time half a deck more would be drawn one-sidedly.
  function decksOf(next: Badness): readonly [Deck, Deck] {
    const known = decks.get(next)
    if (known !== undefined) return known
    const made = [deckOf(next.exchanges, chance), deckOf(next.bodies, chance)] as const
    decks.set(next, made)
    return made
  }

  // What begins in a hole only waits for its end.
  function fateOf(first: Buffer): Fate {
    counts.exchanges += 1
    if (hole !== null) return 'whole'
    const lost = exchanges.draw()
    if (lost === 'lostBefore' || lost === 'lostAfter') counts[lost] += 1
    if (lost !== 'whole' || !hasBody(first)) return lost
    const cut = bodies.draw()
    if (cut !== 'whole' || !isText(first) || !chance.happens(badness.answersLost)) return cut
    counts.answersLost += 1
    return 'lostAfter'
  }

  const server = createServer({ noDelay: true }, (phone) => {
    const line = openLine({
      phone,
      target,
      chance,
      fateOf,
      whenTorn(fate) {
        counts[fate === 'cutRequest' ? 'requestsTorn' : 'answersTorn'] += 1
      },
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
      ;[exchanges, bodies] = decksOf(next)
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

interface Deck {
  draw(): Fate
}

// Each card once, in a new order each time, so that every share is met however short the run.
function deckOf(cards: readonly Fate[], chance: Chance): Deck {
  let left: Fate[] = []
  return {
    draw() {
      if (left.length === 0) left = [...cards]
      const [card] = left.splice(Math.floor(chance.number() * left.length), 1)
      if (card === undefined) throw new Error('an empty deck')
      return card
    },
  }
}

function hasBody(first: Buffer): boolean {
  return ['POST', 'PUT '].includes(first.subarray(0, 4).toString())
}

function isText(first: Buffer): boolean {
  return first.subarray(0, TEXT.length).equals(TEXT)
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
