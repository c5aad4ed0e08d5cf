import type { CaseChannel, CaseFlag } from '@counter/shared/vocabulary/case'
import { idNumberProblem, isPhone } from '@counter/shared/vocabulary/identity'
import type { ItemCode, UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import { type ActContext, checkAct, fact } from './act.ts'
import type { CaseFact, MaterialMark } from './event.ts'
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

/** Refuses `person.id_invalid` with what is wrong, and `contact.phone` (C1105 to C1107). */
export function checkPerson(
  { idNo, idNote, phone }: { idNo: string | null; idNote: string; phone: string | null },
  today: PlainDate,
): void {
  const problem = idNo === null ? null : idNumberProblem(idNo, today)
  if (problem !== null) throw new Refusal('person.id_invalid', { problem })
  if (idNo === null && idNote.trim() === '') throw new Refusal('person.id_invalid', { problem: 'length' })
  if (phone !== null && !isPhone(phone)) throw new Refusal('contact.phone')
}
