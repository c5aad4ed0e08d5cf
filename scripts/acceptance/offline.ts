/** Kiosk and village point without the server (Q46 to Q50, S5; V27 to V41), in a real browser with its worker and its own disk. */
import { OFFLINE, type OfflineStory } from './scenarios/offline.ts'
import { OFFLINE_PAPER } from './scenarios/offline-paper.ts'
import { VILLAGE_OFFLINE } from './scenarios/village-offline.ts'
import { startStage } from './stage.ts'

const SCENARIOS = [...OFFLINE, OFFLINE_PAPER, ...VILLAGE_OFFLINE]
const startedAt = performance.now()
const story: OfflineStory = { stage: await startStage({ outlivesServer: true }), kiosks: [], profile: null }
const { stage } = story
try {
  for (const { title, run } of SCENARIOS) {
    await run(story).catch(async (error: unknown) => {
      console.error(`✗ ${title}`)
      for (const { name, page } of story.kiosks)
        console.error(`  ${await stage.screenshot(page, `failed-${name}`)}`)
      throw error
    })
    const [problem] = stage.pageErrors
    if (problem !== undefined) throw new Error(`a page reported: ${problem}`)
    console.log(`✓ ${title}`)
  }
  console.log(`${SCENARIOS.length} scenarios, ${Math.round((performance.now() - startedAt) / 1000)} s`)
} catch (error) {
  console.error(error instanceof Error ? error.stack : error)
  process.exitCode = 1
} finally {
  await story.profile?.close().catch(() => undefined)
  await stage.close()
}
