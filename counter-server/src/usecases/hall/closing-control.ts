import type { TicketId } from '@counter/shared/vocabulary/ids'
import { intakeAfter } from '../../domain/queue/closing.ts'
import { findTopics } from '../../store/hall.ts'
import { findIntakes, saveIntake } from '../../store/intakes.ts'
import type { Origin } from '../../store/origin.ts'
import { readSettings } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { todayOf } from './hall-now.ts'
import { closingToday } from './opening-hours.ts'
import type { WaitEstimator } from './wait.ts'

const SYSTEM: Origin = { actor: 'system', role: 'system', device: null, commandId: null }
const OPEN = { isStopped: false, changedAt: null }

/** Looks at each topic: whoever would not be served today is told before taking a number (Q41). */
export function controlClosing(deps: Deps & { readonly wait: WaitEstimator }): Promise<number> {
  return deps.store.write((tx) => {
    const changes = changesOf(deps, tx)
    for (const { topic, isStopped, cause, p80 } of changes) {
      saveIntake(tx, todayOf(tx), topic, isStopped)
      tx.record({
        type: isStopped ? 'intake.closed' : 'intake.reopened',
        subject: `topic:${topic}`,
        version: 1,
        origin: SYSTEM,
        data: { topic, cause, p80 },
      })
    }
    if (changes.length > 0) tx.tell({ kind: 'intake_changed' })
    return changes.length
  })
}

function changesOf({ wait }: { readonly wait: WaitEstimator }, tx: Tx) {
  const closesAt = closingToday(tx)
  if (closesAt === null) return []
  const read = readSettings(tx)
  const settings = { mode: read('closing.mode'), graceMs: read('closing.grace') * 60_000 }
  const intakes = findIntakes(tx, todayOf(tx))
  return findTopics(tx).flatMap(({ topic, serviceMinutes }) => {
    const quote = wait.atEnd(tx, { id: 'closing' as TicketId, topic, cls: 'ordinary', weight: 1 })
    const p80 = quote?.p80 ?? null
    const facts = { now: tx.at, closesAt, p80Minutes: p80, meanMinutes: serviceMinutes }
    const found = intakeAfter(intakes.get(topic) ?? OPEN, facts, settings)
    return found === null ? [] : [{ topic, isStopped: found.intake.isStopped, cause: found.cause, p80 }]
  })
}
