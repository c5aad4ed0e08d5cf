import type { CommandId } from '@counter/shared/vocabulary/ids'
import { requireReason } from '../../domain/queue/act.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Origin } from '../../store/origin.ts'
import { saveFindingSettled } from '../../store/paper-work.ts'
import { once } from '../../store/receipts.ts'
import { findVillageNumber, saveLostVoid } from '../../store/village-numbers.ts'
import type { Deps } from '../deps.ts'

type Done = Promise<{ readonly done: true }>

/**
 * 没有用过: numbers that a phone took along stand on no slip; they are void with the reason, and given to nobody (V62, V80).
 * Refuses `reason.required`, and `number.not_open` when one of them is not waiting.
 */
export function voidNumbers(
  { store }: Deps,
  {
    origin,
    numbers,
    reason,
  }: { readonly origin: Origin; readonly numbers: readonly string[]; readonly reason: string },
): Done {
  return store.write((tx) =>
    once(
      tx,
      { origin, name: 'village.numbers_void', subject: 'numbers', content: { numbers, reason } },
      () => {
        const why = requireReason(reason)
        for (const number of numbers) {
          const row = findVillageNumber(tx, number)
          if (row?.state !== 'lost') throw new Refusal('number.not_open')
          saveLostVoid(tx, { device: row.device, reason: why }, [number])
        }
        const data = { count: numbers.length, first: numbers[0] ?? null, last: numbers.at(-1) ?? null }
        tx.record({ type: 'village.numbers_void', subject: 'numbers', version: 1, origin, data })
        tx.tell({ kind: 'figures_changed' })
        return { done: true as const }
      },
    ),
  )
}

/** 不用补录: what the record lacks is nothing to be entered again, with the reason (V56). Refuses `request.not_found`. */
export function settleFinding(
  { store }: Deps,
  { origin, id, reason }: { readonly origin: Origin; readonly id: CommandId; readonly reason: string },
): Done {
  return store.write((tx) =>
    once(tx, { origin, name: 'village.finding_settle', subject: id, content: { reason } }, () => {
      const why = requireReason(reason)
      if (!saveFindingSettled(tx, id, origin.actor)) throw new Refusal('request.not_found')
      const data = { reason: why }
      tx.record({ type: 'village.finding_settled', subject: id, version: 1, origin, data })
      tx.tell({ kind: 'figures_changed' })
      return { done: true as const }
    }),
  )
}
