import { newCommandId, sendCommand } from '@counter/shared/client/commands'
import { LeaseAnswer } from '@counter/shared/contract/leases'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { asDevice } from '../device.ts'
import { keepBlock, numbersLeft, useBook } from './kiosk-book.ts'
import { pageNow } from './page-clock.ts'
import { useWaiting } from './waiting.ts'

const FIRST_PAUSE_MS = 2_000
const LONGEST_PAUSE_MS = 60_000

interface Asked {
  readonly date: PlainDate
  readonly left: number
}

/** Numbers are asked for once a day and whenever some were given out; the server knows how many are enough (Q46). */
export function lender(): { look(signal: AbortSignal): Promise<void> } {
  let settled: Asked | null = null
  // Kept until its block lies in the book: under a new id the server would take that block for lost and lend another.
  let open: (Asked & { readonly body: object }) | null = null
  const mayTry = pacer()
  return {
    async look(signal) {
      const date = civilDate(pageNow())
      const now = { date, left: leftOn(date) }
      if (!isNews(settled, now) || useWaiting.getState().net === 'offline' || !mayTry.now()) return
      if (open?.date !== date) open = { ...now, body: questionOf(now) }
      const isSettled = await ask(open.body, signal)
      open = null
      if (!isSettled) return
      mayTry.fromNew()
      settled = { date, left: leftOn(date) }
    },
  }
}

// Throws where the block cannot be stored.
async function ask(body: object, signal: AbortSignal): Promise<boolean> {
  const answer = await asDevice('kiosk', () =>
    sendCommand('/api/leases', body, LeaseAnswer, { door: 'kiosk', signal }),
  )
  if (answer.ok && answer.value.block !== null) await keepBlock(answer.value.block)
  return answer.ok || answer.code === 'lease.none'
}

// Each try waits twice as long as the one before it.
function pacer() {
  let pauseMs = 0
  let triedAt = Number.NEGATIVE_INFINITY
  return {
    now(): boolean {
      if (performance.now() - triedAt < pauseMs) return false
      triedAt = performance.now()
      pauseMs = Math.min(Math.max(2 * pauseMs, FIRST_PAUSE_MS), LONGEST_PAUSE_MS)
      return true
    },
    fromNew(): void {
      pauseMs = 0
    },
  }
}

function questionOf({ left }: Asked): object {
  const holds = useBook.getState().blocks.map(({ lease }) => lease)
  return { commandId: newCommandId(), holds, left }
}

function isNews(before: Asked | null, { date, left }: Asked): boolean {
  return before === null || before.date !== date || left < before.left
}

function leftOn(date: PlainDate): number {
  return numbersLeft(useBook.getState(), date)
}
