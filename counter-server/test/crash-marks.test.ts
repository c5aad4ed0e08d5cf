import { expect, test } from 'vitest'
import { aFolder } from './a-store.ts'
import { count, receiveCases } from './child-cases.ts'
import { begin, kill, start } from './child-server.ts'

const CASES = 110
/** Wednesday the 24th: due on Monday the 22nd, the second step of the ladder was crossed on Tuesday. */
const LATE = '2026-06-24T01:00:00.000Z'

/** Starts late and is killed as soon as more orders are on the disk, or when there are no more to come. */
async function killAmidSweep(dataDir: string): Promise<void> {
  const orders = () => count(dataDir, 'SELECT count(*) FROM supervision_order')
  const seen = orders()
  const child = begin(dataDir, LATE)
  let isReady = false
  child.stdout?.once('data', () => {
    isReady = true
  })
  while (!isReady && orders() <= seen) await new Promise((done) => setTimeout(done, 2))
  await kill({ child })
}

test('[C521] killed between tick and commit, each step of the ladder is marked and ordered once', async () => {
  const dataDir = aFolder()
  const first = await start(dataDir)
  await receiveCases(first, CASES)
  await kill(first)
  // Longer without a tick the time itself would be in doubt, and nothing would be marked (R8).
  await kill(await start(dataDir, '2026-06-17T01:00:00.000Z'))
  await killAmidSweep(dataDir)
  await killAmidSweep(dataDir)
  await kill(await start(dataDir, LATE))
  // Yellow, red and two steps of the ladder of each promise; an order per step, numbered without a gap.
  expect(count(dataDir, "SELECT count(*) FROM clock_mark WHERE kind = 'committed'")).toBe(CASES * 4)
  expect(count(dataDir, 'SELECT count(*) FROM supervision_order')).toBe(CASES * 2)
  expect(count(dataDir, "SELECT count(*) FROM case_event WHERE type = 'order.issued'")).toBe(CASES * 2)
  expect(count(dataDir, 'SELECT count(DISTINCT number) FROM supervision_order')).toBe(CASES * 2)
  expect(count(dataDir, "SELECT last FROM paper_counter WHERE kind = 'supervision'")).toBe(CASES * 2)
}, 300_000)
