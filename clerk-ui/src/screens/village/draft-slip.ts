import type { Slip } from '../../outbox/slip.ts'
import type { Draft } from './draft.ts'

/** What the resident takes home before the centre has heard of the case (V65). */
export function slipOf({ item, materials, papers, isUrgent, secrets }: Draft): Slip {
  const received = materials.filter(({ state }) => state === 'received')
  return {
    ...secrets,
    itemName: item?.name ?? '',
    materials: received.map(({ name }) => name),
    papers,
    isUrgent,
    phone: item?.consultPhone ?? '',
  }
}
