import type { PlainDate } from '@counter/shared/vocabulary/time'
import {
  correctRegistration,
  correctWriter,
  type RightFacts,
} from '../../domain/letter/correct-registration.ts'
import { readSettings } from '../../store/settings.ts'
import { insertWriter, type Writer } from './insert-writer.ts'
import { type LetterScene, recordLetterFacts } from './letter-scene.ts'

/** What is right of a letter's registration; `leader` only where it was a visit after all. */
export interface CorrectFactsAsked extends RightFacts {
  readonly receivedOn: PlainDate
  readonly leader: string
}

/** 更正登记, 更正来信人: a step of its own each; what was registered stays in the record (C302). */
export const REGISTRATION_ACTS = {
  correct_facts: (scene: LetterScene, { leader, reason, ...right }: CorrectFactsAsked): LetterScene => {
    const registration = registrationOf(scene, leader)
    const read = readSettings(scene.tx)
    const fact = correctRegistration(scene.context, { ...right, reason }, { registration, read })
    return recordLetterFacts(scene, [fact], { reason, leader })
  },
  correct_writer: (
    scene: LetterScene,
    { reason, ...writer }: Writer & { readonly reason: string },
  ): LetterScene => {
    const { tx, newId } = scene
    const person = writer.name.trim() === '' ? null : newId()
    const phone = writer.phone.trim()
    const fact = correctWriter(scene.context, { person, phone, reason }, registrationOf(scene, ''))
    if (person !== null) insertWriter(tx, person, { ...writer, phone })
    const contact = person === null ? { phone, address: writer.address.trim() } : {}
    return recordLetterFacts(scene, [fact], { reason, ...contact })
  },
}

function registrationOf({ events, asker }: LetterScene, leader: string) {
  const [first] = events
  if (first === undefined) throw new Error('a letter begins with its registration')
  return {
    recordedAt: first.recordedAt,
    isOwn: first.actor === asker.origin.actor,
    leader: leader.trim() === '' ? (first.words['leader'] ?? '') : leader,
  }
}
