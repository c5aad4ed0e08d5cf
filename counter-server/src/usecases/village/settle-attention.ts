import type { EditedField } from '@counter/shared/vocabulary/edit'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../../domain/refusal.ts'
import { captureTime } from '../../domain/village/capture-time.ts'
import type { VillageCommand } from '../../domain/village/village-command.ts'
import { type CaseFacts, findCaseByNumber } from '../../store/cases.ts'
import { findStaff } from '../../store/people.ts'
import type { Tx } from '../../store/tx.ts'
import { type AttentionFacts, saveSettled } from '../../store/village-attention.ts'
import { insertVillageAlias, saveNumberVoid } from '../../store/village-numbers.ts'
import { addNoteOn } from '../cases/add-note.ts'
import { keptCase } from '../cases/alike-cases.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import { openCase } from '../cases/case-scene.ts'
import type { Deps } from '../deps.ts'
import { type Applied, applyCommand } from './apply-command.ts'
import { joinCase } from './join-case.ts'
import { findSlipCase } from './late-slip.ts'
import type { Sent } from './register-case.ts'
import { endByAgent } from './withdraw-command.ts'

/** How the centre solves what waits (V51): put right and applied, refused for good, or found to be a case that stands. */
export type Solution =
  | { readonly how: 'apply'; readonly command: VillageCommand }
  /** Its slip was entered again as another matter: it becomes a case of its own, under another number (V80). */
  | { readonly how: 'apart'; readonly command: VillageCommand }
  | { readonly how: 'reject' }
  | {
      readonly how: 'link'
      readonly number: string
      readonly command: VillageCommand
      /** Where the two differ, what the phone says is right. */
      readonly take: readonly EditedField[]
    }

/** One command that waits, as one transaction settles it. */
export interface Solving {
  readonly tx: Tx
  readonly deps: Omit<Deps, 'store'>
  readonly asker: CaseAsker
  readonly row: AttentionFacts
}

/** Does what the solution says, and keeps what the phone is told (V51). Refuses as the command itself, `case.not_found` and `attention.no_case`. */
export function settleAttention(solving: Solving, solution: Solution, why: string): void {
  const { tx, row } = solving
  const by = solving.asker.origin.actor
  switch (solution.how) {
    case 'apply':
      return saveSettled(tx, row, { end: 'applied', by, answer: applyMended(solving, solution.command) })
    case 'apart':
      return saveSettled(tx, row, { end: 'applied', by, answer: setApart(solving, solution.command, why) })
    case 'link':
      return saveSettled(tx, row, { end: 'linked', by, answer: linkTo(solving, solution, why) })
    case 'reject':
      return saveSettled(tx, row, { end: 'rejected', by, answer: { reason: why } })
  }
}

// Judged as of the phone that sent it, in the name and with the place that its author had then (V54).
function applyMended(solving: Solving, command: VillageCommand, isApart = false): Applied {
  const sent = { ...sentOf(solving, command), isApart }
  endReplaced(sent)
  // The new command stands for the refused one, whose id stays that of the phone (V51).
  // Who solves it has seen both words, so what the agent wrote is judged by what stands now (V73).
  const header = { ...command.header, id: solvedBy(solving), baseRev: null }
  return applyCommand(solving.deps, { ...sent, header }, { ...command, header })
}

function sentOf(solving: Solving, { header }: VillageCommand): Sent {
  const { tx, deps, row } = solving
  const author = findStaff(tx, row.agent)
  if (author === undefined) throw new Refusal('request.not_found')
  const { id, displayName, unit } = author
  const staff = { id, displayName, unit, village: row.village }
  const commandId = solvedBy(solving)
  const origin = { actor: `staff:${row.agent}`, role: 'agent', device: null, commandId } as const
  return { tx, agent: { deps, origin, staff }, header, deviceNow: deviceNowOf(solving), device: row.device }
}

function solvedBy({ asker }: Solving): CommandId {
  const { commandId } = asker.origin
  if (commandId === null) throw new Error('a solution came without a command id')
  return commandId
}

// What its agent wrote it in place of is nobody's to solve any more (V36).
function endReplaced(sent: Sent): void {
  const { replaces = null } = sent.header
  if (replaces !== null) endByAgent(sent, replaces, 'replaced')
}

// As the phone would say it now.
function deviceNowOf({ tx, row }: Solving): Instant {
  return instantOf(toMs(tx.at) + row.clockAheadMs)
}

// Both cases say why there are two (V80).
function setApart(solving: Solving, command: VillageCommand, why: string): Applied {
  const { tx, deps, asker } = solving
  const stands = command.facts.type === 'case.register' ? findSlipCase(tx, command.header) : null
  if (stands === null) throw new Refusal('number.not_open')
  const applied = applyMended(solving, command, true)
  const shown = command.header.number ?? command.header.provisional ?? ''
  const own = openCase(deps, tx, asker, command.header.caseId)
  addNoteOn(own, { text: `回执上的 ${shown} 已是另一件，另编号：${why}` })
  addNoteOn(openCase(deps, tx, asker, stands.id), {
    text: `回执 ${shown} 在手机上是另一件，编号 ${own.facts.number}：${why}`,
  })
  // A provisional code is the alias of both; a number is that of the other one alone (V63).
  return (command.header.number ?? null) === null ? applied : { ...applied, slip: 'other_matter' }
}

// What a later fact says stands in no other case: it is applied there, or said no to (V51).
function linkTo(
  solving: Solving,
  { number, command, take }: Extract<Solution, { how: 'link' }>,
  why: string,
): Applied {
  const { tx, deps, asker, row } = solving
  const { header, facts } = command
  if (facts.type !== 'case.register') throw new Refusal('attention.no_case')
  const found = findCaseByNumber(tx, number)
  if (found === undefined) throw new Refusal('case.not_found')
  endReplaced(sentOf(solving, command))
  const kept = keptCase(tx, found)
  const scene = openCase(deps, tx, asker, kept.id)
  const text = `${row.villageName}代办点又登记，并到这一件：${why}`
  const capturedAt = captureTime(header, deviceNowOf(solving), tx.at).at
  const { opensSlip } = joinCase(scene, {
    header,
    agent: { id: row.agent, displayName: row.agentName },
    register: facts.register,
    capturedAt,
    text,
    take,
  })
  leadSlipTo(tx, header, kept)
  const told = { alike: null, number: kept.number, queryCode: null, link: null } as const
  return { status: 'merged', ...told, ...(opensSlip ? {} : { slip: 'shut' }) }
}

// Its own number it needs no second time.
function leadSlipTo(tx: Tx, header: VillageCommand['header'], { id, number }: CaseFacts): void {
  const told = header.number ?? header.provisional ?? null
  if (told === null || told === number) return
  insertVillageAlias(tx, told, id)
  if (told === header.number) saveNumberVoid(tx, told, `并到 ${number}`)
}
