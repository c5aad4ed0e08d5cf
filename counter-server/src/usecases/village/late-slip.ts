import { EDITED_FIELDS } from '@counter/shared/vocabulary/edit'
import { normalIdNumber } from '@counter/shared/vocabulary/identity'
import { type SlipDifference, type SlipFacts, slipDifferences } from '../../domain/village/late-slip.ts'
import type { RegisterFacts, VillageHeader } from '../../domain/village/village-command.ts'
import { findCasesByIds } from '../../store/case-lists.ts'
import { type CaseFacts, findCaseByNumber } from '../../store/cases.ts'
import { openPersonField } from '../../store/persons.ts'
import type { Tx } from '../../store/tx.ts'
import { findCasesByAlias } from '../../store/village-numbers.ts'
import { keptCase } from '../cases/alike-cases.ts'

type Slip = Pick<VillageHeader, 'caseId' | 'pointId' | 'number' | 'provisional'>

/**
 * The case that was entered again from the slip that this registration gave out; null: none (V80). Of the village, but never
 * registered there: that is what only the slip of a phone that was gone can be.
 */
export function findSlipCase(tx: Tx, { caseId, pointId, number, provisional }: Slip): CaseFacts | null {
  const shown = [number, provisional].filter((each) => typeof each === 'string')
  const named = shown.flatMap((each) => findCaseByNumber(tx, each) ?? [])
  const aliased = shown.flatMap((each) => findCasesByIds(tx, findCasesByAlias(tx, each)))
  const found = [...named, ...aliased].find(
    ({ id, village, registeredAt }) => id !== caseId && village === pointId && registeredAt === null,
  )
  if (found === undefined) return null
  const kept = keptCase(tx, found)
  // What it was merged into may be another point's, which this one must not learn (V4).
  return kept.village === pointId ? kept : found
}

/** What a registration says, as far as it was kept: one that waits may be of an older form. */
export interface ToldOfSlip {
  readonly item?: string | null | undefined
  readonly applicant?: Partial<
    Pick<RegisterFacts['applicant'], 'name' | 'idNo' | 'phone' | 'contact' | 'address'>
  >
}

/** What the phone says, ready to be compared. */
export function toldBySlip({ item, applicant = {} }: ToldOfSlip): SlipFacts {
  const { name, idNo, phone, contact, address } = applicant
  const typed = { name, phone, contact, address }
  const facts = Object.entries(typed).map(([field, value]) => [field, value?.trim() ?? ''])
  return {
    ...(Object.fromEntries(facts) as Omit<SlipFacts, 'item' | 'idNo'>),
    item: item ?? '',
    idNo: normalIdNumber(idNo ?? ''),
  }
}

/** What the case says that stands. */
export function standingOfSlip(tx: Tx, { person, item }: CaseFacts): SlipFacts {
  const fields = ['name', 'idNo', ...EDITED_FIELDS] as const
  const opened = fields.map((field) => [field, openPersonField(tx, person, field) ?? ''])
  return { ...(Object.fromEntries(opened) as Omit<SlipFacts, 'item'>), item }
}

/** On what the two differ (V80). */
export function compareSlip(tx: Tx, stands: CaseFacts, told: ToldOfSlip): SlipDifference[] {
  return slipDifferences(standingOfSlip(tx, stands), toldBySlip(told))
}
