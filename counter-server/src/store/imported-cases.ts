import type { CaseStatus } from '@counter/shared/vocabulary/case'
import type { CaseId } from '@counter/shared/vocabulary/ids'
import { normalQueryCode } from '@counter/shared/vocabulary/number'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import type { CaseFact } from '../domain/case/event.ts'
import { type BulkRow, insertRows, toBulkRow } from './bulk-rows.ts'
import type { ClockRow } from './case-clocks.ts'
import { sealedWords } from './case-events.ts'
import type { CaseProjection } from './cases.ts'
import { hashToken, type Keys, lookUp } from './crypto.ts'
import type { Item } from './items.ts'
import type { Origin } from './origin.ts'
import { type PersonFacts, sealedPerson } from './persons.ts'
import { caseClock, caseEvent, cases, caseText, person, toldDeadline } from './schema/cases.ts'
import { caseAlias } from './schema/ledger.ts'
import type { Tx } from './tx.ts'

/** A case of an old ledger with everything that is written of it. */
export interface ImportedCase {
  readonly id: CaseId
  readonly item: Item
  readonly person: { readonly id: string; readonly facts: PersonFacts }
  readonly secrets: { readonly queryCode: string; readonly token: string }
  readonly projection: CaseProjection
  readonly clocks: readonly ClockRow[]
  readonly event: {
    readonly id: string
    readonly fact: CaseFact<'case.imported'>
    readonly occurredAt: Instant
    readonly to: CaseStatus
    readonly text: string
  }
  readonly told: { readonly id: string; readonly dueOn: PlainDate; readonly calendar: string } | null
  readonly alias: string
  readonly ledger: string
}

/** The same as rows, sealed and hashed, so that writing thousands of them is all that is left to do. */
export interface ImportedRows {
  readonly person: BulkRow
  readonly case: BulkRow
  readonly event: BulkRow
  readonly text: BulkRow | null
  readonly clocks: readonly BulkRow[]
  readonly told: BulkRow | null
  readonly alias: BulkRow
}

/** Makes the rows of a case; its number, and when and by whom it is recorded, come with the writing. */
export function toImportedRows(keys: Keys, imported: ImportedCase): ImportedRows {
  const { id, item, person: who, secrets, projection, event, told, alias, ledger } = imported
  return {
    person: toBulkRow(person, sealedPerson(keys, who.id, who.facts)),
    case: toBulkRow(cases, {
      ...projection,
      id,
      item: item.code,
      itemVersion: item.version,
      itemName: item.name,
      person: who.id,
      ticket: null,
      queryCodeLook: lookUp(keys, 'query_code', normalQueryCode(secrets.queryCode)),
      tokenHash: hashToken(secrets.token),
    }),
    event: toBulkRow(caseEvent, {
      id: event.id,
      case: id,
      rev: 1,
      type: event.fact.type,
      occurredAt: event.occurredAt,
      from: null,
      to: event.to,
      payload: event.fact.payload,
    }),
    text: event.text === '' ? null : toBulkRow(caseText, sealedWords(keys, event.id, { text: event.text })),
    clocks: imported.clocks.map((clock) => toBulkRow(caseClock, clock)),
    told:
      told === null ? null : toBulkRow(toldDeadline, { ...told, case: id, event: event.id, how: 'ledger' }),
    alias: toBulkRow(caseAlias, { alias, case: id, ledger }),
  }
}

/** Writes them all, each with its number of the house, in one transaction (K52). */
export function insertImportedCases(
  tx: Tx,
  rows: readonly ImportedRows[],
  { numbers, origin }: { readonly numbers: readonly string[]; readonly origin: Origin },
): void {
  const { actor, role, device, commandId } = origin
  const recorded = { recorded_at: tx.at, actor, role, device, command_id: commandId }
  insertRows(
    tx,
    person,
    rows.map((each) => each.person),
  )
  insertRows(
    tx,
    cases,
    rows.map((each, place) => ({ ...each.case, number: numbers[place] ?? null })),
  )
  insertRows(
    tx,
    caseEvent,
    rows.map((each) => ({ ...each.event, ...recorded })),
  )
  insertRows(
    tx,
    caseText,
    rows.flatMap(({ text }) => (text === null ? [] : [text])),
  )
  insertRows(
    tx,
    caseClock,
    rows.flatMap(({ clocks }) => clocks),
  )
  insertRows(
    tx,
    toldDeadline,
    rows.flatMap(({ told }) => (told === null ? [] : [told])),
  )
  insertRows(
    tx,
    caseAlias,
    rows.map(({ alias }) => alias),
  )
}
