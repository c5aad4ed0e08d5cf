import { maskName } from '@counter/shared/vocabulary/identity'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import {
  attemptContact,
  recordFollowUp,
  relayNotice,
  returnOriginals,
} from '../../domain/case/agency-acts.ts'
import type { VillageFacts } from '../../domain/village/village-command.ts'
import { insertCallBack } from '../../store/call-backs.ts'
import { findSetting } from '../../store/settings.ts'
import { addNoteOn } from '../cases/add-note.ts'
import type { CaseScene } from '../cases/case-scene.ts'
import { recordFacts } from '../cases/record-facts.ts'

/** `merged`: taken, but as something else than was meant (V48). */
export type FollowUp = 'applied' | 'merged'

type Told<Type extends VillageFacts['type']> = Extract<VillageFacts, { type: Type }>

/** 转告补正: the first ends the timer, a later one is a note (V21, V73). */
export function relayToResident(scene: CaseScene, { way, note }: Told<'correction.relay'>): FollowUp {
  const relayed = relayNotice(scene.context, way)
  if (relayed === null) return noteInstead(scene, note === '' ? '又转告补正' : note)
  recordFacts(scene, [relayed], { text: note })
  return 'applied'
}

/** 联系群众: always taken; days of silence give the case back to the centre (V22, V73). */
export function reachForResident(scene: CaseScene, told: Told<'contact.attempt'>): FollowUp {
  const { purpose, way, isReached, note } = told
  const days = findSetting(scene.tx, 'village.attempts')
  const facts = attemptContact(scene.context, { purpose, way, isReached }, days)
  recordFacts(scene, facts, { text: note })
  if (purpose === 'followup' && facts.some(({ type }) => type === 'contact.given_up')) callBackInstead(scene)
  return 'applied'
}

/** 代办员回访: the first ends the timer, a later one is a note (V20, V73). */
export function followUpResident(scene: CaseScene, told: Told<'followup.record'>): FollowUp {
  const { way, satisfaction, remark } = told
  const recorded = recordFollowUp(scene.context, { way, satisfaction })
  if (recorded === null) return noteInstead(scene, remark === '' ? '又回访' : remark)
  recordFacts(scene, [recorded], { text: remark })
  return 'applied'
}

/** 退还原件 to the resident, by its masked name (V17, P30). */
export function returnToResident(
  scene: CaseScene,
  { materials, receiver }: Told<'material.return'>,
): FollowUp {
  const asked = { names: materials, receiver: maskName(receiver.trim()) }
  recordFacts(scene, [returnOriginals(scene.context, asked)], { text: receiver })
  return 'applied'
}

// Whom the point could not reach is called by the centre (V20, V22).
function callBackInstead({ tx, facts: { id, village } }: CaseScene): void {
  if (village === null) return
  insertCallBack(tx, { case: id, village, month: civilDate(tx.at).slice(0, 7), why: 'given_back' })
}

function noteInstead(scene: CaseScene, text: string): FollowUp {
  addNoteOn(scene, { text })
  return 'merged'
}
