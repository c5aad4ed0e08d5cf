import type { Light } from '@counter/shared/vocabulary/case'
import type { CaseId } from '@counter/shared/vocabulary/ids'
import type { LedgerWarning } from '@counter/shared/vocabulary/ledger'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { caseDues } from '../../domain/case/case-clocks.ts'
import { caseLight } from '../../domain/case/case-light.ts'
import { type CaseState, NEW_CASE } from '../../domain/case/case-state.ts'
import { deemedAt } from '../../domain/case/deemed.ts'
import type { CaseEvent } from '../../domain/case/event.ts'
import { importCase } from '../../domain/case/import-case.ts'
import { applyEvent } from '../../domain/case/projection.ts'
import type { LedgerRow } from '../../domain/ledger/ledger-row.ts'
import { calendarStamp } from '../../store/calendars.ts'
import type { ImportedCase } from '../../store/imported-cases.ts'
import type { Item } from '../../store/items.ts'
import type { PersonFacts } from '../../store/persons.ts'
import type { Tx } from '../../store/tx.ts'
import { clockContext, rulesOf } from '../cases/case-rules.ts'
import { clockRowsOf } from '../cases/clock-rows.ts'
import { newSecrets } from '../cases/open-receipt.ts'
import { projectRow } from '../cases/project-row.ts'
import type { Deps } from '../deps.ts'

/** A row of the ledger as a case, before anything of it is written. */
export interface PreparedCase {
  readonly imported: ImportedCase
  readonly status: CaseState['status']
  readonly dueOn: PlainDate | null
  readonly light: Light
  readonly warnings: readonly LedgerWarning[]
}

interface Preparing {
  readonly ledger: string
  readonly row: LedgerRow
  readonly item: Item
  readonly isRepeated: boolean
}

/** Makes the event of a row and all rows that follow from it, with the functions that make those of any case (C301). */
export function prepareCase(
  { tx, newId }: Pick<Deps, 'newId'> & { readonly tx: Tx },
  { ledger, row, item, isRepeated }: Preparing,
): PreparedCase {
  const context = clockContext(tx)
  const rules = rulesOf(item)
  const id = newId() as CaseId
  const event = newId()
  const { fact, at } = importCase(rules, {
    ledger,
    oldNumber: row.oldNumber,
    unit: row.unit ?? item.unit,
    itemCode: item.code,
    itemVersion: item.version,
    receivedOn: row.receivedOn,
    acceptedOn: row.acceptedOn,
    promisedOn: row.promisedOn,
    isRepeated,
  })
  const draft: CaseEvent = { ...fact, id: event, seq: 1, occurredAt: at, recordedAt: tx.at }
  const state = applyEvent(NEW_CASE, draft)
  const clocks = caseDues(state, rules, context, tx.at)
  const projection = projectRow(context, rules, state, tx.at, clocks)
  const isRed = projection.clockKind === 'committed' && projection.dueAt !== null && projection.dueAt < tx.at
  const silentAt = clocks.notice === null ? null : deemedAt(context, rules, clocks.notice)
  const isSilent = silentAt !== null && silentAt <= tx.at
  const { toldDueOn } = fact.payload
  const told =
    toldDueOn === undefined
      ? null
      : { id: newId(), dueOn: toldDueOn, calendar: calendarStamp(context.calendar) }
  return {
    imported: {
      id,
      item,
      person: { id: newId(), facts: personOf(row) },
      secrets: newSecrets(),
      projection,
      clocks: clockRowsOf({ context, item, id, at: tx.at, fired: [] }, state, clocks),
      event: { id: event, fact, occurredAt: at, to: state.status, text: noteOf(row) },
      told,
      alias: row.oldNumber,
      ledger,
    },
    status: state.status,
    dueOn: projection.dueOn,
    light: caseLight(state, clocks, tx.at),
    warnings: [
      ...(isRed ? (['red_at_once'] as const) : []),
      ...(isSilent ? (['silence_accepts'] as const) : []),
    ],
  }
}

function personOf({ name, idNo, phone, village, address }: LedgerRow): PersonFacts {
  const idKind = idNo === null ? 'none' : 'id_card'
  return { name, idKind, idNo, phone, village, address, agentName: null, contact: null }
}

// Why there is no number of a card belongs to a case as it does at the window (C1106).
function noteOf({ note, idNo }: LedgerRow): string {
  return [note, idNo === null ? '证件：原台账没有' : ''].filter((part) => part !== '').join('；')
}
