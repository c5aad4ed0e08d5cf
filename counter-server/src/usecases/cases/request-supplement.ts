import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { fact } from '../../domain/case/act.ts'
import { requestApproval } from '../../domain/case/approval.ts'
import type { CaseFact } from '../../domain/case/event.ts'
import type { SupplementLine } from '../../domain/case/material-mark.ts'
import { requestSupplement as decideSupplement } from '../../domain/case/supplement.ts'
import { isAuthorityOver } from '../../domain/village/authority.ts'
import { findAgency } from '../../store/agency.ts'
import { nextPaperNumber } from '../../store/case-numbers.ts'
import { findSetting } from '../../store/settings.ts'
import type { Deps } from '../deps.ts'
import { servingAgent } from '../village/serving-agent.ts'
import { actOnCase, type CaseCommand, type CaseDone, type CaseScene } from './case-scene.ts'
import type { ReceiptFacts } from './paper-facts.ts'
import { type CaseSecrets, makeReceipt } from './receipt-facts.ts'
import { recordFacts } from './record-facts.ts'
import { staffIdOf } from './staff-id.ts'

/**
 * 补正告知: one complete list, one paper (C404, C416). With a reason a list after the first one is asked for; the
 * supervisor allows it.
 */
export function requestSupplement(
  deps: Deps,
  command: CaseCommand,
  asked: { readonly lines: readonly SupplementLine[]; readonly reason: string },
): Promise<CaseDone> {
  const { lines, reason } = asked
  return actOnCase(deps, command, 'request-supplement', asked, (scene) => {
    const isFirst = scene.context.state.supplements.length === 0
    if (isFirst || reason === '') return giveNotice(scene, lines)
    const proposal = { kind: 'supplement', reason, lines } as const
    recordFacts(scene, [requestApproval(scene.context, proposal, staffIdOf(command.asker))])
    return null
  })
}

/** Records the notice and makes its paper, whose number stays with the event. */
export function giveNotice(
  scene: CaseScene,
  lines: readonly SupplementLine[],
  secrets: CaseSecrets | null = null,
): ReceiptFacts {
  return makeNotice(scene, decideSupplement(scene.context, lines, isViaVillage(scene)), secrets)
}

/** The paper of a list that has been decided, the first or one that was allowed later. */
export function makeNotice(
  scene: CaseScene,
  requested: CaseFact<'supplement.requested'>,
  secrets: CaseSecrets | null = null,
): ReceiptFacts {
  const paperNumber = nextPaperNumber(scene.tx, 'supplement')
  const isByHall = isUnmanned(scene) || isOver(scene)
  const given = recordFacts(scene, [isByHall ? byHall(requested) : requested], { text: paperNumber })
  return makeReceipt(given, 'supplement', { secrets, paperNumber })
}

// Nobody there could pass it on, or may any more, so it is given as at the window (V1, V9).
function byHall({ payload: { viaVillage: _, ...rest } }: CaseFact<'supplement.requested'>) {
  return fact('supplement.requested', { ...rest, byHall: true })
}

function isUnmanned({ tx, facts: { channel, village } }: CaseScene): boolean {
  return channel === 'village' && village !== null && servingAgent(tx, village) === null
}

function isOver({ tx, facts }: CaseScene): boolean {
  const agency = findAgency(tx, facts.id)
  return agency !== undefined && isAuthorityOver(agency, civilDate(tx.at))
}

// Where the agent may take the notice it is given at its issue, else when the resident hears of it (V25).
function isViaVillage({ tx, facts, context }: CaseScene): boolean {
  if (facts.channel !== 'village' || context.state.agency.revokedAt !== null) return false
  const mayTake = findAgency(tx, facts.id)?.powers.includes('receive_notice') === true
  return !(mayTake && findSetting(tx, 'village.noticeByAgent'))
}
