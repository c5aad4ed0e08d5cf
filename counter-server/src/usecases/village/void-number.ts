import { Refusal } from '../../domain/refusal.ts'
import type { VillageFacts } from '../../domain/village/village-command.ts'
import { findVillageNumber, saveNumberVoid } from '../../store/village-numbers.ts'
import type { FollowUp } from './errands.ts'
import type { Sent } from './register-case.ts'

/**
 * 作废编号: a number lent to this device that shall never stand on a slip, and why (V30, V62). Said twice it is one. Refuses
 * `number.used`, and `number.not_lent` for what is in other hands.
 */
export function voidNumber(
  { tx, agent, header, device }: Sent,
  { number, reason }: Extract<VillageFacts, { type: 'number.void' }>,
): FollowUp {
  const lent = findVillageNumber(tx, number)
  if (lent === undefined || lent.village !== header.pointId) throw new Refusal('number.not_lent')
  if (lent.state === 'void') return 'merged'
  if (lent.state === 'used') throw new Refusal('number.used')
  if (lent.state !== 'leased' || lent.device !== device) throw new Refusal('number.not_lent')
  saveNumberVoid(tx, number, reason)
  tx.record({
    type: 'village.number_voided',
    subject: number,
    version: 1,
    origin: agent.origin,
    data: { village: header.pointId, number },
  })
  return 'applied'
}
