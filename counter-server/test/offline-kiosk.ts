import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { uuidv7 } from 'uuidv7'
import type { Answer, Caller, Hall } from './app.ts'

/** One row of a table, as a test looks at it. */
export type Row = Readonly<Record<string, unknown>>

/** A kiosk as its own book has it: lent numbers, and what the server has still to hear. */
export interface OfflineKiosk {
  readonly caller: Caller
  /** The numbers of the last block that are not given out yet. */
  readonly numbers: readonly { number: string; token: string; queryCode: string; link: string }[]
  /** The server was started again; the kiosk goes on with it. */
  meet(hall: Hall): void
  lend(): Promise<Answer>
  /** Gives the next number away without the server; what it would send later. */
  take(given?: Row): Row
  sync(...commands: unknown[]): Promise<readonly { status: string; code: string | null }[]>
}

/** A kiosk with a block of numbers, at the hall's own time unless a command says otherwise. */
export async function offlineKiosk(hall: Hall, name = 'kiosk'): Promise<OfflineKiosk> {
  let caller = await hall.device('kiosk', name)
  const numbers: { number: string; token: string; queryCode: string; link: string }[] = []
  const leases: string[] = []
  let sequence = 0
  const kiosk: OfflineKiosk = {
    get caller() {
      return caller
    },
    meet(other) {
      caller = other.sameDevice('kiosk', caller)
    },
    numbers,
    async lend() {
      const answer = await caller.command('/api/leases', { holds: leases, left: numbers.length })
      const block = answer.body.block
      if (answer.status === 200 && block !== null) {
        leases.push(block.lease)
        numbers.push(...block.numbers)
      }
      return answer
    },
    take(given = {}) {
      sequence += 1
      return {
        kind: 'take',
        commandId: uuidv7(),
        sequence,
        lease: leases.at(-1),
        number: numbers.shift()?.number,
        topic: 'relief',
        cls: 'ordinary',
        localTime: hall.clock.now(),
        offsetMs: 0,
        hasLostClock: false,
        replaces: null,
        printJobId: uuidv7(),
        paper: 'printed',
        ...given,
      }
    },
    async sync(...commands) {
      return (await caller.post('/api/tickets/sync', { commands })).body.results
    },
  }
  await kiosk.lend()
  return kiosk
}

/** An instant so many minutes after another. */
export function minutesAfter(instant: string, minutes: number): Instant {
  return instantOf(toMs(instant as Instant) + minutes * 60_000)
}

/** Rows of a statement, for looking into the record. */
export function rowsOf(hall: Hall, sql: string, ...values: readonly unknown[]): Row[] {
  return hall.server.counter.deps.store.read((tx) => tx.sql.prepare(sql).all(...values)) as Row[]
}
