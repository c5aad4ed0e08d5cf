import type { StaffSession } from '@counter/shared/contract/people'
import type { StaffId } from '@counter/shared/vocabulary/ids'
import { villageBook } from './village-db.ts'

/** Remembers who is signed in here. */
export async function keepAgent(session: StaffSession, now: number): Promise<void> {
  const { staffId } = session
  await villageBook.write(['agents'], async (tx) => {
    const agents = tx.objectStore('agents')
    // A clock that was set back must not put the one before in front of who is here now (V78).
    const after = (await agents.getAll()).map(({ usedAt }) => usedAt + 1)
    await agents.put({ staffId, session, usedAt: Math.max(now, ...after) })
  })
}

/** The agent who was signed in here last; null on a new device and after a sign-out. */
export async function lastAgent(): Promise<StaffSession | null> {
  return (await knownAgents())[0] ?? null
}

/** Everybody who has signed in on this phone and not out again, the last one first. */
export async function knownAgents(): Promise<readonly StaffSession[]> {
  const agents = await villageBook.all('agents')
  return agents.sort((a, b) => b.usedAt - a.usedAt).map(({ session }) => session)
}

/** Who signs out is not taken up again. */
export async function forgetAgent(staffId: StaffId): Promise<void> {
  await villageBook.write(['agents'], (tx) => tx.objectStore('agents').delete(staffId))
}
