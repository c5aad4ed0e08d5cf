import type { IdleLooks } from '@counter/shared/contract/idle-looks'
import type { IdleLookLine } from '../usecases/record/read-idle-looks.ts'

export function toIdleLooks(looks: readonly IdleLookLine[]): IdleLooks {
  return {
    items: looks.map(({ at, by, of, id, number, field, purpose }) => ({
      at,
      by,
      of,
      id,
      number,
      field,
      purpose,
    })),
  }
}
