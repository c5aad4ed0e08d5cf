import type { ItemCode, UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import type { LedgerColumn, LedgerProblem, LedgerWarning } from '@counter/shared/vocabulary/ledger'
import type { PlainDate } from '@counter/shared/vocabulary/time'

/** One row of the old ledger as it was read: an open case with what was promised for it. */
export interface LedgerRow {
  /** Where it stands in the sheet. */
  readonly line: number
  readonly oldNumber: string
  readonly item: ItemCode
  /** Only a part of the name stands in the sheet, and it fits this item alone. */
  readonly isItemGuessed: boolean
  readonly name: string
  readonly idNo: string | null
  readonly phone: string | null
  readonly village: VillageCode | null
  readonly address: string | null
  readonly receivedOn: PlainDate
  readonly acceptedOn: PlainDate | null
  readonly promisedOn: PlainDate | null
  /** Null: the unit of the item. */
  readonly unit: UnitCode | null
  readonly note: string
}

/** What is wrong, where, and in what words of the sheet. */
export interface LedgerFinding {
  readonly line: number
  readonly column: LedgerColumn | null
  readonly code: LedgerProblem
  readonly words: string
}

/** What is to be looked at, where. */
export interface LedgerRemark {
  readonly line: number
  readonly column: LedgerColumn | null
  readonly code: LedgerWarning
  readonly words: string
}

/** What the names in a sheet can mean in this house. */
export interface LedgerWorld {
  readonly today: PlainDate
  /** By code and by every name an item has had. */
  readonly items: ReadonlyMap<string, ItemCode>
  readonly villages: ReadonlyMap<string, VillageCode>
  readonly units: ReadonlyMap<string, UnitCode>
}
