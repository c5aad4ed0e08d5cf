import { requireReason } from '../../domain/queue/act.ts'
import { Refusal } from '../../domain/refusal.ts'
import { insertCalendar } from '../../store/calendars.ts'
import { type ChangeRow, findApplyingChange, findChange, saveChange } from '../../store/clock-changes.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import { countSettingChanges, saveSetting } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { type ChangeFacts, changeFacts } from './change-facts.ts'
import { followPreview, isPresent, type Preview, type Previews, requireEntered } from './preview-change.ts'

export interface PublishChange {
  readonly origin: Origin
  readonly id: string
  /** The preview that was looked at. */
  readonly preview: string
}

/**
 * The second person puts the change into force (C603). From this commit on every clock is counted with it; the open cases
 * get their events one by one afterwards, each at the latest before its next act (C604). Refuses `calendar.not_found`,
 * `calendar.settled`, `approval.same_person`, `calendar.being_applied`, and `calendar.preview_required` without a preview of
 * the present state.
 */
export async function publishChange(
  deps: Deps & { readonly previews: Previews },
  { origin, id, preview }: PublishChange,
): Promise<ChangeFacts> {
  const looked = await lookAgain(deps, id, preview)
  const facts = await deps.store.write((tx) =>
    once(tx, { origin, name: 'clock_change.publish', subject: id, content: { id, preview } }, () => {
      const change = requireEntered(tx, id)
      if (change.enteredBy === origin.actor) throw new Refusal('approval.same_person')
      if (findApplyingChange(tx) !== undefined) throw new Refusal('calendar.being_applied')
      if (looked === null || !isPresent(tx, looked, change)) throw new Refusal('calendar.preview_required')
      putIntoForce(tx, origin, change)
      const row: ChangeRow = { ...change, state: 'published', settledBy: origin.actor, settledAt: tx.at }
      saveChange(tx, row)
      const data = { moved: looked.moved.size, examined: looked.examined }
      tx.record({ type: 'clock_change.published', subject: `clock_change:${id}`, version: 2, origin, data })
      // Opening hours, day counts and dates on every screen may be others now.
      tx.tell({ kind: 'settings_changed' })
      return changeFacts(tx, row)
    }),
  )
  deps.previews.delete(id)
  return facts
}

// What the hall did since the look is compared before the transaction, which would keep it waiting (C603).
async function lookAgain(
  { store, previews }: Pick<Deps, 'store'> & { readonly previews: Previews },
  id: string,
  preview: string,
): Promise<Preview | null> {
  const seen = previews.get(id)
  const change = store.read((tx) => findChange(tx, id))
  if (seen === undefined || seen.id !== preview || change === undefined) return null
  return followPreview({ store }, seen, change)
}

function putIntoForce(tx: Tx, origin: Origin, { content, reason }: ChangeRow): void {
  if (content.kind === 'calendar') {
    insertCalendar(tx, content.calendar)
    return
  }
  const { key, from, to } = content
  saveSetting(tx, key, to, origin.actor, reason)
  tx.record({
    type: 'setting.changed',
    subject: `setting:${key}`,
    version: countSettingChanges(tx, key) + 1,
    origin,
    data: { from, to, reason, since: tx.at },
  })
}

/** Takes back what was entered and not published, with a reason; it stays on record (U40). */
export function withdrawChange(
  deps: Deps,
  { origin, id, reason }: { readonly origin: Origin; readonly id: string; readonly reason: string },
): Promise<ChangeFacts> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'clock_change.withdraw', subject: id, content: { id, reason } }, () => {
      const change = requireEntered(tx, id)
      const why = requireReason(reason)
      const row: ChangeRow = { ...change, state: 'withdrawn', settledBy: origin.actor, settledAt: tx.at }
      saveChange(tx, row)
      const subject = `clock_change:${id}`
      tx.record({ type: 'clock_change.withdrawn', subject, version: 2, origin, data: { reason: why } })
      tx.tell({ kind: 'figures_changed' })
      return changeFacts(tx, row)
    }),
  )
}
