import type { PlainDate } from '@counter/shared/vocabulary/time'
import { Refusal } from '../../domain/refusal.ts'

const MIB = 1024 * 1024
/** 200 MiB of one person and day, so that no session that fell into wrong hands fills the disk (P42). */
const MOST_A_DAY_MIB = 200

/** What each person has put on the disk today. It is kept in memory: a restart gives the day anew. */
export interface DayQuota {
  /** Counts what is about to be kept. Refuses `file.day_full`. */
  take(who: string, day: PlainDate, bytes: number): void
}

export function createDayQuota(): DayQuota {
  const taken = new Map<string, { readonly day: PlainDate; readonly bytes: number }>()
  return {
    take(who, day, bytes) {
      const known = taken.get(who)
      const sum = (known?.day === day ? known.bytes : 0) + bytes
      if (sum > MOST_A_DAY_MIB * MIB) throw new Refusal('file.day_full', { n: MOST_A_DAY_MIB })
      taken.set(who, { day, bytes: sum })
    },
  }
}
