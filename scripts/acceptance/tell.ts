/** Tells the scenarios of one story in their order, up to the first sentence that is not true. */
import type { Page } from 'playwright-core'
import type { Stage } from './stage.ts'

/** One sentence that is true when its steps pass. */
export interface Scenario<Story> {
  /** Begins with the ids it proves, as `[S1]`. */
  readonly title: string
  run(story: Story): Promise<void>
}

interface OnStage {
  readonly stage: Stage
}

/** No scenario needs a fifth of it on a slow machine: one that does waits for what will not come, and is named. */
const LONGEST_SCENARIO_MS = 5 * 60_000
const LONGEST_END_MS = 60_000

/**
 * Opens the story, tells it and ends the process: with 1 when a sentence is not true, and always, for a scenario that
 * failed may have left a hall or a printer of its own open. `scanned` gives the screens that were scanned.
 */
export async function tellAll<Story extends OnStage>(
  scenarios: readonly Scenario<Story>[],
  open: () => Promise<Story>,
  scanned: (story: Story) => number | null = () => null,
): Promise<never> {
  const startedAt = performance.now()
  let stage: Stage | null = null
  try {
    const story = await open()
    stage = story.stage
    for (const scenario of scenarios) await tell(scenario, story)
    const screens = scanned(story)
    const scans = screens === null ? '' : `, ${screens} screens scanned`
    const seconds = Math.round((performance.now() - startedAt) / 1000)
    console.log(`${scenarios.length} scenarios${scans}, ${seconds} s`)
  } catch (error) {
    fail(error)
  }
  if (stage !== null) await within(LONGEST_END_MS, 'the end of the stage', stage.close()).catch(fail)
  process.exit()
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.stack : error)
  process.exitCode = 1
}

async function tell<Story extends OnStage>({ title, run }: Scenario<Story>, story: Story): Promise<void> {
  const { stage } = story
  try {
    await within(LONGEST_SCENARIO_MS, 'this scenario', run(story))
    const [problem] = stage.pageErrors
    if (problem !== undefined) throw new Error(`a page reported: ${problem}`)
  } catch (error) {
    console.error(`✗ ${title}`)
    await Promise.all(stage.pages().map((page, place) => pictureOf(stage, page, place)))
    throw error
  }
  console.log(`✓ ${title}`)
}

// A page that is gone or hangs has no picture; that must not hide why the scenario failed.
async function pictureOf(stage: Stage, page: Page, place: number): Promise<void> {
  await stage.screenshot(page, `failed-${process.pid}-${place + 1}`).then(
    (path) => console.error(`  ${path} ${page.url()}`),
    (reason) => console.error(`  no picture of ${page.url()}: ${String(reason).split('\n')[0]}`),
  )
}

async function within<Value>(ms: number, what: string, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not end within ${ms / 1000} s`)), ms)
  })
  return Promise.race([work, over]).finally(() => clearTimeout(timer))
}
