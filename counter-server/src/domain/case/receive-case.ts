import type { CaseChannel, CaseFlag } from '@counter/shared/vocabulary/case'
import { idProblem, isMinor, isPhone } from '@counter/shared/vocabulary/identity'
import type { ItemCode, UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import type { IdKind } from '@counter/shared/vocabulary/personal-data'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import { type ActContext, checkAct, fact, isBlank } from './act.ts'
import type { CaseFact } from './event.ts'
import type { MaterialMark } from './material-mark.ts'
import { markedMaterials } from './materials.ts'

/** What a receipt records besides who applies. */
export interface Receiving {
  readonly channel: CaseChannel
  readonly village: VillageCode | null
  readonly unit: UnitCode
  readonly itemCode: ItemCode
  readonly itemVersion: number
  readonly stoppedOn: PlainDate | null
  readonly materials: readonly MaterialMark[]
  readonly flags: readonly CaseFlag[]
  readonly noticeVersion?: number
}

/** 收件 (C411). Refusals: C406, `item.stopped` (C108), `material.unknown`. */
export function receiveCase(context: ActContext, receiving: Receiving): CaseFact<'case.received'> {
  checkAct(context, 'receive')
  const { stoppedOn, materials, ...rest } = receiving
  if (stoppedOn !== null && stoppedOn <= civilDate(context.at)) throw new Refusal('item.stopped')
  return fact('case.received', {
    ...rest,
    caseType: context.item.caseType,
    materials: markedMaterials(context, materials),
  })
}

/** Who applies, as typed at a window. */
export interface TypedPerson {
  readonly idKind: IdKind
  readonly idNo: string | null
  readonly idNote: string
  readonly phone: string | null
  readonly contact: string | null
  readonly agentName: string | null
}

/**
 * Refuses `person.id_invalid` with what is wrong, and `contact.phone` for a wrong number or for nobody to call: without a
 * phone somebody else is named, or has come in the applicant's place (C1105 to C1107).
 */
export function checkPerson(person: TypedPerson, today: PlainDate): void {
  const { idKind, idNo, idNote, phone, contact, agentName } = person
  const problem = idProblem(idKind, idNo ?? '', today)
  if (problem !== null) throw new Refusal('person.id_invalid', { problem })
  if (idKind === 'none' && isBlank(idNote)) throw new Refusal('person.id_invalid', { problem: 'length' })
  const hasNobody = phone === null && isBlank(contact ?? '') && isBlank(agentName ?? '')
  if (hasNobody || (phone !== null && !isPhone(phone))) throw new Refusal('contact.phone')
}

/** Refuses `person.notice_missing` for somebody under 14, as long as the guardian was not told what the data are for (C1109). */
export function checkNotice(
  { idKind, idNo }: Pick<TypedPerson, 'idKind' | 'idNo'>,
  noticeVersion: number | null,
  today: PlainDate,
): void {
  if (noticeVersion === null && isMinor(idKind, idNo ?? '', today)) throw new Refusal('person.notice_missing')
}
