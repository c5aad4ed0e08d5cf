/** The real server with twenty windows and its own clock, for the histories of many clients. */
import type { StaffId, TopicKey } from '@counter/shared/vocabulary/ids'
import { systemClock } from '../../counter-server/src/clock.ts'
import { readConfig } from '../../counter-server/src/config.ts'
import { startServer } from '../../counter-server/src/server.ts'
import { newToken } from '../../counter-server/src/store/crypto.ts'
import { findTopics } from '../../counter-server/src/store/hall.ts'
import { insertStaff } from '../../counter-server/src/store/people.ts'
import { saveSetting } from '../../counter-server/src/store/settings.ts'
import { insertWindow, insertWindowService } from '../../counter-server/src/store/township.ts'

const SAMPLE_WINDOWS = 4
const NO_LIMIT = 1_000_000
const windows = Number(process.env['WINDOWS'] ?? 20)

const clock = systemClock(() => process.stderr.write('the clock of this machine jumped: the run is void\n'))
const server = await startServer(readConfig(process.env, []), clock, {
  pages: null,
  requestsPerMinute: NO_LIMIT,
  passwordCost: { memoryKib: 64, passes: 1 },
})
const { deps } = server.counter
const added = Array.from({ length: windows - SAMPLE_WINDOWS }, (_, place) => ({
  window: SAMPLE_WINDOWS + 1 + place,
  signInName: `clerk${SAMPLE_WINDOWS + 1 + place}`,
  role: 'clerk' as const,
  password: newToken(16),
}))
const hashes = await Promise.all(added.map(({ password }) => deps.passwords.hash(password)))
await deps.store.write((tx) => {
  saveSetting(tx, 'kiosk.minGap', 0, 'proof', 'kiosks without a pause (N11)')
  for (const [place, { window, signInName, role }] of added.entries()) {
    insertWindow(tx, { window, name: `${window}号窗口` })
    for (const { topic } of findTopics(tx))
      insertWindowService(tx, { window, topic: topic as TopicKey, rank: 'main' })
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
process.stdout.write(
  `ready ${JSON.stringify({ address: server.address, accounts: [...(server.accounts ?? []), ...added] })}\n`,
)
process.on('SIGTERM', () => {
  server.close().then(
    () => process.exit(0),
    () => process.exit(1),
  )
})
