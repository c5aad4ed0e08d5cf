import type { UnitCode } from '@counter/shared/vocabulary/ids'
import { SETTINGS } from '@counter/shared/vocabulary/setting'
import type { LetterContext } from '../src/domain/letter/letter-act.ts'
import type { LetterEvent, LetterEventPayloads, LetterFact } from '../src/domain/letter/letter-event.ts'
import { letterFact } from '../src/domain/letter/letter-event.ts'
import type { ReadSetting } from '../src/domain/letter/letter-limits.ts'
import { projectLetter } from '../src/domain/letter/letter-projection.ts'
import type { LetterComing } from '../src/domain/letter/register-letter.ts'
import { CONTEXT, hall, person } from './case-fixture.ts'

export const MZ = 'MZ' as UnitCode
export const LI = person('li')
export const WANG = person('wang')

/** Every setting as it is shipped. */
export const SHIPPED = ((key) => SETTINGS[key].default) as ReadSetting

/** A call of somebody with a name, about nothing in particular. */
export const CALL: LetterComing = {
  channel: 'phone',
  topic: 'consult',
  external: null,
  isAnonymous: false,
  isUrgent: false,
  people: 1,
  representatives: 1,
  about: null,
  isAboutStaff: false,
  text: '路灯不亮',
  leader: '',
}

/** The first event of a letter with a limit of five working days. */
export function registered(
  payload: Partial<LetterEventPayloads['letter.registered']> = {},
): LetterFact<'letter.registered'> {
  const { isAboutStaff: _, text: __, leader: ___, ...facts } = CALL
  return letterFact('letter.registered', { ...facts, limit: { value: 5, unit: 'workday' }, ...payload })
}

/** Facts with their place and time, `[when, fact]` in order. */
export function letterRecord(...entries: readonly (readonly [string, LetterFact])[]): readonly LetterEvent[] {
  return entries.map(([when, fact], place) => {
    const at = hall(when)
    return { ...fact, seq: place + 1, id: `e${place + 1}`, occurredAt: at, recordedAt: at }
  })
}

/** A letter of these events, looked at by somebody at some time. */
export function letterAt(
  when: string,
  actor: LetterContext['actor'],
  ...entries: readonly (readonly [string, LetterFact])[]
): LetterContext {
  return { ...CONTEXT, at: hall(when), actor, state: projectLetter(letterRecord(...entries)) }
}

export const ASSIGNED = letterFact('letter.assigned', { unit: MZ })
export const TAKEN = letterFact('letter.taken', { person: LI })
export const ANSWERED = letterFact('letter.answered', { person: LI })
export const SIGNED = letterFact('letter.signed', { person: WANG })
