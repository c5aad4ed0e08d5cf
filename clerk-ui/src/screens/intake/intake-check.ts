import type { ReceiveBody } from '@counter/shared/contract/case-bodies'
import { isPhone, idProblem as problemOfNumber } from '@counter/shared/vocabulary/identity'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { TextKey } from '../../text/zh-cn.ts'
import { type IntakeDraft, isOffice, markOf } from './intake-draft.ts'

/** One thing to correct: the field's id to go to, and the sentence. */
export interface IntakeProblem {
  readonly field: string
  readonly text: TextKey
  readonly name?: string
}

/** Everything that must be corrected before the draft can be sent, in the order of the form. */
export function intakeProblems(
  draft: IntakeDraft,
  step: ReceiveBody['step'],
  today: PlainDate,
): readonly IntakeProblem[] {
  return [...itemProblems(draft), ...personProblems(draft, today), ...materialProblems(draft, step)]
}

/** What is wrong with the ID number as typed, or null; empty counts only together with an empty note (C1105, C1106). */
export function idProblem({ idKind, idNo, idNote }: IntakeDraft, today: PlainDate): TextKey | null {
  if (idNo.trim() === '') return idNote.trim() === '' ? 'intake.problem.idNo' : null
  const problem = problemOfNumber(idKind === 'none' ? 'id_card' : idKind, idNo, today)
  return problem === null ? null : `intake.problem.idNo.${problem}`
}

function itemProblems({ item, agent }: IntakeDraft): readonly IntakeProblem[] {
  if (item === null) return [{ field: 'intake-item', text: 'intake.problem.item' }]
  return item.inPersonRequired && agent.trim() !== ''
    ? [{ field: 'intake-agent', text: 'intake.problem.inPerson' }]
    : []
}

function personProblems(draft: IntakeDraft, today: PlainDate): readonly IntakeProblem[] {
  const id = idProblem(draft, today)
  return [
    ...(draft.name.trim() === '' ? [{ field: 'intake-name', text: 'intake.problem.name' } as const] : []),
    ...(id === null ? [] : [{ field: 'intake-id', text: id }]),
    ...phoneProblems(draft),
  ]
}

// Somebody must be reachable: by phone, through another person, or through whoever has come in the applicant's place (C1107).
function phoneProblems({ phone, contact, agent }: IntakeDraft): readonly IntakeProblem[] {
  if (phone.trim() !== '')
    return isPhone(phone.trim()) ? [] : [{ field: 'intake-phone', text: 'intake.problem.phone' }]
  const isReachable = contact.trim() !== '' || agent.trim() !== ''
  return isReachable ? [] : [{ field: 'intake-contact', text: 'intake.problem.contact' }]
}

function materialProblems(draft: IntakeDraft, step: ReceiveBody['step']): readonly IntakeProblem[] {
  const materials = (draft.guide?.materials ?? []).map((material, place) => ({
    ...material,
    ...markOf(draft, material),
    field: `intake-material-${place}`,
  }))
  const missing = materials.filter((material) => material.state === 'missing' && !isOffice(material))
  if (step === 'receive') return []
  if (step === 'request_supplement') {
    return missing.length > 0 || draft.item === null
      ? []
      : [{ field: 'intake-material-0', text: 'intake.problem.nothingMissing' }]
  }
  const promised = materials.filter(({ state, promisedOn }) => state === 'deferred' && promisedOn === null)
  return [
    ...missing
      .filter(({ required }) => required)
      .map(({ field, name }) => ({ field, name, text: 'intake.problem.material' }) as const),
    ...promised.map(({ field, name }) => ({ field, name, text: 'intake.problem.promisedOn' }) as const),
  ]
}
