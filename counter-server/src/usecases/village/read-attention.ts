import { maskName } from '@counter/shared/vocabulary/identity'
import type { CaseId, CommandId, ItemCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../../domain/refusal.ts'
import type { SlipDifference } from '../../domain/village/late-slip.ts'
import type { VillageHeader } from '../../domain/village/village-command.ts'
import { findCase } from '../../store/cases.ts'
import { findItemInForce } from '../../store/items.ts'
import type { Tx } from '../../store/tx.ts'
import {
  type AttentionFacts,
  findAttention,
  findLostOf,
  findOpenAttention,
  type KeptContent,
} from '../../store/village-attention.ts'
import { caseMeant } from '../../store/village-joined.ts'
import { compareSlip, findSlipCase, type ToldOfSlip } from './late-slip.ts'
import type { VillageAgent } from './village-agent.ts'

/** A refused command as the centre's list shows it: whose it is stands masked (P33). */
export interface AttentionLine extends AttentionFacts {
  readonly header: VillageHeader
  /** The case that it speaks of, or null: a registration that was refused has none. */
  readonly number: string | null
  /** Its id: where it was joined to another, not the one that the phone gave. */
  readonly standsId: CaseId
  readonly itemName: string | null
  readonly applicant: string | null
  /** What was asked in a consultation, which number was to be void, or the slip of what nobody can read: none speaks of a case. */
  readonly topic: string | null
  /** The case that was entered again from its slip; null: none (V80). */
  readonly slipCase: SlipCaseLine | null
}

/** A case and a registration of one slip beside each other (V80). */
export interface SlipCaseLine {
  readonly id: CaseId
  readonly number: string
  readonly itemName: string
  readonly nameMasked: string
  readonly receivedAt: Instant
  /** Entered in error: nothing can be joined to it. */
  readonly isVoid: boolean
  readonly differences: readonly SlipDifference[]
}

/** What village points could not get through; what agents gave to the centre first, then by age (V36, V51). */
export function readVillageAttention(tx: Tx): AttentionLine[] {
  const lines = findOpenAttention(tx).map((row) => toLine(tx, row))
  return lines.toSorted((a, b) => Number(b.handedAt !== null) - Number(a.handedAt !== null))
}

/** What came of a lost phone and waits for this agent's word; one who moved is shown their own words alone (V4, V80). */
export function readLostOf(
  tx: Tx,
  { id, village }: Pick<VillageAgent['staff'], 'id' | 'village'>,
): AttentionLine[] {
  return findLostOf(tx, id).map((row) => (row.village === village ? toLine(tx, row) : toldLine(tx, row)))
}

interface Told extends ToldOfSlip {
  readonly item?: ItemCode | null
  readonly person?: string
  readonly question?: string
  readonly number?: string
}

function toLine(tx: Tx, row: AttentionFacts): AttentionLine {
  const told = toldLine(tx, row)
  const standsId = caseMeant(tx, row.caseId)
  const stands = findCase(tx, standsId)
  return {
    ...told,
    standsId,
    number: stands?.number ?? null,
    itemName: stands?.itemName ?? told.itemName,
    slipCase:
      row.type === 'case.register' && row.content.payload !== null
        ? slipCaseOf(tx, told.header, toldOf(row))
        : null,
  }
}

// By the words of its author alone.
function toldLine(tx: Tx, row: AttentionFacts): AttentionLine {
  const told = toldOf(row)
  const item = told.item == null ? undefined : findItemInForce(tx, told.item, tx.at)
  const name = told.applicant?.name ?? told.person
  return {
    ...row,
    header: row.content.header as VillageHeader,
    standsId: row.caseId,
    number: null,
    itemName: item?.name ?? null,
    applicant: name === undefined ? null : maskName(name),
    topic: told.question ?? told.number ?? slipOf(row),
    slipCase: null,
  }
}

function toldOf({ content }: AttentionFacts): Told {
  return (content.payload ?? {}) as Told
}

// What nobody can read is told from others by its slip alone.
function slipOf({ content }: AttentionFacts): string | null {
  const { number, provisional } = content.header as VillageHeader
  return content.payload === null ? (number ?? provisional ?? null) : null
}

function slipCaseOf(tx: Tx, header: VillageHeader, told: Told): SlipCaseLine | null {
  const stands = findSlipCase(tx, header)
  if (stands === null) return null
  const { id, number, itemName, nameMasked, receivedAt, status } = stands
  const differences = compareSlip(tx, stands, told).map((each) =>
    each.field === 'item' ? namingItems(tx, each, itemName) : each,
  )
  return { id, number, itemName, nameMasked, receivedAt, isVoid: status === 'voided', differences }
}

function namingItems(tx: Tx, { field, yours }: SlipDifference, theirs: string): SlipDifference {
  return { field, theirs, yours: findItemInForce(tx, yours as ItemCode, tx.at)?.name ?? yours }
}

/** A refused command as it was sent, to be put right; refuses `request.not_found`. */
export function readKeptCommand(tx: Tx, id: CommandId): Pick<KeptContent, 'header' | 'payload'> {
  const row = findAttention(tx, id)
  if (row === undefined) throw new Refusal('request.not_found')
  return row.content
}
