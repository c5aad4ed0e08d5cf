import type { ItemCode, UnitCode } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import { type ActContext, checkAct, fact, isBlank } from './act.ts'
import { caseDues } from './case-clocks.ts'
import type { CaseState } from './case-state.ts'
import type { CaseEvent, CaseFact } from './event.ts'
import type { ItemRules } from './item-rules.ts'
import type { SupplementLine } from './material-mark.ts'
import { markedMaterials } from './materials.ts'
import { applyEvent } from './projection.ts'
import type { ItemMove } from './rules-applied.ts'

/** The item that should have been chosen, in the version in force at the receipt. */
export interface RightItem {
  readonly code: ItemCode
  readonly version: number
  readonly unit: UnitCode
  readonly rules: ItemRules
  readonly stoppedOn: PlainDate | null
  /** What of its papers is still to be asked for, given how they stand. */
  readonly missing: (state: Pick<CaseState, 'materials'>) => readonly SupplementLine[]
  readonly isRepeated: boolean
}

/**
 * 改事项: the item chosen by mistake gives way to the right one; its clocks are counted anew from the same receipt, and both
 * due dates stay in the record (C101, C520). Refusals: C406, `reason.required`, `item.same`, `item.stopped` for one that took
 * no case any more when this one was received.
 */
export function changeItem(context: ActContext, right: RightItem, reason: string): CaseFact<'item.changed'> {
  const { state } = context
  checkAct(context, 'change_item')
  if (isBlank(reason)) throw new Refusal('reason.required')
  const { itemCode, itemVersion, receivedAt } = state
  if (itemCode === null || itemVersion === null || receivedAt === null) throw new Error('a case has an item')
  if (itemCode === right.code) throw new Refusal('item.same')
  if (right.stoppedOn !== null && right.stoppedOn <= civilDate(receivedAt)) throw new Refusal('item.stopped')
  const materials = markedMaterials({ ...context, item: right.rules }, [])
  const wanted = fact('item.changed', {
    fromItem: itemCode,
    fromVersion: itemVersion,
    itemCode: right.code,
    itemVersion: right.version,
    caseType: right.rules.caseType,
    unit: unitFor(state, right.unit),
    materials,
    lines: state.status === 'supplement' ? right.missing({ materials }) : [],
    isRepeated: right.isRepeated,
    reason,
    moves: [],
  })
  return fact('item.changed', { ...wanted.payload, moves: movesOf(context, right.rules, wanted) })
}

// A case never goes to the unit it concerns: then it stays where it is, and may be handed on from there (C804).
function unitFor({ unit, recused }: CaseState, wanted: UnitCode): UnitCode {
  return recused.units.includes(wanted) && unit !== null ? unit : wanted
}

function movesOf(context: ActContext, rules: ItemRules, wanted: CaseFact<'item.changed'>): ItemMove[] {
  const { state, item, at } = context
  const draft: CaseEvent = {
    ...wanted,
    seq: Number.MAX_SAFE_INTEGER,
    id: 'draft',
    occurredAt: at,
    recordedAt: at,
  }
  const before = caseDues(state, item, context, at)
  const after = caseDues(applyEvent(state, draft), rules, context, at)
  return (['notice', 'waiting', 'committed', 'statutory'] as const).flatMap((kind): ItemMove[] => {
    const from = before[kind]?.dueOn ?? null
    const to = after[kind]?.dueOn ?? null
    return from === to ? [] : [{ kind, from, to }]
  })
}
