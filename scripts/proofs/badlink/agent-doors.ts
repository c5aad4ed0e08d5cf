import type { StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import { signInAgent, signInSupervisor } from '../../api/doors.ts'
import type { Account } from '../../api/server-process.ts'

/** An agent who is signed in at the own point. */
export interface Agent {
  readonly staffId: StaffId
  readonly village: VillageCode
  /** What makes a request this agent's. */
  readonly headers: Readonly<Record<string, string>>
}

/** Signs the agent of every point in, by the straight way: the bad line is for what comes after. */
export async function openAgentDoors(url: string, accounts: readonly Account[]): Promise<readonly Agent[]> {
  const agents = accounts.filter(({ role }) => role === 'agent')
  const supervisor = await signInSupervisor(url, accounts)
  return Promise.all(
    agents.map(async (account) => {
      const { caller, session } = await signInAgent(url, account, supervisor)
      const { staffId, village } = session
      if (village === null) throw new Error(`${account.signInName} has no village`)
      return { staffId, village, headers: caller.headers }
    }),
  )
}
