import type { SheetRow } from '../../domain/ledger/sheet-cell.ts'
import { Refusal } from '../../domain/refusal.ts'
import { sha256 } from '../../store/crypto.ts'
import { findWaitingImport, type ImportRow, insertImport } from '../../store/ledger-imports.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import type { Deps } from '../deps.ts'
import { prepareLedger } from './prepare-ledger.ts'

export interface EnterImport {
  readonly origin: Origin
  readonly fileName: string
  readonly sheet: readonly SheetRow[]
}

/**
 * Keeps a sheet without a fault until somebody else imports it (C603 for ledgers); no case is there before. Refuses
 * `import.faulty` with the number of errors, `import.already_entered`, and as `prepareLedger`.
 */
export async function enterImport(deps: Deps, { origin, fileName, sheet }: EnterImport): Promise<ImportRow> {
  const id = deps.newId()
  const hash = sha256(JSON.stringify(sheet))
  const { problems, rows } = await prepareLedger(deps, sheet)
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'ledger.enter', subject: 'ledger', content: { fileName, hash } }, () => {
      if (problems.length > 0) throw new Refusal('import.faulty', { n: problems.length })
      if (findWaitingImport(tx, hash) !== null) throw new Refusal('import.already_entered')
      const row: ImportRow = {
        id,
        state: 'entered',
        fileName,
        sha256: hash,
        rows,
        firstNumber: null,
        lastNumber: null,
        enteredBy: origin.actor,
        enteredAt: tx.at,
        settledBy: null,
        settledAt: null,
        takenBy: null,
      }
      insertImport(tx, row, sheet)
      const data = { rows, sha256: hash }
      tx.record({ type: 'ledger.entered', subject: `ledger:${id}`, version: 1, origin, data })
      tx.tell({ kind: 'figures_changed' })
      return row
    }),
  )
}
