import type { Instant } from '@counter/shared/vocabulary/time'
import { findSetting } from '../../store/settings.ts'
import type { Deps } from '../deps.ts'
import { IDLE_MS, type SignedIn } from './sessions.ts'

/** What a page is told of its session beside who it is. */
export interface SessionRules {
  readonly serverNow: Instant
  readonly idleMs: number
  /** Only an agent's phone has a PIN, forms, an outbox, lent numbers and new authorities (V9, V33, V36, V39, V61). */
  readonly phone: PhoneRules | null
}

interface PhoneRules {
  readonly idleMinutes: number
  readonly pinDigits: number
  readonly numbersRenewAt: number
  readonly oldNumberDays: number
  readonly authorityMonths: number
  readonly unsentCases: number
  readonly draftDays: number
  readonly clockOffMinutes: number
}

export function sessionRules({ store }: Pick<Deps, 'store'>, { staff }: SignedIn): SessionRules {
  const phone =
    staff.role !== 'agent'
      ? null
      : store.read((tx) => ({
          idleMinutes: findSetting(tx, 'village.idleMinutes'),
          pinDigits: findSetting(tx, 'village.pinDigits'),
          numbersRenewAt: findSetting(tx, 'village.numbersRenewAt'),
          oldNumberDays: findSetting(tx, 'village.oldNumberDays'),
          authorityMonths: findSetting(tx, 'village.authorityMonths'),
          unsentCases: findSetting(tx, 'village.unsentCases'),
          draftDays: findSetting(tx, 'retention.drafts'),
          clockOffMinutes: findSetting(tx, 'village.clockOff'),
        }))
  return { serverNow: store.now(), idleMs: IDLE_MS, phone }
}
