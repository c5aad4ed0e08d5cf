import { useSession } from '../../state/session.ts'

/** What the centre has set for its phones besides their numbers (V9, V36, V39, V78). */
interface PhoneRules {
  /** The most months that an authority may last. */
  readonly authorityMonths: number
  /** With so many cases unsent no new one is taken; drafts and facts go on. */
  readonly unsentCases: number
  /** So many days after its last letter a form is let go. */
  readonly draftDays: number
  /** A clock that is further off is pointed out. */
  readonly clockOffMinutes: number
}

/** What a phone goes by that was told nothing else. */
export const SHIPPED_PHONE_RULES: PhoneRules = {
  authorityMonths: 6,
  unsentCases: 50,
  draftDays: 30,
  clockOffMinutes: 5,
}

/** As the centre last said to this agent; the phone keeps it with the session for the time without a network. */
export function phoneRules(): PhoneRules {
  const { phone } = useSession.getState().session ?? {}
  const { authorityMonths, unsentCases, draftDays, clockOffMinutes } = SHIPPED_PHONE_RULES
  return {
    authorityMonths: phone?.authorityMonths ?? authorityMonths,
    unsentCases: phone?.unsentCases ?? unsentCases,
    draftDays: phone?.draftDays ?? draftDays,
    clockOffMinutes: phone?.clockOffMinutes ?? clockOffMinutes,
  }
}
