import type { StaffSession } from '@counter/shared/contract/people'
import { type NumberRules, SHIPPED_RULES } from '../../outbox/numbers.ts'
import { useSession } from '../../state/session.ts'

/** What the centre last said to this agent of a phone's numbers, which the phone keeps for the time without a network (V61). */
export function numberRules(): NumberRules {
  return rulesOf(useSession.getState().session)
}

/** At so many left the page says that they run out, as the phone asks for more (V61). */
export function useRenewAt(): number {
  return useSession(({ session }) => rulesOf(session).renewAt)
}

function rulesOf(session: StaffSession | null): NumberRules {
  const { numbersRenewAt = SHIPPED_RULES.renewAt, oldNumberDays = SHIPPED_RULES.oldNumberDays } =
    session?.phone ?? {}
  return { renewAt: numbersRenewAt, oldNumberDays }
}
