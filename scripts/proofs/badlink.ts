/**
 * `npm run test:badlink [-- --size gate|whole|deep --seed 1 --json]`: eleven phones with the page's own outbox, each over a
 * line that delays, loses, tears and has holes, against a server that is killed amid. A ledger outside the system judges
 * what became of all that the phones were told is kept (V99, RG11). Planted faults must be found first (R41).
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chanceOf } from '../play/chance.ts'
import { openAgentDoors } from './badlink/agent-doors.ts'
import { openBadLink } from './badlink/bad-link.ts'
import { badTimes, SIZES } from './badlink/bad-times.ts'
import { startCentre } from './badlink/centre.ts'
import { startPhone } from './badlink/phones.ts'
import { readCentre } from './badlink/record.ts'
import { report } from './badlink/report.ts'

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: 'whole' },
    seed: { type: 'string', default: '1' },
    // The last line is JSON with and without it, as of every proof (N13).
    json: { type: 'boolean', default: false },
  },
})
const size = SIZES[values.size as keyof typeof SIZES]
if (size === undefined) throw new Error(`--size is one of ${Object.keys(SIZES).join(', ')}`)

const folder = mkdtempSync(join(tmpdir(), 'badlink-'))
try {
  if (!(await prove(join(folder, 'data')))) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function prove(dataDir: string): Promise<boolean> {
  const { seed } = values
  const centre = await startCentre(dataDir)
  const link = await openBadLink(centre.port, chanceOf(Number(seed), 'line'))
  const agents = await openAgentDoors(centre.url, centre.accounts)
  const phones = await Promise.all(agents.map((agent) => startPhone(link.url, agent, Number(seed))))
  try {
    const convergeSeconds = await badTimes(size, { link, centre, phones })
    const ends = new Map(
      await Promise.all(phones.map(async (phone) => [phone.village, await phone.end()] as const)),
    )
    const ledger = { submitted: phones.flatMap(({ kept }) => kept), ends }
    await centre.stop()
    const record = await readCentre(dataDir)
    const isTimed = values.size !== 'gate'
    return report({ ledger, record, convergeSeconds, isTimed, link: link.counts, kills: centre.kills, seed })
  } finally {
    await Promise.all(phones.map((phone) => phone.kill()))
    await link.close()
    await centre.stop()
  }
}
