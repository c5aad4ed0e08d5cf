import { Refusal } from '../../domain/refusal.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import { findSpareSheets, insertSpareSheet, type SpareSheetRow } from '../../store/spare-sheets.ts'
import type { Deps } from '../deps.ts'
import { actorName } from '../people/actor-names.ts'

const LAST_SPARE = 9999
const SHOWN = 20

export type PrintedSheet = SpareSheetRow & { readonly name: string }

/** A sheet of spare numbers for a day without the system; its range is nobody else's, for ever (issue line 15). */
export function printSpareSheet(
  { store, newId }: Deps,
  { origin, count }: { readonly origin: Origin; readonly count: number },
): Promise<PrintedSheet> {
  return store.write((tx) =>
    once(tx, { origin, name: 'paper.spare_sheet', subject: String(count), content: { count } }, () => {
      const first = (findSpareSheets(tx, 1)[0]?.last ?? 0) + 1
      const last = first + count - 1
      if (last > LAST_SPARE) throw new Refusal('paper.spare_exhausted')
      const row = { id: newId(), first, last, printedAt: tx.at, by: origin.actor }
      insertSpareSheet(tx, row)
      tx.record({ type: 'paper.sheet_printed', subject: 'spare', version: 1, origin, data: { first, last } })
      return { ...row, name: actorName(tx, origin.actor) }
    }),
  )
}

/** The sheets that are out, the last one first. */
export function readSpareSheets({ store }: Pick<Deps, 'store'>): PrintedSheet[] {
  return store.read((tx) =>
    findSpareSheets(tx, SHOWN).map((row) => ({ ...row, name: actorName(tx, row.by) })),
  )
}
