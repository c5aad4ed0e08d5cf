import { useSession } from '../../state/session.ts'

/** What the centre has set for its phones besides their numbers (V9). */
interface PhoneRules {
  /** The most months that an authority may last. */
  readonly authorityMonths: number
}

/** What a phone goes by that was told nothing else. */
export const SHIPPED_PHONE_RULES: PhoneRules = { authorityMonths: 6 }

/** As the centre last said to this agent; the phone keeps it with the session for the time without a network (V9). */
export function phoneRules(): PhoneRules {
  const { authorityMonths = SHIPPED_PHONE_RULES.authorityMonths } = useSession.getState().session?.phone ?? {}
  return { authorityMonths }
}
