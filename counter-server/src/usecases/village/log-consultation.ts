import { maskName } from '@counter/shared/vocabulary/identity'
import { Refusal } from '../../domain/refusal.ts'
import { captureTime } from '../../domain/village/capture-time.ts'
import type { Consultation } from '../../domain/village/village-command.ts'
import { insertLogBookRow } from '../../store/agency.ts'
import { findCase } from '../../store/cases.ts'
import { hasConsultation, insertConsultation } from '../../store/consultations.ts'
import { findItemInForce } from '../../store/items.ts'
import type { Sent } from './register-case.ts'

/** 咨询: a line of the point's log book without a case (V16). Refuses `item.not_found`, `command.reused` for a known id. */
export function logConsultation({ tx, agent, header, deviceNow }: Sent, told: Consultation): void {
  const { caseId, pointId } = header
  if (findCase(tx, caseId) !== undefined || hasConsultation(tx, caseId)) throw new Refusal('command.reused')
  if (told.item !== null && findItemInForce(tx, told.item, tx.at) === undefined)
    throw new Refusal('item.not_found')
  const { at: capturedAt } = captureTime(header, deviceNow, tx.at)
  insertConsultation(tx, {
    ...told,
    id: caseId,
    village: pointId,
    personMasked: maskName(told.person.trim()),
    capturedAt,
  })
  const serial = insertLogBookRow(tx, { village: pointId, consultation: caseId, agent: agent.staff.id })
  const data = { village: pointId, serial, item: told.item, isReferred: told.isReferred }
  tx.record({
    type: 'consultation.logged',
    subject: `consultation:${caseId}`,
    version: 1,
    origin: agent.origin,
    data,
  })
  tx.tell({ kind: 'figures_changed' })
}
