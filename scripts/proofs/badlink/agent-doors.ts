import { StaffSession } from '@counter/shared/contract/people'
import type { StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import { Caller, required } from '../../api/caller.ts'
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
  return Promise.all(
    agents.map(async ({ signInName, password }) => {
      const caller = new Caller(url)
      const answer = await caller.post('/api/sessions', { signInName, password }, StaffSession)
      const { staffId, village } = required(answer, `sign in ${signInName}`)
      if (village === null) throw new Error(`${signInName} has no village`)
      return { staffId, village, headers: caller.headers }
    }),
  )
}
