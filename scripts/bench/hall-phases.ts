import { newCommandId } from '@counter/shared/client/commands'
import { DeskAnswer } from '@counter/shared/contract/desk'
import { IssuedTicket } from '@counter/shared/contract/hall'
import type { TimedLine } from './timed-line.ts'

export const TOPICS = [
  'social',
  'relief',
  'subsidy',
  'family',
  'forest',
  'farm',
  'mediation',
  'unsure',
] as const

/** What one phase brought: each act's length, what it was about, and how long all of them took. */
export interface Phase {
  readonly ms: readonly number[]
  readonly subjects: readonly string[]
  readonly seconds: number
}

/** The kiosks share `count` numbers, each taking the next as soon as the last was answered; every seventh is a priority. */
export async function takeNumbers(kiosks: readonly TimedLine[], count: number): Promise<Phase> {
  const ms: number[] = []
  const subjects: string[] = []
  let begun = 0
  const startedAt = performance.now()
  await Promise.all(
    kiosks.map(async (kiosk) => {
      while (begun < count) {
        const place = begun
        begun += 1
        const topic = TOPICS[place % TOPICS.length]
        const cls = place % 7 === 6 ? 'priority' : 'ordinary'
        const answer = await kiosk.post('/api/tickets', { commandId: newCommandId(), topic, cls })
        ms.push(answer.ms)
        subjects.push(IssuedTicket.parse(answer.body).number)
      }
    }),
  )
  return { ms, subjects, seconds: (performance.now() - startedAt) / 1000 }
}

/** A clerk at an open window. */
export interface Clerk {
  readonly line: TimedLine
  readonly window: number
}

/** The clerks call until nobody waits: next, start, then finish and next in one command. Only `next` is timed. */
export async function callAll(clerks: readonly Clerk[]): Promise<Phase> {
  const ms: number[] = []
  const subjects: string[] = []
  const startedAt = performance.now()
  await Promise.all(
    clerks.map(async (clerk) => {
      let current = await callNext(clerk, null)
      while (current.ticket !== null) {
        ms.push(current.ms)
        subjects.push(current.ticket)
        await start(clerk, current.ticket)
        current = await callNext(clerk, current.ticket)
      }
    }),
  )
  return { ms, subjects, seconds: (performance.now() - startedAt) / 1000 }
}

/** Calls one person and serves them; the id of the ticket. */
export async function callOne(clerk: Clerk, serving: string | null): Promise<string> {
  const { ticket } = await callNext(clerk, serving)
  if (ticket === null) throw new Error('void: nobody waited')
  await start(clerk, ticket)
  return ticket
}

/** A clerk who calls one person each `everyMs` while a kiosk gives the next one a number, so that the line stays as long. */
export async function serveSteadily(
  { kiosk, clerk, everyMs }: { readonly kiosk: TimedLine; readonly clerk: Clerk; readonly everyMs: number },
  isOver: () => boolean,
): Promise<readonly number[]> {
  const ms: number[] = []
  let serving: string | null = null
  while (!isOver()) {
    const pause = new Promise((resolve) => setTimeout(resolve, everyMs))
    await takeNumbers([kiosk], 1)
    const called = await callNext(clerk, serving)
    if (called.ticket === null) throw new Error('void: nobody waited')
    ms.push(called.ms)
    await start(clerk, called.ticket)
    serving = called.ticket
    await pause
  }
  if (serving !== null) await finishLast(clerk, serving)
  return ms
}

export async function finishLast({ line }: Clerk, ticket: string): Promise<void> {
  await line.post(`/api/tickets/${ticket}/finish`, { commandId: newCommandId(), outcome: 'consulted' })
}

async function callNext({ line, window }: Clerk, serving: string | null) {
  const finish = serving === null ? {} : { finish: { outcome: 'consulted' } }
  const { body, ms } = await line.post(`/api/windows/${window}/next`, {
    commandId: newCommandId(),
    ...finish,
  })
  return { ms, ticket: DeskAnswer.parse(body).ticket?.id ?? null }
}

async function start({ line }: Clerk, ticket: string): Promise<void> {
  await line.post(`/api/tickets/${ticket}/start`, { commandId: newCommandId() })
}
