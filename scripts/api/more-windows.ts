import type { StaffId, TopicKey } from '@counter/shared/vocabulary/ids'
import type { RunningServer } from '../../counter-server/src/server.ts'
import { newToken } from '../../counter-server/src/store/crypto.ts'
import { findTopics } from '../../counter-server/src/store/hall.ts'
import { insertStaff } from '../../counter-server/src/store/people.ts'
import { saveSetting } from '../../counter-server/src/store/settings.ts'
import { insertWindow, insertWindowService } from '../../counter-server/src/store/township.ts'
import type { Account } from './server-process.ts'

const SAMPLE_WINDOWS = 4

/** The limit of a server whose clients are many and in no hurry to be people. */
export const NO_LIMIT = 1_000_000

/** Gives the sample hall so many windows that each take every matter and have a clerk; kiosks need not pause (N11). */
export async function raiseWindowsTo(
  windows: number,
  { counter: { deps } }: RunningServer,
): Promise<Account[]> {
  const added = Array.from({ length: windows - SAMPLE_WINDOWS }, (_, place) => ({
    window: SAMPLE_WINDOWS + 1 + place,
    signInName: `clerk${SAMPLE_WINDOWS + 1 + place}`,
    role: 'clerk' as const,
    password: newToken(16),
  }))
  const hashes = await Promise.all(added.map(({ password }) => deps.passwords.hash(password)))
  await deps.store.write((tx) => {
    saveSetting(tx, 'kiosk.minGap', 0, 'script', 'kiosks without a pause (N11)')
    saveSetting(tx, 'village.commandsPerDay', 100_000, 'script', 'phones of a whole year (N11)')
    const topics = findTopics(tx).map(({ topic }): TopicKey => topic)
    for (const [place, { window, signInName, role }] of added.entries()) {
      insertWindow(tx, { window, name: `${window}号综合窗口` })
      for (const topic of topics) insertWindowService(tx, { window, topic, rank: 'main' })
      insertStaff(tx, {
        id: deps.newId() as StaffId,
        signInName,
        displayName: `${window}号窗口值班员`,
        role,
        posts: [],
        unit: null,
        village: null,
        passwordHash: hashes[place] ?? '',
      })
    }
  })
  return added
}

/** Tells the process that started this one that the server listens, and closes it when that process asks for it. */
export function sayReady(server: RunningServer, added: readonly Account[]): void {
  const accounts = [...(server.accounts ?? []), ...added]
  process.stdout.write(`ready ${JSON.stringify({ address: server.address, accounts })}\n`)
  process.on('SIGTERM', () => {
    server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  })
}
