import type { Light } from '@counter/shared/vocabulary/case'
import { maskName } from '@counter/shared/vocabulary/identity'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { acceptanceOf } from '../../domain/case/import-case.ts'
import type { LedgerRemark, LedgerRow } from '../../domain/ledger/ledger-row.ts'
import type { House } from './ledger-world.ts'
import type { PreparedCase } from './prepare-case.ts'

/** One row as its preview shows it: masked, with what the house would make of it. */
export interface LedgerLine {
  readonly line: number
  readonly oldNumber: string
  readonly itemName: string
  readonly nameMasked: string
  readonly unitName: string
  readonly receivedOn: PlainDate
  readonly acceptedOn: PlainDate | null
  readonly promisedOn: PlainDate | null
  readonly status: PreparedCase['status']
  readonly dueOn: PlainDate | null
  readonly light: Light
}

/** A row beside what the house knows of it. */
export interface LookedAt {
  readonly item: ReturnType<House['itemOn']>['item']
  readonly isEarlier: boolean
  readonly isRepeated: boolean
  readonly twin: number | undefined
  readonly prepared: PreparedCase
  readonly today: PlainDate
}

/** The row as its preview shows it. */
export function lineOf(
  row: LedgerRow,
  house: House,
  { item, prepared }: Pick<LookedAt, 'item' | 'prepared'>,
): LedgerLine {
  const { line, oldNumber, receivedOn, promisedOn } = row
  const { status, dueOn, light } = prepared
  return {
    line,
    oldNumber,
    itemName: item.name,
    nameMasked: maskName(row.name),
    unitName: house.unitNames.get(row.unit ?? item.unit) ?? '',
    receivedOn,
    acceptedOn: acceptanceOf(row),
    promisedOn,
    status,
    dueOn,
    light,
  }
}

/** What of the row a person should look at before it is taken over (K52). */
export function remarksOf(row: LedgerRow, looked: LookedAt): LedgerRemark[] {
  const { item, isEarlier, isRepeated, twin, prepared, today } = looked
  const { line } = row
  const isStopped = item.stoppedOn !== null && item.stoppedOn <= today
  const remarks: (LedgerRemark | false)[] = [
    isRepeated && { line, column: 'idNo', code: 'possible_duplicate', words: String(twin ?? '') },
    row.idNo === null && { line, column: 'idNo', code: 'no_id_number', words: '' },
    isEarlier && { line, column: 'receivedOn', code: 'earlier_than_item', words: item.effectiveFrom },
    row.isItemGuessed && { line, column: 'item', code: 'item_guessed', words: item.name },
    isStopped && { line, column: 'item', code: 'item_stopped', words: item.name },
    row.unit !== null &&
      row.unit !== item.unit && { line, column: 'unit', code: 'other_unit', words: item.unitName },
    row.acceptedOn === null &&
      row.promisedOn !== null && {
        line,
        column: 'acceptedOn',
        code: 'acceptance_assumed',
        words: row.receivedOn,
      },
    ...prepared.warnings.map(
      (code): LedgerRemark => ({
        line,
        column: code === 'red_at_once' ? 'promisedOn' : 'receivedOn',
        code,
        words: prepared.dueOn ?? '',
      }),
    ),
  ]
  return remarks.filter((each) => each !== false)
}
