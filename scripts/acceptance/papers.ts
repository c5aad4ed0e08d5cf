/** Papers of kiosk and desk, read back from a printer in the network and from the browser's own pages (Q44, U47). */
import { scan } from './scan.ts'
import { PAPER, type PaperStory } from './scenarios/paper.ts'
import { PAPER_DAY } from './scenarios/paper-day.ts'
import { startStage } from './stage.ts'

const SCENARIOS = [...PAPER, ...PAPER_DAY]
const startedAt = performance.now()
const stage = await startStage()
try {
  const story: PaperStory = { stage, desk: await stage.deskPage(1), scan }
  for (const { title, run } of SCENARIOS) {
    await run(story).catch(async (error: unknown) => {
      console.error(`✗ ${title}`)
      const pages = stage.browser.contexts().flatMap((context) => context.pages())
      for (const [place, page] of pages.entries())
        console.error(`  ${await stage.screenshot(page, `failed-paper-${place + 1}`)}`)
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
  await stage.close()
}
