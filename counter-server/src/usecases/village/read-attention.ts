import { maskName } from '@counter/shared/vocabulary/identity'
import type { CommandId, ItemCode, StaffId } from '@counter/shared/vocabulary/ids'
import { Refusal } from '../../domain/refusal.ts'
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

/** A refused command as the centre's list shows it: whose it is stands masked (P33). */
export interface AttentionLine extends AttentionFacts {
  readonly header: VillageHeader
  /** The case that it speaks of, or null: a registration that was refused has none. */
  readonly number: string | null
  readonly itemName: string | null
  readonly applicant: string | null
  /** What was asked in a consultation, or which number was to be void: neither speaks of a case. */
  readonly topic: string | null
}

/** What village points could not get through; what agents gave to the centre first, then by age (V36, V51). */
export function readVillageAttention(tx: Tx): AttentionLine[] {
  const lines = findOpenAttention(tx).map((row) => toLine(tx, row))
  return lines.toSorted((a, b) => Number(b.handedAt !== null) - Number(a.handedAt !== null))
}

/** What came of a lost phone and waits for this agent's word (V80). */
export function readLostOf(tx: Tx, agent: StaffId): AttentionLine[] {
  return findLostOf(tx, agent).map((row) => toLine(tx, row))
}

interface Told {
  readonly item?: ItemCode | null
  readonly applicant?: { readonly name?: string }
  readonly person?: string
  readonly question?: string
  readonly number?: string
}

function toLine(tx: Tx, row: AttentionFacts): AttentionLine {
  const told = row.content.payload as Told
  const stands = findCase(tx, row.caseId)
  const item = told.item == null ? undefined : findItemInForce(tx, told.item, tx.at)
  const name = told.applicant?.name ?? told.person
  return {
    ...row,
    header: row.content.header as VillageHeader,
    number: stands?.number ?? null,
    itemName: stands?.itemName ?? item?.name ?? null,
    applicant: name === undefined ? null : maskName(name),
    topic: told.question ?? told.number ?? null,
  }
}

/** A refused command as it was sent, to be put right; refuses `request.not_found`. */
export function readKeptCommand(tx: Tx, id: CommandId): Pick<KeptContent, 'header' | 'payload'> {
  const row = findAttention(tx, id)
  if (row === undefined) throw new Refusal('request.not_found')
  return row.content
}
