/**
 * `npm run test:badlink [-- --size gate|whole|deep --rounds 18 --seed 1 --json]`: eleven phones with the page's own outbox,
 * each over a line that delays, loses, tears and has holes, while pages and server are killed amid. A ledger outside the
 * system judges what became of all that the phones were told is kept (V99, RG11). Planted faults must be found first (R41).
 * `--rounds` makes a deep run shorter, as dense as the whole one, which has 18.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { anything, required } from '../api/caller.ts'
import { signIn } from '../api/doors.ts'
import { chanceOf } from '../play/chance.ts'
import { openAgentDoors } from './badlink/agent-doors.ts'
import { openBadLink } from './badlink/bad-link.ts'
import { badTimes } from './badlink/bad-times.ts'
import { type Centre, startCentre } from './badlink/centre.ts'
import { startPhone } from './badlink/phones.ts'
import { readCentre } from './badlink/record.ts'
import { report } from './badlink/report.ts'
import { DEEP_ROUNDS, deepOf, SIZES } from './badlink/sizes.ts'

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: 'whole' },
    rounds: { type: 'string', default: String(DEEP_ROUNDS) },
    seed: { type: 'string', default: '1' },
    // The last line is JSON with and without it, as of every proof (N13).
    json: { type: 'boolean', default: false },
  },
})
const size = values.size === 'deep' ? deepOf(Number(values.rounds)) : SIZES[values.size as keyof typeof SIZES]
if (size === undefined) throw new Error(`--size is one of ${Object.keys(SIZES).join(', ')}, deep`)

const folder = mkdtempSync(join(tmpdir(), 'badlink-'))
try {
  if (!(await prove(join(folder, 'data')))) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function prove(dataDir: string): Promise<boolean> {
  const seed = Number(values.seed)
  const centre = await startCentre(dataDir)
  const link = await openBadLink(centre.port, chanceOf(seed, 'line'))
  await allowMany(centre)
  const agents = await openAgentDoors(centre.url, centre.accounts)
  const phones = await Promise.all(agents.map((agent) => startPhone(link.url, agent, seed)))
  try {
    const convergeSeconds = await badTimes(size, { link, centre, phones }, seed)
    const ends = new Map(
      await Promise.all(phones.map(async (phone) => [phone.village, await phone.end()] as const)),
    )
    const [submitted, wakings, deaths] = [
      phones.flatMap(({ kept }) => kept),
      phones.flatMap((phone) => phone.wakings),
      phones.flatMap((phone) => phone.deaths),
    ]
    await centre.stop()
    const record = await readCentre(dataDir)
    return report({
      ledger: { submitted, ends, wakings },
      record,
      convergeSeconds,
      isTimed: values.size !== 'gate',
      strength: { link: link.counts, kills: centre.kills, deaths, deathsAt: size.deathsAt },
      seed: values.seed,
    })
  } finally {
    await Promise.all(phones.map((phone) => phone.kill()))
    await link.close()
    await centre.stop()
  }
}

// A deep run has more on a phone than the 500 commands that one may send a day (V95).
async function allowMany({ url, accounts }: Centre): Promise<void> {
  const account = accounts.find(({ role }) => role === 'admin')
  if (account === undefined) throw new Error('the sample has no administrator')
  const admin = await signIn(url, account.signInName, account.password)
  const change = { value: 100_000, reason: '坏线路测试' }
  required(await admin.command('/api/settings/village.commandsPerDay', change, anything), 'the quota')
}
