import type { UnsureTimeList } from '@counter/shared/contract/capture-time'
import type { readUnsureTimes } from '../usecases/village/read-unsure-times.ts'

/** Masked, as in every list (V78). */
export function toUnsureTimes(rows: ReturnType<typeof readUnsureTimes>): UnsureTimeList {
  return {
    items: rows.map(({ id, number, itemName, applicant, villageName, agent, registeredAt, receivedAt }) => ({
      id,
      number,
      itemName,
      applicant,
      villageName,
      agent,
      registeredAt,
      receivedAt,
    })),
  }
}
