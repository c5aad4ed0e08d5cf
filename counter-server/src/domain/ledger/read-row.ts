import { idNumberProblem, isPhone, normalIdNumber } from '@counter/shared/vocabulary/identity'
import type { ItemCode } from '@counter/shared/vocabulary/ids'
import {
  LEDGER_NEEDED,
  type LedgerColumn,
  type LedgerProblem,
  normalOldNumber,
} from '@counter/shared/vocabulary/ledger'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { LedgerFinding, LedgerRow, LedgerWorld } from './ledger-row.ts'
import type { LedgerHeader } from './read-header.ts'
import { cellDay, cellText, type SheetRow } from './sheet-cell.ts'

/** An open case older than this is a slip of the pen. */
const OLDEST = '2000-01-01' as PlainDate

/** A shorter part of a name fits by chance. */
const SHORTEST_PART = 3

const LONGEST: Partial<Record<LedgerColumn, number>> = {
  oldNumber: 40,
  name: 60,
  address: 120,
  note: 500,
}

/** A row as a case, or everything that is wrong with it at once (K52). */
export function readRow(
  header: LedgerHeader,
  { line, cells }: SheetRow,
  world: LedgerWorld,
): { readonly row: LedgerRow | null; readonly problems: readonly LedgerFinding[] } {
  const cellOf = (column: LedgerColumn) => cells[header.get(column) ?? -1]
  const text = (column: LedgerColumn) => cellText(cellOf(column))
  const problems: LedgerFinding[] = []
  const wrong = (column: LedgerColumn, code: LedgerProblem, words = text(column)) => {
    problems.push({ line, column, code, words })
    return null
  }
  for (const column of LEDGER_NEEDED) if (text(column) === '') wrong(column, 'missing')
  for (const [column, most] of Object.entries(LONGEST) as [LedgerColumn, number][])
    if (text(column).length > most) wrong(column, 'too_long', String(most))

  const known = <T>(column: LedgerColumn, names: ReadonlyMap<string, T>, code: LedgerProblem): T | null =>
    text(column) === '' ? null : (names.get(nameKey(text(column))) ?? wrong(column, code))
  const day = (column: LedgerColumn): PlainDate | null => {
    if (text(column) === '') return null
    const read = cellDay(cellOf(column))
    if (read === null) return wrong(column, 'date_unreadable')
    return read < OLDEST ? wrong(column, 'date_too_old') : read
  }
  const row = {
    line,
    oldNumber: normalOldNumber(text('oldNumber')),
    ...itemOf(text('item'), world.items, () => wrong('item', 'unknown_item')),
    name: text('name'),
    idNo: idNoOf(text('idNo'), world.today, (code) => wrong('idNo', code)),
    phone: phoneOf(text('phone'), () => wrong('phone', 'phone')),
    village: known('village', world.villages, 'unknown_village'),
    address: text('address') || null,
    receivedOn: day('receivedOn'),
    acceptedOn: day('acceptedOn'),
    promisedOn: day('promisedOn'),
    unit: known('unit', world.units, 'unknown_unit'),
    note: text('note'),
  }
  problems.push(...orderProblems(row, world.today))
  const { item, receivedOn } = row
  const isWhole = problems.length === 0 && item !== null && receivedOn !== null
  return { row: isWhole ? { ...row, item, receivedOn } : null, problems }
}

/** The form in which names are compared: whatever width, case or blanks they were typed with. */
export function nameKey(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
}

// An old ledger seldom has the whole name of an item; a part is enough where it fits one item alone.
function itemOf(
  text: string,
  items: LedgerWorld['items'],
  wrong: () => null,
): { readonly item: ItemCode | null; readonly isItemGuessed: boolean } {
  const key = nameKey(text)
  const named = items.get(key)
  if (key === '' || named !== undefined) return { item: named ?? null, isItemGuessed: false }
  const fitting = new Set([...items].flatMap(([name, code]) => (name.includes(key) ? [code] : [])))
  const [only] = fitting
  const isGuess = [...key].length >= SHORTEST_PART && fitting.size === 1 && only !== undefined
  return isGuess ? { item: only, isItemGuessed: true } : { item: wrong(), isItemGuessed: false }
}

function idNoOf(text: string, today: PlainDate, wrong: (code: LedgerProblem) => null): string | null {
  if (text === '') return null
  const problem = idNumberProblem(text, today)
  if (problem === null) return normalIdNumber(text)
  // A sheet has ID cards only, which have neither a region nor a form of their own.
  return wrong(problem === 'region' || problem === 'passport' ? 'id_length' : `id_${problem}`)
}

function phoneOf(text: string, wrong: () => null): string | null {
  const phone = text.replaceAll(/\s/g, '')
  if (phone === '') return null
  return isPhone(phone) ? phone : wrong()
}

// Received, then accepted, then promised; nothing that is past may lie ahead.
function orderProblems(
  row: Pick<LedgerRow, 'line' | 'acceptedOn' | 'promisedOn'> & { readonly receivedOn: PlainDate | null },
  today: PlainDate,
): LedgerFinding[] {
  const { line, receivedOn, acceptedOn, promisedOn } = row
  const ahead = (column: LedgerColumn, day: PlainDate | null): LedgerFinding[] =>
    day !== null && day > today ? [{ line, column, code: 'date_future', words: day }] : []
  const before = (column: LedgerColumn, day: PlainDate | null, first: PlainDate | null): LedgerFinding[] =>
    day !== null && first !== null && day < first ? [{ line, column, code: 'date_order', words: day }] : []
  return [
    ...ahead('receivedOn', receivedOn),
    ...ahead('acceptedOn', acceptedOn),
    ...before('acceptedOn', acceptedOn, receivedOn),
    ...before('promisedOn', promisedOn, acceptedOn ?? receivedOn),
  ]
}
