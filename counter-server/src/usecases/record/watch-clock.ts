import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { requireReason } from '../../domain/queue/act.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type ClockDoubt, findClockDoubt, saveClockDoubt } from '../../store/clock-doubt.ts'
import type { Origin } from '../../store/origin.ts'
import { findLastTick } from '../../store/outages.ts'
import { once } from '../../store/receipts.ts'
import { findSetting } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'

const SYSTEM: Origin = { actor: 'system', role: 'system', device: null, commandId: null }
const DAY_MS = 86_400_000

/** The clock of the machine, where it can be asked how far it has strayed from the steady one. */
export interface MachineClock {
  strayMs(): number
  /** It is right from now on. */
  trust(): void
}

/**
 * Looks at the time before anything is done by it (R8): true while it may be trusted. After a start long after the last tick,
 * and when the machine's clock has jumped, the deadlines wait until an administrator has confirmed the time: what a wrong
 * clock would mark, accept or remove cannot be taken back.
 */
export function createClockWatch(
  { store }: Pick<Deps, 'store'>,
  machine: Pick<MachineClock, 'strayMs'> | null,
): () => Promise<boolean> {
  let isFirst = true
  return async () => {
    const looked = store.read((tx) => ({
      known: findClockDoubt(tx),
      gap: isFirst ? gapOf(tx) : null,
      at: tx.at,
    }))
    isFirst = false
    if (looked.known !== null) return false
    const doubt = looked.gap ?? jumpOf(machine, looked.at)
    if (doubt === null) return true
    await store.write((tx) => {
      saveClockDoubt(tx, doubt)
      tx.record({ type: 'clock.doubted', subject: 'clock', version: 1, origin: SYSTEM, data: { ...doubt } })
      tx.tell({ kind: 'figures_changed' })
    })
    return false
  }
}

function gapOf(tx: Tx): ClockDoubt | null {
  const from = findLastTick(tx)
  if (from === null || toMs(tx.at) - toMs(from) <= findSetting(tx, 'clock.gapDays') * DAY_MS) return null
  return { kind: 'gap', from, to: tx.at }
}

function jumpOf(machine: Pick<MachineClock, 'strayMs'> | null, at: ClockDoubt['from']): ClockDoubt | null {
  const stray = machine?.strayMs() ?? 0
  return stray === 0 ? null : { kind: 'jump', from: at, to: instantOf(toMs(at) + stray) }
}

/** An administrator has set the machine's time right: the deadlines go on by it (R8). Refuses `reason.required`, `correction.nothing`. */
export async function confirmClock(
  { store, machine }: Pick<Deps, 'store'> & { readonly machine: MachineClock | null },
  { origin, reason }: { readonly origin: Origin; readonly reason: string },
): Promise<void> {
  let isNew = false
  await store.write((tx) =>
    once(tx, { origin, name: 'clock.confirm', subject: 'clock', content: { reason } }, () => {
      const doubt = findClockDoubt(tx)
      if (doubt === null) throw new Refusal('correction.nothing')
      const why = requireReason(reason)
      saveClockDoubt(tx, null)
      noteConfirmed(tx, origin, { doubt, why })
      isNew = true
      return { confirmed: true }
    }),
  )
  // The same press sent again is answered and changes nothing: since then the clock may have strayed anew (R5).
  if (isNew) machine?.trust()
}

function noteConfirmed(tx: Tx, origin: Origin, { doubt, why }: { doubt: ClockDoubt; why: string }): void {
  const data = { ...doubt, reason: why }
  tx.record({ type: 'clock.confirmed', subject: 'clock', version: 1, origin, data })
  tx.tell({ kind: 'figures_changed' })
}

/** Work that nobody can take back waits while the time is in doubt (R8). */
export function whenTimeIsSure(
  { store }: Pick<Deps, 'store'>,
  work: () => Promise<unknown>,
): () => Promise<unknown> {
  return async () => (store.read(findClockDoubt) === null ? work() : null)
}
