/** A morning's visits, so that there is something to count. */
import { DeskAnswer } from '@counter/shared/contract/desk'
import { IssuedTicket } from '@counter/shared/contract/hall'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import { anything, type Caller, required } from '../api/caller.ts'
import type { Stage } from './stage.ts'

const STEP_MS = 3 * 60_000
const VISITS = 24

/** Every three minutes from then on somebody comes; two windows serve them in turn. */
export async function playVisits(stage: Stage, from: string): Promise<void> {
  const at = (step: number) => stage.moveClock(instantOf(Date.parse(from) + step * STEP_MS))
  await at(0)
  const clerks = [await stage.signIn('clerk1'), await stage.signIn('clerk2')]
  for (const [place, clerk] of clerks.entries())
    required(await clerk.command(`/api/windows/${place + 1}/open`, {}, anything), `open window ${place + 1}`)
  for (let visit = 0; visit < VISITS; visit += 1) {
    await at(visit + 0.5)
    const topic = visit % 3 === 0 ? 'social' : 'relief'
    const cls = visit % 5 === 0 ? 'priority' : 'ordinary'
    required(await (clerks[0] as Caller).command('/api/tickets', { topic, cls }, IssuedTicket), 'a number')
    await at(visit + 1)
    for (const [place, clerk] of clerks.entries())
      if ((visit + place) % 3 === 0) await serveNext(clerk, place + 1)
  }
}

async function serveNext(clerk: Caller, window: number): Promise<void> {
  const finish = { finish: { outcome: 'consulted' } }
  let reply = await clerk.command(`/api/windows/${window}/next`, finish, DeskAnswer)
  if (!reply.ok) reply = await clerk.command(`/api/windows/${window}/next`, {}, DeskAnswer)
  const { ticket } = required(reply, `call at window ${window}`)
  if (ticket !== null) required(await clerk.command(`/api/tickets/${ticket.id}/start`, {}, anything), 'start')
}
