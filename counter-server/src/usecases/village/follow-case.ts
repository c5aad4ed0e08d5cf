import type { ContactPurpose } from '@counter/shared/vocabulary/agency'
import { maskName } from '@counter/shared/vocabulary/identity'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { fact } from '../../domain/case/act.ts'
import { Refusal } from '../../domain/refusal.ts'
import { requirePower } from '../../domain/village/authority.ts'
import type { VillageFacts } from '../../domain/village/village-command.ts'
import { handedOverAt } from '../../domain/village/village-timer.ts'
import { findAgency } from '../../store/agency.ts'
import { nameFiles } from '../../store/files.ts'
import { addNoteOn } from '../cases/add-note.ts'
import { type CaseScene, openCase } from '../cases/case-scene.ts'
import { deliverOn } from '../cases/deliver-case.ts'
import { handInOn } from '../cases/hand-in.ts'
import { recordFacts } from '../cases/record-facts.ts'
import { revokeOn } from '../cases/revoke-authority.ts'
import { requireRoomFor } from '../files/case-room.ts'
import { checkActsFor, sceneAtCapture } from './agency-scene.ts'
import { askToWithdraw } from './ask-to-withdraw.ts'
import { editByAgent } from './edit-by-agent.ts'
import {
  type FollowUp,
  followUpResident,
  reachForResident,
  relayToResident,
  returnToResident,
} from './errands.ts'
import { namingHolder } from './naming-holder.ts'
import type { Sent } from './register-case.ts'
import { replacePhotos } from './replace-photos.ts'
import type { VillageAgent } from './village-agent.ts'

type Following = Exclude<
  VillageFacts,
  { type: 'case.register' | 'consult.log' | 'number.void' | 'command.withdraw' }
>

type Told<Type extends Following['type']> = Extract<Following, { type: Type }>

/** What is open to the agent also without the authority: to say something, to give back, to record that it is over. */
const NEEDS_NO_AUTHORITY: ReadonlySet<Following['type']> = new Set([
  'note.add',
  'material.return',
  'authority.revoke',
])

/**
 * What a point says of a case of its own; any other case is `case.not_found` (V4, V73). Refuses `authority.revoked` and
 * `authority.out_of_scope` for what is done under the authority and was captured after its end, or by a deputy it does not name,
 * `authority.expired` after its last day (V9, V14).
 */
export function followCase(deps: VillageAgent['deps'], sent: Sent, facts: Following): FollowUp {
  const { tx, agent, header } = sent
  const { origin, staff } = agent
  const scene = openCase(deps, tx, { origin, actor: 'agent', staff }, header.caseId)
  // What became of a photo is told also after the authority is over, or the case would wait for it for ever (V70).
  const isOfPhotos = facts.type === 'material.receive' && facts.instead.length > 0
  const isFree = NEEDS_NO_AUTHORITY.has(facts.type) || isOfPhotos || isInHand(scene, facts)
  if (!isFree) checkActsFor(scene, sent, errandOf(facts))
  if (facts.type === 'material.receive' && !isOfPhotos) requireRoomFor(tx, header.caseId, header.files.length)
  const done = applyOn(scene, sent, facts)
  nameFiles(tx, header.caseId, header.pointId, header.files)
  if (isOfPhotos) replacePhotos(scene, header, facts.instead)
  return done
}

// A result that was handed down lies in the agent's hands whatever became of the authority: that the resident has it is always
// recorded (decision 053).
function isInHand({ context }: CaseScene, { type }: Pick<Following, 'type'>): boolean {
  return type === 'result.deliver' && context.state.agency.deliver !== null
}

function errandOf(facts: Following): ContactPurpose | null {
  if (facts.type === 'contact.attempt') return facts.purpose
  if (facts.type === 'correction.relay') return 'relay'
  return facts.type === 'followup.record' ? 'followup' : null
}

function applyOn(scene: CaseScene, sent: Sent, facts: Following): FollowUp {
  switch (facts.type) {
    case 'case.edit':
      return editByAgent(scene, facts.right, sent.header.baseRev ?? null)
    case 'case.ask_withdrawal':
      return namingHolder(scene, () => askToWithdraw(scene, facts.reason))
    case 'note.add':
      addNoteOn(scene, { text: facts.text })
      return 'applied'
    case 'material.receive':
      receiveMaterials(scene, facts, sceneAtCapture(scene, sent).context.at)
      return 'applied'
    case 'material.return':
      return returnToResident(sceneAtCapture(scene, sent), facts)
    case 'result.deliver':
      return namingHolder(scene, () => deliverResult(scene, sent, facts))
    case 'correction.relay':
      return relayToResident(sceneAtCapture(scene, sent), facts)
    case 'contact.attempt':
      return reachForResident(sceneAtCapture(scene, sent), facts)
    case 'followup.record':
      return followUpResident(sceneAtCapture(scene, sent), facts)
    case 'authority.revoke':
      return revokeOn(sceneAtCapture(scene, sent), { where: 'point', reason: facts.reason })
  }
}

// What the notice asks for is handed in and may complete the case; the rest is added to the list (C417, V73). That it lay at
// the point is said of the moment of its capture, so that a pause may end then (V75); a notice is answered when it arrives.
function receiveMaterials(
  scene: CaseScene,
  { materials: names, papers, note }: Told<'material.receive'>,
  at: Instant,
): void {
  const { status, supplements } = scene.context.state
  const listed = status === 'supplement' ? (supplements.at(-1)?.lines ?? []) : []
  const asked = names.filter((name) => listed.some((line) => line.name === name))
  const others = names.filter((name) => !asked.includes(name))
  for (const name of others) requireKnown(scene, name)
  const next = asked.length === 0 ? scene : handInOn(scene, asked, note)
  const materials = others.map((name) => ({ name, state: 'received' as const, promisedOn: null }))
  const captured = { ...next, context: { ...next.context, at } }
  const noted =
    others.length === 0 ? captured : addNoteOn(captured, { text: asked.length === 0 ? note : '', materials })
  if (papers.length > 0) recordFacts(noted, [fact('papers.taken', { papers })])
}

// Of the item's list, or asked for since (C516).
function requireKnown({ item, context }: CaseScene, name: string): void {
  const known = [...item.content.materials, ...context.state.materials]
  if (!known.some((material) => material.name === name)) throw new Refusal('material.unknown', { name })
}

// A second delivery is a note with the masked name, because every reader of the case sees notes (P33); whether the first is possible is judged by the case as it stands now (V73).
function deliverResult(
  scene: CaseScene,
  sent: Sent,
  { receiver, relation, fee, on }: Told<'result.deliver'>,
): FollowUp {
  if (scene.context.state.deliveredAt !== null) {
    addNoteOn(scene, { text: `又送达：${maskName(receiver.trim())}` })
    return 'merged'
  }
  if (!isInHand(scene, { type: 'result.deliver' })) requirePowerToReceive(scene)
  const claimed = { capturedAt: sent.header.capturedAt, on }
  const at = handedOverTo(scene, sent, on)
  const words = { way: 'agent', receiver, relation, postNumber: '', fee, claimed } as const
  deliverOn({ ...scene, context: { ...scene.context, at } }, words)
  return 'applied'
}

function requirePowerToReceive({ tx, facts }: CaseScene): void {
  const agency = findAgency(tx, facts.id)
  requirePower({ powers: (agency?.powers ?? []) as readonly 'receive_result'[] }, 'receive_result')
}

// Whether it is possible is judged now; when it was is what the point says, since the result lay there (V-5, V77).
function handedOverTo(scene: CaseScene, sent: Sent, on: PlainDate | null): Instant {
  const { agency, decidedAt } = scene.context.state
  const captured = sceneAtCapture(scene, sent).context.at
  return handedOverAt({ captured, on, since: agency.deliver?.at ?? decidedAt, now: scene.tx.at })
}
