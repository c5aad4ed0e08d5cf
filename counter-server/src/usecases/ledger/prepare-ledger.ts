import { LEDGER_MOST_ROWS } from '@counter/shared/vocabulary/ledger'
import { instantAt } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainTime } from '@counter/shared/vocabulary/time'
import type { LedgerFinding, LedgerRemark, LedgerRow } from '../../domain/ledger/ledger-row.ts'
import { readHeader } from '../../domain/ledger/read-header.ts'
import { readRow } from '../../domain/ledger/read-row.ts'
import type { SheetRow } from '../../domain/ledger/sheet-cell.ts'
import { repeatedInSheet, twiceInSheet } from '../../domain/ledger/twice.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findNumberByAlias } from '../../store/case-aliases.ts'
import { sha256 } from '../../store/crypto.ts'
import { type ImportedRows, toImportedRows } from '../../store/imported-cases.ts'
import { lastImportedAt } from '../../store/ledger-imports.ts'
import { findSetting } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import { alikeBefore } from '../cases/alike-cases.ts'
import { clockContext } from '../cases/case-rules.ts'
import { madeWith } from '../cases/clock-rules.ts'
import type { Deps } from '../deps.ts'
import { type LedgerLine, lineOf, remarksOf } from './ledger-line.ts'
import { type House, readHouse } from './ledger-world.ts'
import { prepareCase } from './prepare-case.ts'

/** A whole sheet looked at: what is wrong, what is to be looked at, and what would be written. */
export interface PreparedLedger {
  readonly rows: number
  readonly problems: readonly LedgerFinding[]
  readonly warnings: readonly LedgerRemark[]
  readonly lines: readonly LedgerLine[]
  /** What was read, names as what they mean now. */
  readonly read: readonly LedgerRow[]
  /** The rules the clocks were counted with. */
  readonly madeWith: string
  /** When another ledger had come in last by then: an old number that another one brings meanwhile is seen by looking again. */
  readonly lastImportAt: Instant | null
  /** Names what was seen: another one is another preview. */
  readonly preview: string
}

/** The cases of a ledger that somebody has taken over, as far as they are not in yet. */
export interface ReadyCases {
  /** Rows to write, with their places in the ledger. */
  readonly cases: readonly { readonly place: number; readonly rows: ImportedRows }[]
  readonly units: readonly string[]
}

/** Rows of one turn of the loop; between two of them the hall has its own. */
const SLICE = 20

interface Gathered {
  readonly problems: LedgerFinding[]
  readonly warnings: LedgerRemark[]
}

/**
 * Reads a sheet row by row in short turns, finds everything that is wrong at once, and shows what the house would make of it
 * (K52). Nothing is written or sealed. Refuses `import.too_large`, `import.empty`.
 */
export async function prepareLedger(
  deps: Pick<Deps, 'store' | 'newId'>,
  sheet: readonly SheetRow[],
): Promise<PreparedLedger> {
  const [heading, ...body] = sheet
  if (heading === undefined || body.length === 0) throw new Refusal('import.empty')
  if (sheet.length > LEDGER_MOST_ROWS) throw new Refusal('import.too_large', { n: LEDGER_MOST_ROWS })
  const { house, rules, lastImportAt } = deps.store.read((tx) => ({
    house: readHouse(tx),
    rules: madeWith(clockContext(tx)),
    lastImportAt: lastImportedAt(tx),
  }))
  const { header, problems, warnings } = readHeader(heading)
  const found: Gathered = { problems: [...problems], warnings: [...warnings] }
  const rows: LedgerRow[] = []
  if (problems.length === 0)
    await inSlices(body, (row) => {
      const read = readRow(header, row, house)
      found.problems.push(...read.problems)
      if (read.row !== null) rows.push(read.row)
    })
  found.problems.push(...twiceInSheet(rows))
  const made = await makeCases(deps, { rows, house, ledger: null, found })
  const lines = made.map(({ line }) => line)
  return {
    rows: body.length,
    problems: found.problems.toSorted((a, b) => a.line - b.line),
    warnings: found.warnings.toSorted((a, b) => a.line - b.line),
    lines,
    read: rows,
    madeWith: rules,
    lastImportAt,
    preview: sha256(JSON.stringify([rules, found.problems, found.warnings, lines])),
  }
}

/**
 * Makes the rows of every case of a ledger that is taken over, so that the writing is short. What was read then holds: a unit
 * or village that has another name since is the same one (K52).
 */
export async function prepareCases(
  deps: Pick<Deps, 'store' | 'newId'>,
  rows: readonly LedgerRow[],
  ledger: string,
): Promise<ReadyCases> {
  const house = deps.store.read(readHouse)
  const made = await makeCases(deps, { rows, house, ledger, found: { problems: [], warnings: [] } })
  return {
    cases: made.flatMap(({ place, rows: each }) => (each === null ? [] : { place, rows: each })),
    units: [
      ...new Set(rows.map(({ unit, item, receivedOn }) => unit ?? house.itemOn(item, receivedOn).item.unit)),
    ],
  }
}

interface Made {
  readonly place: number
  readonly line: LedgerLine
  readonly rows: ImportedRows | null
}

interface Making {
  readonly rows: readonly LedgerRow[]
  readonly house: House
  readonly ledger: string | null
  readonly found: Gathered
}

async function makeCases(
  { store, newId }: Pick<Deps, 'store' | 'newId'>,
  { rows, house, ledger, found }: Making,
): Promise<Made[]> {
  const days = store.read((tx) => findSetting(tx, 'duplicate.window'))
  const repeated = repeatedInSheet(rows, days)
  const made: Made[] = []
  await inSlices(rows.entries(), ([place, row]) =>
    store.read((tx) => {
      const known = findNumberByAlias(tx, row.oldNumber)
      const { line } = row
      // What a ledger that is being taken over has brought in already is not brought in again.
      if (known !== null && ledger !== null) return
      if (known !== null)
        found.problems.push({ line, column: 'oldNumber', code: 'already_imported', words: known })
      const { item, isEarlier } = house.itemOn(row.item, row.receivedOn)
      const twin = repeated.get(line)
      const isRepeated = twin !== undefined || isInHouse(tx, row)
      const prepared = prepareCase({ tx, newId }, { ledger: ledger ?? '', row, item, isRepeated })
      found.warnings.push(
        ...remarksOf(row, { item, isEarlier, isRepeated, twin, prepared, today: house.today }),
      )
      made.push({
        place,
        rows: ledger === null ? null : toImportedRows(tx.keys, prepared.imported),
        line: lineOf(row, house, { item, prepared }),
      })
    }),
  )
  return made
}

// The same person with the same item within the window, in the house (C445).
function isInHouse(tx: Tx, { idNo, item, receivedOn }: LedgerRow): boolean {
  if (idNo === null) return false
  return alikeBefore(tx, idNo, item, instantAt(receivedOn, '00:00' as PlainTime)).length > 0
}

async function inSlices<T>(all: Iterable<T>, work: (each: T) => void): Promise<void> {
  let done = 0
  for (const each of all) {
    work(each)
    done += 1
    if (done % SLICE === 0) await new Promise(setImmediate)
  }
}
