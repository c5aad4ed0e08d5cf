import type { ItemCode, UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { LedgerWorld } from '../../domain/ledger/ledger-row.ts'
import { nameKey } from '../../domain/ledger/read-row.ts'
import { findAllVersions, type Item } from '../../store/items.ts'
import { findUnits, findVillages } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'

/** The names of the house, and the version of each item that held on a day. */
export interface House extends LedgerWorld {
  readonly unitNames: ReadonlyMap<UnitCode, string>
  /** The version in force at the receipt (C101); before the first one, the first one. */
  itemOn(code: ItemCode, on: PlainDate): { readonly item: Item; readonly isEarlier: boolean }
}

/** Reads the names once for a whole sheet. Whistle-blower items are guides only and never cases (C1401). */
export function readHouse(tx: Tx): House {
  const versions = findAllVersions(tx).filter(({ confidentiality }) => confidentiality !== 'whistleblower')
  const byCode = new Map<ItemCode, Item[]>()
  for (const item of versions) byCode.set(item.code, [...(byCode.get(item.code) ?? []), item])
  const units = findUnits(tx)
  return {
    today: civilDate(tx.at),
    items: new Map(
      versions.flatMap(({ code, name }) => [[nameKey(code), code] as const, [nameKey(name), code] as const]),
    ),
    villages: namesOf<VillageCode>(findVillages(tx)),
    units: namesOf<UnitCode>(units),
    unitNames: new Map(units.map(({ code, name }) => [code, name])),
    itemOn(code, on) {
      const known = byCode.get(code) ?? []
      const found = known.findLast((each) => wasInForce(each, on))
      const item = found ?? known[0]
      if (item === undefined) throw new Error(`item ${code} is gone`)
      return { item, isEarlier: found === undefined }
    },
  }
}

function namesOf<Code extends string>(
  places: readonly { readonly code: Code; readonly name: string }[],
): ReadonlyMap<string, Code> {
  return new Map(
    places.flatMap(({ code, name }) => [[nameKey(code), code] as const, [nameKey(name), code] as const]),
  )
}

function wasInForce({ effectiveFrom, publishedAt }: Item, on: PlainDate): boolean {
  return effectiveFrom <= on && (publishedAt === null || civilDate(publishedAt) <= on)
}
