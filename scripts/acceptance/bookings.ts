/** Bookings from the phone to the window (Q36 to Q39) and the hall near closing time (Q41), in a real browser. */
import { BOOKINGS, type BookingStory } from './scenarios/bookings.ts'
import { startStage } from './stage.ts'

const startedAt = performance.now()
const stage = await startStage()
try {
  const story: BookingStory = {
    stage,
    kiosk: await stage.devicePage('kiosk', '取号机 1'),
    codes: new Map(),
  }
  for (const { title, run } of BOOKINGS) {
    await run(story).catch(async (error: unknown) => {
      console.error(`✗ ${title}`)
      const pages = stage.browser.contexts().flatMap((context) => context.pages())
      for (const [place, page] of pages.entries())
        console.error(`  ${await stage.screenshot(page, `failed-booking-${place + 1}`)}`)
      throw error
    })
    const [problem] = stage.pageErrors
    if (problem !== undefined) throw new Error(`a page reported: ${problem}`)
    console.log(`✓ ${title}`)
  }
  console.log(`${BOOKINGS.length} scenarios, ${Math.round((performance.now() - startedAt) / 1000)} s`)
} catch (error) {
  console.error(error instanceof Error ? error.stack : error)
  process.exitCode = 1
} finally {
  await stage.close()
}
