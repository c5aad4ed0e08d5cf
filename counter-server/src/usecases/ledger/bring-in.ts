import type { LedgerRow } from '../../domain/ledger/ledger-row.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findNumberByAlias } from '../../store/case-aliases.ts'
import { numbersFrom } from '../../store/case-numbers.ts'
import { insertImportedCases } from '../../store/imported-cases.ts'
import {
  findComing,
  findImport,
  type ImportRow,
  openImport,
  openRows,
  settleImport,
} from '../../store/ledger-imports.ts'
import type { Origin } from '../../store/origin.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { prepareCases, prepareLedger, type ReadyCases } from './prepare-ledger.ts'

/** Cases of one commit: ten thousand at once would hold the hall for seconds. */
const SLICE = 20

// Whoever asks while a ledger is coming in waits for the same work.
const coming = new Map<string, Promise<ImportRow>>()

/** Brings the cases of a ledger in that somebody has taken over, as far as they are not in yet; one that is in stays as it is. */
export function bringIn(deps: Deps, id: string): Promise<ImportRow> {
  const known = coming.get(id)
  if (known !== undefined) return known
  const work = bringAll(deps, id).finally(() => coming.delete(id))
  coming.set(id, work)
  return work
}

/** Goes on with a ledger that a crash has interrupted. At a start it runs before anybody is served, so nobody meets half of one (K52). */
export async function resumeLedger(deps: Deps): Promise<void> {
  const id = deps.store.read(findComing)
  if (id !== null) await bringIn(deps, id)
}

async function bringAll(deps: Deps, id: string): Promise<ImportRow> {
  const { store } = deps
  const row = store.read((tx) => findImport(tx, id))
  if (row === undefined) throw new Refusal('import.not_found')
  const { state, takenBy: origin, firstNumber } = row
  if (state !== 'entered' || origin === null || firstNumber === null) return row
  const { cases, units } = await prepareCases(deps, await rowsOf(deps, id), id)
  const numbers = numbersFrom(firstNumber, row.rows)
  for (let place = 0; place < cases.length; place += SLICE) {
    await store.folded()
    await store.write((tx) => writeSlice(tx, cases.slice(place, place + SLICE), { numbers, origin }))
  }
  return store.write((tx) => endImport(tx, { ...row, settledBy: origin.actor }, { origin, units }))
}

// One that was taken over before its rows were kept is read once more; names that mean nothing any longer are told.
async function rowsOf(deps: Deps, id: string): Promise<readonly LedgerRow[]> {
  const rows = deps.store.read((tx) => openRows(tx, id))
  if (rows !== null) return rows
  const { read, problems } = await prepareLedger(deps, deps.store.read((tx) => openImport(tx, id)) ?? [])
  const unreadable = problems.filter(({ code }) => code !== 'already_imported')
  if (unreadable.length > 0)
    throw new Error(`${unreadable.length} rows of ledger ${id} can be read no longer`)
  return read
}

// A commit that failed may stand all the same (R6), so what is there is looked at again.
function writeSlice(
  tx: Tx,
  slice: ReadyCases['cases'],
  { numbers, origin }: { readonly numbers: readonly string[]; readonly origin: Origin },
): void {
  const missing = slice.filter(({ rows }) => findNumberByAlias(tx, String(rows.alias['alias'])) === null)
  insertImportedCases(
    tx,
    missing.map(({ rows }) => rows),
    { numbers: missing.map(({ place }) => numbers[place] ?? ''), origin },
  )
}

function endImport(
  tx: Tx,
  taken: ImportRow,
  { origin, units }: { readonly origin: Origin; readonly units: readonly string[] },
): ImportRow {
  const row: ImportRow = { ...taken, state: 'imported', settledAt: tx.at }
  settleImport(tx, row)
  const { id, rows, firstNumber, lastNumber } = row
  const data = { rows, firstNumber, lastNumber }
  tx.record({ type: 'ledger.imported', subject: `ledger:${id}`, version: 3, origin, data })
  tx.tell({ kind: 'cases_imported', units })
  return row
}
