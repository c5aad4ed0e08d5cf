import { requireReason } from '../../domain/queue/act.ts'
import { Refusal } from '../../domain/refusal.ts'
import { nextCaseNumbers } from '../../store/case-numbers.ts'
import { insertImportedCases } from '../../store/imported-cases.ts'
import {
  findImport,
  type ImportRow,
  lastImportedAt,
  openImport,
  settleImport,
} from '../../store/ledger-imports.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import { clockContext } from '../cases/case-rules.ts'
import { madeWith } from '../cases/clock-rules.ts'
import type { Deps } from '../deps.ts'
import { type PreparedLedger, prepareLedger } from './prepare-ledger.ts'

/** Looks at a sheet that waits, as it would come in now. Refuses `import.not_found`, `import.settled`. */
export function previewImport(deps: Deps, id: string): Promise<PreparedLedger> {
  return prepareLedger(deps, waitingSheet(deps, id), null)
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
 * The second person takes the cases over, all of them in one transaction or none (K52, C603). Everything dear is done before
 * in short turns; what it was made with is compared again inside. Refuses `import.not_found`, `import.settled`,
 * `approval.same_person`, `import.faulty`, and `import.preview_required` when it is no longer what was looked at.
 */
export async function importLedger(deps: Deps, { origin, id, preview }: ImportLedger): Promise<ImportRow> {
  const isWaiting = deps.store.read((tx) => findImport(tx, id)?.state === 'entered')
  const prepared = isWaiting ? await prepareLedger(deps, waitingSheet(deps, id), id) : null
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'ledger.import', subject: id, content: { id, preview } }, () => {
      const waiting = requireWaiting(tx, id)
      if (waiting.enteredBy === origin.actor) throw new Refusal('approval.same_person')
      if (
        prepared === null ||
        prepared.madeWith !== madeWith(clockContext(tx)) ||
        prepared.lastImportAt !== lastImportedAt(tx) ||
        prepared.preview !== preview
      )
        throw new Refusal('import.preview_required')
      if (prepared.problems.length > 0) throw new Refusal('import.faulty', { n: prepared.problems.length })
      return takeOver(tx, origin, waiting, prepared)
    }),
  )
}

function takeOver(tx: Tx, origin: Origin, waiting: ImportRow, { cases, units }: PreparedLedger): ImportRow {
  const numbers = nextCaseNumbers(tx, '00', cases.length)
  insertImportedCases(tx, cases, { numbers, origin })
  const row: ImportRow = {
    ...waiting,
    state: 'imported',
    firstNumber: numbers.at(0) ?? null,
    lastNumber: numbers.at(-1) ?? null,
    settledBy: origin.actor,
    settledAt: tx.at,
  }
  settleImport(tx, row)
  const data = { rows: cases.length, firstNumber: row.firstNumber, lastNumber: row.lastNumber }
  tx.record({ type: 'ledger.imported', subject: `ledger:${row.id}`, version: 2, origin, data })
  tx.tell({ kind: 'cases_imported', units })
  return row
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
  if (row.state !== 'entered') throw new Refusal('import.settled')
  return row
}
