import type { Walk } from '@counter/shared/contract/walks'
import type { takeWalk } from '../usecases/village/take-walk.ts'

/** A walk with phone and group, field by field; nothing else of a person is told (V42). */
export function toWalk({ at, items }: Awaited<ReturnType<typeof takeWalk>>): Walk {
  return {
    at,
    items: items.map(({ caseId, number, itemName, applicant, phone, contact, group }) => ({
      caseId,
      number,
      itemName,
      applicant,
      phone,
      contact,
      group,
    })),
  }
}
