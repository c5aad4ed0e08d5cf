import { requireReason } from '../../domain/queue/act.ts'
import { Refusal } from '../../domain/refusal.ts'
import { nextCaseNumbers } from '../../store/case-numbers.ts'
import {
  findComing,
  findImport,
  type ImportRow,
  lastImportedAt,
  openImport,
  sealedRows,
  settleImport,
  takeImport,
} from '../../store/ledger-imports.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import { clockContext } from '../cases/case-rules.ts'
import { madeWith } from '../cases/clock-rules.ts'
import type { Deps } from '../deps.ts'
import { bringIn } from './bring-in.ts'
import { type PreparedLedger, prepareLedger } from './prepare-ledger.ts'

/** Looks at a sheet that waits, as it would come in now. Refuses `import.not_found`, `import.settled`. */
export function previewImport(deps: Deps, id: string): Promise<PreparedLedger> {
  return prepareLedger(deps, waitingSheet(deps, id))
}

function waitingSheet(deps: Deps, id: string) {
  return deps.store.read((tx) => {
    requireWaiting(tx, id)
    return openImport(tx, id) ?? []
  })
}

export interface ImportLedger {
  readonly origin: Origin
  readonly id: string
  /** The preview that was looked at. */
  readonly preview: string
}

/**
 * The second person takes the cases over (K52, C603): the decision, the numbers and what was read are one short transaction, then the
 * cases come in a few at a time, so that the hall has its turn. Refuses `import.not_found`, `import.settled`, `approval.same_person`,
 * `import.faulty`, and `import.preview_required` when it is no longer what was looked at or another ledger is coming in.
 */
export async function importLedger(deps: Deps, { origin, id, preview }: ImportLedger): Promise<ImportRow> {
  const isWaiting = deps.store.read((tx) => isEntered(findImport(tx, id)))
  const prepared = isWaiting ? await prepareLedger(deps, waitingSheet(deps, id)) : null
  const cellsEnc = await sealedRows(deps.store.keys, id, prepared?.read ?? [])
  await deps.store.write((tx) =>
    once(tx, { origin, name: 'ledger.import', subject: id, content: { id, preview } }, () => {
      const waiting = requireWaiting(tx, id)
      if (waiting.enteredBy === origin.actor) throw new Refusal('approval.same_person')
      if (
        prepared === null ||
        prepared.madeWith !== madeWith(clockContext(tx)) ||
        prepared.lastImportAt !== lastImportedAt(tx) ||
        prepared.preview !== preview ||
        findComing(tx) !== null
      )
        throw new Refusal('import.preview_required')
      if (prepared.problems.length > 0) throw new Refusal('import.faulty', { n: prepared.problems.length })
      takeOver(tx, origin, waiting, cellsEnc)
      return id
    }),
  )
  return bringIn(deps, id)
}

function takeOver(tx: Tx, origin: Origin, { id, rows }: ImportRow, cellsEnc: Buffer): void {
  const numbers = nextCaseNumbers(tx, '00', rows)
  const [firstNumber, lastNumber] = [numbers.at(0) ?? null, numbers.at(-1) ?? null]
  takeImport(tx, { id, takenBy: origin, firstNumber, lastNumber, cellsEnc })
  const data = { rows, firstNumber, lastNumber }
  tx.record({ type: 'ledger.taken', subject: `ledger:${id}`, version: 2, origin, data })
  tx.tell({ kind: 'figures_changed' })
}

/** Sends a sheet back that was not imported, with a reason; that it was there stays on record (U40). */
export function withdrawImport(
  deps: Deps,
  { origin, id, reason }: { readonly origin: Origin; readonly id: string; readonly reason: string },
): Promise<ImportRow> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'ledger.withdraw', subject: id, content: { id, reason } }, () => {
      const waiting = requireWaiting(tx, id)
      const why = requireReason(reason)
      const row: ImportRow = { ...waiting, state: 'withdrawn', settledBy: origin.actor, settledAt: tx.at }
      settleImport(tx, row)
      const subject = `ledger:${id}`
      tx.record({ type: 'ledger.withdrawn', subject, version: 2, origin, data: { reason: why } })
      tx.tell({ kind: 'figures_changed' })
      return row
    }),
  )
}

function requireWaiting(tx: Tx, id: string): ImportRow {
  const row = findImport(tx, id)
  if (row === undefined) throw new Refusal('import.not_found')
  if (!isEntered(row)) throw new Refusal('import.settled')
  return row
}

function isEntered(row: ImportRow | undefined): boolean {
  return row?.state === 'entered' && row.takenBy === null
}
