import type { SlipFault } from '@counter/shared/vocabulary/late-slip'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { VillageCommand } from '../../domain/village/village-command.ts'
import { caseMeant } from '../../store/village-joined.ts'
import { openCase } from '../cases/case-scene.ts'
import type { AlikeLine } from '../cases/read-duplicates.ts'
import { agentAtCapture } from './agent-at-capture.ts'
import { besideEdit, type MergedEdit } from './edit-by-agent.ts'
import { followCase } from './follow-case.ts'
import { joinSlip } from './join-slip.ts'
import { findSlipCase } from './late-slip.ts'
import { logConsultation } from './log-consultation.ts'
import { registerCase, type Sent } from './register-case.ts'
import type { VillageAgent } from './village-agent.ts'
import { voidNumber } from './void-number.ts'
import { withdrawCommand } from './withdraw-command.ts'

/** What a command was answered, kept with its receipt and given again to every resend (V48, V64). */
export interface Applied {
  readonly status: 'applied' | 'merged'
  readonly alike: AlikeHint | null
  readonly number: string | null
  readonly queryCode: string | null
  readonly link: string | null
  /** What of the slip in the resident's hand opens nothing; left out where all of it does (V64, V80). */
  readonly slip?: SlipFault
  /** Of an edit that was merged (V73). */
  readonly conflicts?: MergedEdit
}

/** A case that the registered one looks like; its number only within the own point (V74). */
export interface AlikeHint {
  readonly receivedOn: PlainDate
  readonly number: string | null
}

/** Does what a command says, in the name of its author; refuses as each of its kinds (V4, V7 to V14, V54, V73). */
export function applyCommand(
  deps: VillageAgent['deps'],
  sent: Sent,
  { header, facts }: VillageCommand,
): Applied {
  const agent = agentAtCapture(sent, facts.type)
  const named = { ...sent, agent: { ...agent, origin: { ...agent.origin, commandId: header.id } } }
  if (facts.type === 'case.register') {
    const stands = sent.isApart === true ? null : findSlipCase(sent.tx, header)
    if (stands !== null) {
      joinSlip(deps, named, facts.register, stands)
      return { status: 'merged', number: stands.number, queryCode: null, link: null, alike: null }
    }
    const { number, queryCode, link, alike, isOther } = registerCase(deps, named, facts.register)
    // Taken, with the remark that the centre will look at two cases, or that the number is another one (V48, V66, V73).
    const status = alike === null && !isOther ? 'applied' : 'merged'
    return { status, number, queryCode, link, alike: hintOf(alike) }
  }
  const status = follow(deps, named, facts)
  const merged = facts.type === 'case.edit' && status === 'merged' ? mergedEdit(deps, named, facts) : {}
  return { status, number: null, queryCode: null, link: null, alike: null, ...merged }
}

// Told with the answer, for the phone's own copy may be of before (V73).
function mergedEdit(
  deps: VillageAgent['deps'],
  { tx, agent: { origin, staff }, header }: Sent,
  { right }: Extract<VillageCommand['facts'], { type: 'case.edit' }>,
): Pick<Applied, 'conflicts'> {
  const scene = openCase(deps, tx, { origin, actor: 'agent', staff }, caseMeant(tx, header.caseId))
  return { conflicts: besideEdit(scene, right, header.baseRev ?? scene.facts.rev) }
}

function follow(
  deps: VillageAgent['deps'],
  sent: Sent,
  facts: Exclude<VillageCommand['facts'], { type: 'case.register' }>,
): Applied['status'] {
  const { tx, header } = sent
  switch (facts.type) {
    case 'consult.log':
      logConsultation(sent, facts.consultation)
      return 'applied'
    case 'number.void':
      return voidNumber(sent, facts)
    case 'command.withdraw':
      withdrawCommand(sent, facts.command)
      return 'applied'
    default:
      // What was joined to another case is gone on with there (V80).
      return followCase(deps, { ...sent, header: { ...header, caseId: caseMeant(tx, header.caseId) } }, facts)
  }
}

function hintOf(alike: AlikeLine | null): AlikeHint | null {
  return alike === null ? null : { receivedOn: civilDate(alike.receivedAt), number: alike.number }
}
