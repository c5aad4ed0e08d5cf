/** The pictures of the screens, each looked at by the gate before it is taken (screens.md 7). */
import type { Page } from 'playwright-core'
import { type Audience, measureTargets, scan, tooWide } from '../acceptance/scan.ts'
import { SIZES, type Stage } from '../acceptance/stage.ts'

/** 1280 px at 200 and 400 per cent (U45). */
const ZOOMED_WIDTHS = [640, 320]
/** Millimetres of the reference kiosk (screens.md 1.1). */
const KIOSK_MM = 4.03

export interface LookOptions {
  readonly audience?: Audience
  /** `page` must stand at 200 and 400 per cent, `kiosk` has targets of its own size, `fixed` is a wall or a layer above a page. */
  readonly kind?: 'page' | 'kiosk' | 'fixed'
}

/** Takes the pictures of one stage, and remembers what the gate found on the way. */
export class Gallery {
  readonly stage: Stage
  readonly problems: string[] = []
  taken = 0

  constructor(stage: Stage) {
    this.stage = stage
  }

  /** One state of one screen: its picture, axe, and its sizes. */
  async look(
    page: Page,
    name: string,
    { audience = 'staff', kind = 'page' }: LookOptions = {},
  ): Promise<void> {
    // A page that rests: late answers and fonts are drawn.
    await page.waitForLoadState('networkidle', { timeout: 1_000 }).catch(() => undefined)
    await this.stage.screenshot(page, name)
    this.taken += 1
    await scan(page, name, audience).catch((error: unknown) => this.problems.push(String(error)))
    if (kind === 'kiosk')
      for (const problem of await measureTargets(page, KIOSK_MM)) this.problems.push(`${name}: ${problem}`)
    if (kind === 'page') await this.#zoom(page, name)
  }

  kiosk(page: Page, name: string): Promise<void> {
    return this.look(page, `kiosk-${name}`, { audience: 'public', kind: 'kiosk' })
  }

  wall(page: Page, name: string): Promise<void> {
    return this.look(page, `wall-${name}`, { audience: 'public', kind: 'fixed' })
  }

  phone(page: Page, name: string): Promise<void> {
    return this.look(page, `phone-${name}`, { audience: 'public' })
  }

  async #zoom(page: Page, name: string): Promise<void> {
    const before = page.viewportSize() ?? SIZES.desk
    for (const width of ZOOMED_WIDTHS) {
      await page.setViewportSize({ width, height: 480 })
      const over = await tooWide(page)
      if (over > 0) this.problems.push(`${name} at ${width} px is ${over} px too wide`)
    }
    await page.setViewportSize(before)
  }
}
