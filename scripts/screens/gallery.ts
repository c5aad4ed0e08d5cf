/** The pictures of the screens, each looked at by the gate before it is taken (screens.md 7). */
import type { CDPSession, Page } from 'playwright-core'
import { type Audience, measureTargets, scan, tooWide } from '../acceptance/scan.ts'
import { SIZES, type Stage } from '../acceptance/stage.ts'

/** 1280 px at 200 and 400 per cent (U45). */
const ZOOMED_WIDTHS = [640, 320]
/** CSS pixels per millimetre of the reference kiosk and of a small one that lies (screens.md 1.1, U42). */
const KIOSK_MM = 4.03
const SMALL_MM = 3.33

const DEFICIENCIES = ['protanopia', 'deuteranopia', 'tritanopia', 'achromatopsia'] as const

export interface LookOptions {
  readonly audience?: Audience
  /** `page` must stand at 200 and 400 per cent, `kiosk` and `small` have targets of their own size, `fixed` is a wall or a layer above a page. */
  readonly kind?: 'page' | 'kiosk' | 'small' | 'fixed'
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
    await this.#take(page, name)
    await scan(page, name, audience).catch((error: unknown) => this.problems.push(String(error)))
    if (kind === 'kiosk' || kind === 'small')
      for (const problem of await measureTargets(page, kind === 'small' ? SMALL_MM : KIOSK_MM))
        this.problems.push(`${name}: ${problem}`)
    if (kind === 'page') await this.#zoom(page, name)
    const moving = await page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
    )
    if (moving > 0) this.problems.push(`${name}: ${moving} parts move although nothing should (U46)`)
  }

  /** The page as people see it who tell colours apart otherwise, and in the colours that a person chose (U46). */
  async colours(page: Page, name: string): Promise<void> {
    const session: CDPSession = await page.context().newCDPSession(page)
    for (const type of DEFICIENCIES) {
      await session.send('Emulation.setEmulatedVisionDeficiency', { type })
      await this.#take(page, `${name}-${type}`)
    }
    await session.send('Emulation.setEmulatedVisionDeficiency', { type: 'none' })
    await page.emulateMedia({ forcedColors: 'active' })
    await this.#take(page, `${name}-forced-colours`)
    await page.emulateMedia({ forcedColors: null })
    await session.detach()
  }

  /** The whole page at 200 per cent: half the width of 1280 px (U45). */
  async zoomed(page: Page, name: string): Promise<void> {
    const before = page.viewportSize() ?? SIZES.desk
    await page.setViewportSize({ width: ZOOMED_WIDTHS[0] ?? 640, height: 480 })
    const over = await tooWide(page)
    if (over > 0) this.problems.push(`${name} at 200 per cent is ${over} px too wide`)
    await page.screenshot({ path: `.screens/${name}-zoom.png`, fullPage: true })
    this.taken += 1
    await page.setViewportSize(before)
  }

  kiosk(page: Page, name: string): Promise<void> {
    return this.look(page, `kiosk-${name}`, { audience: 'public', kind: 'kiosk' })
  }

  small(page: Page, name: string): Promise<void> {
    return this.look(page, `kiosk-small-${name}`, { audience: 'public', kind: 'small' })
  }

  wall(page: Page, name: string): Promise<void> {
    return this.look(page, `wall-${name}`, { audience: 'public', kind: 'fixed' })
  }

  phone(page: Page, name: string): Promise<void> {
    return this.look(page, `phone-${name}`, { audience: 'public' })
  }

  async #take(page: Page, name: string): Promise<void> {
    await this.stage.screenshot(page, name)
    this.taken += 1
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
