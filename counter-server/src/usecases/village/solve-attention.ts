import type { CommandId, StaffId } from '@counter/shared/vocabulary/ids'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { requireReason } from '../../domain/queue/act.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { VillageCommand } from '../../domain/village/village-command.ts'
import { findCaseByNumber } from '../../store/cases.ts'
import { nameFiles } from '../../store/files.ts'
import { findStaff } from '../../store/people.ts'
import { once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import { type AttentionFacts, findAttention, saveSettled } from '../../store/village-attention.ts'
import { insertVillageAlias, saveNumberVoid } from '../../store/village-numbers.ts'
import { insertVillageReceipt } from '../../store/village-receipts.ts'
import { addNoteOn } from '../cases/add-note.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import { openCase } from '../cases/case-scene.ts'
import type { Deps } from '../deps.ts'
import { type Applied, applyCommand } from './apply-command.ts'
import { endByAgent } from './withdraw-command.ts'

/** How the centre solves what waits (V51): put right and applied, refused for good, or found to be a case that stands. */
export type Solution =
  | { readonly how: 'apply'; readonly command: VillageCommand }
  | { readonly how: 'reject' }
  | { readonly how: 'link'; readonly number: string }

export interface SolveAttention {
  readonly asker: CaseAsker
  readonly id: CommandId
  readonly solution: Solution
  readonly reason: string
  /** An agent says so of what they captured on a lost phone; else it is the centre (V80). */
  readonly author?: StaffId
}

/**
 * 中心代处理: the author of what is applied stays the agent who captured it, who solved it stands in the record (V35, V51, V90).
 * Refuses `request.not_found` for what waits no longer, `reason.required`, `case.not_found`, and all that the command itself may be refused.
 */
export function solveAttention(
  { store, ...deps }: Deps,
  { asker, id, solution, reason, author }: SolveAttention,
): Promise<{ readonly done: true }> {
  const { origin } = asker
  const { how } = solution
  const sent = how === 'apply' ? solution.command.frozen : how === 'link' ? solution.number : null
  return store.write((tx) =>
    once(tx, { origin, name: 'village.solve', subject: id, content: { how, sent, reason } }, () => {
      const row = findAttention(tx, id)
      if (row === undefined || row.settledAt !== null) throw new Refusal('request.not_found')
      if (author !== undefined && (row.agent !== author || row.code !== 'device.lost'))
        throw new Refusal('request.not_found')
      const why = requireReason(reason)
      settle({ tx, deps, asker, row }, solution, why)
      if (how !== 'reject') keepReceipt(tx, row)
      tx.record({
        type: 'village.attention_settled',
        subject: id,
        version: 1,
        origin,
        data: { how, village: row.village, author: row.agent, code: row.code },
      })
      tx.tell({ kind: 'figures_changed' })
      return { done: true as const }
    }),
  )
}

// The phone is told that its own command is stored, and counts it (V56).
function keepReceipt(tx: Tx, { command, device, content }: AttentionFacts): void {
  const { payloadHash } = content.header as VillageCommand['header']
  insertVillageReceipt(tx, { command, device, payloadHash })
}

interface Solving {
  readonly tx: Tx
  readonly deps: Omit<Deps, 'store'>
  readonly asker: CaseAsker
  readonly row: AttentionFacts
}

function settle(solving: Solving, solution: Solution, why: string): void {
  const { tx, row } = solving
  const by = solving.asker.origin.actor
  switch (solution.how) {
    case 'apply':
      return saveSettled(tx, row, { end: 'applied', by, answer: applyMended(solving, solution.command) })
    case 'link':
      return saveSettled(tx, row, { end: 'linked', by, answer: linkTo(solving, solution.number, why) })
    case 'reject':
      return saveSettled(tx, row, { end: 'rejected', by, answer: { reason: why } })
  }
}

// Judged as of the phone that sent it, in the name and with the place that its author had then (V54).
function applyMended({ tx, deps, asker, row }: Solving, command: VillageCommand): Applied {
  const author = findStaff(tx, row.agent)
  if (author === undefined) throw new Refusal('request.not_found')
  const { commandId } = asker.origin
  if (commandId === null) throw new Error('a solution came without a command id')
  const { id, displayName, unit } = author
  const staff = { id, displayName, unit, village: row.village }
  const origin = { actor: `staff:${row.agent}`, role: 'agent', device: null, commandId } as const
  const sent = {
    tx,
    agent: { deps, origin, staff },
    header: command.header,
    deviceNow: instantOf(toMs(tx.at) + row.clockAheadMs),
    device: row.device,
  }
  const { replaces = null } = command.header
  if (replaces !== null) endByAgent(sent, replaces, 'replaced')
  // The new command stands for the refused one, whose id stays that of the phone (V51).
  // Who solves it has seen both words, so what the agent wrote is judged by what stands now (V73).
  const header = { ...command.header, id: commandId, baseRev: null }
  return applyCommand(deps, { ...sent, header }, { ...command, header })
}

function linkTo({ tx, deps, asker, row }: Solving, number: string, why: string): Applied {
  const found = findCaseByNumber(tx, number)
  if (found === undefined) throw new Refusal('case.not_found')
  const scene = openCase(deps, tx, asker, found.id)
  addNoteOn(scene, { text: `${row.villageName}代办点又登记，并到这一件：${why}` })
  const header = row.content.header as VillageCommand['header']
  nameFiles(tx, found.id, row.village, header.files)
  const told = header.number ?? header.provisional ?? null
  if (row.type === 'case.register' && told !== null) {
    insertVillageAlias(tx, told, found.id)
    if (told === header.number) saveNumberVoid(tx, told, `并到 ${number}`)
  }
  return { status: 'merged', alike: null, number, queryCode: null, link: null }
}
