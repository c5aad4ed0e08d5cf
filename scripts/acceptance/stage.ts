/** The real server as its own process and a real browser: what every scenario stands on. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DEVICE_PAGES, type DeviceKind } from '@counter/shared/vocabulary/actor'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { anything, Caller, required } from '../api/caller.ts'
import { enrolDevice, signIn, signInAgent } from '../api/doors.ts'
import { type Account, freePort, type ServerProcess, startServerProcess } from '../api/server-process.ts'
import { startBrowser, startWithProfile } from './browser.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** The screens of the hall and the phones, in CSS pixels. */
export const SIZES = {
  kiosk: { width: 1080, height: 1920 },
  wall: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
  desk: { width: 1366, height: 768 },
  rate: { width: 1280, height: 800 },
  village: { width: 390, height: 844 },
} as const satisfies Record<string, Size>

/** Friday 2026-06-12 09:40 in the hall (screens.md 9). */
export const FRIDAY = '2026-06-12T01:40:00.000Z'

/** A page whose clock stands elsewhere and runs on as usual, whichever way it is asked. */
const MOVED_CLOCK = `{
  const Own = Date
  globalThis.Date = class Date extends Own {
    constructor(...given) {
      if (given.length === 0) super(Own.now() + (MS))
      else super(...given)
    }
    static now() {
      return Own.now() + (MS)
    }
  }
}`

/** A sentence that is not true by then is false; slow machines have more than half of it to spare. */
const LONGEST_WAIT_MS = 60_000

const PIN = '135790'

/** Built: the loader of sources takes as long to start as everything else of the server, and scenarios start it some 25 times. */
const SERVE = 'counter-server/dist-test/serve.js'

export interface StageOptions {
  /** The clock at the start; it stands still until it is moved. */
  readonly at?: string
  /** Pages keep their worker and go by the stage's clock, moving on from its start: what a kiosk needs to outlive the server. */
  readonly outlivesServer?: boolean
  /** Where `screenshot` writes. */
  readonly pictures?: string
}

/** Starts the stage; `close` ends everything and removes the data. */
export async function startStage(options: StageOptions = {}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'stage-'))
  const clockFile = join(folder, 'clock')
  writeFileSync(clockFile, options.at ?? FRIDAY)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const start = () =>
    startServerProcess(SERVE, {
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: url,
      DATA_DIR: join(folder, 'data'),
      TEST_CLOCK_FILE: clockFile,
    })
  const browser = await startBrowser()
  try {
    const pageStart = options.outlivesServer === true ? Date.parse(options.at ?? FRIDAY) - Date.now() : null
    const pictures = options.pictures ?? '.screens'
    return new Stage({ url, folder, pictures, browser, start, clockFile, pageStart }, await start())
  } catch (error) {
    await browser.close()
    throw error
  }
}

interface StageParts {
  readonly url: string
  readonly folder: string
  readonly pictures: string
  readonly browser: Browser
  readonly start: () => Promise<ServerProcess>
  readonly clockFile: string
  /** What pages add to this machine's time; null leaves their clock alone. */
  readonly pageStart: number | null
}

export class Stage {
  readonly url: string
  readonly browser: Browser
  /** Errors that a page threw or that its security policy reported; a scenario ends with none. */
  readonly pageErrors: string[] = []
  readonly #parts: StageParts
  readonly #profiles: BrowserContext[] = []
  #server: ServerProcess

  constructor(parts: StageParts, server: ServerProcess) {
    this.url = parts.url
    this.browser = parts.browser
    this.#parts = parts
    this.#server = server
  }

  /** Where the server keeps its record and its files. */
  get dataDir(): string {
    return join(this.#parts.folder, 'data')
  }

  /** Every page that is open. */
  pages(): readonly Page[] {
    return [...this.browser.contexts(), ...this.#profiles].flatMap((context) => context.pages())
  }

  /** Opens an address in a browser of its own: no cookie and no storage is shared with any other page. */
  async openPage(path: string, size: Size): Promise<Page> {
    const context = await this.#newContext(size)
    const page = await context.newPage()
    await page.goto(`${this.url}${path}`)
    return page
  }

  /** A kiosk in a context of its own, its clock so much ahead of the hall's. */
  async kioskWithClock(name: string, aheadMs: number): Promise<Page> {
    const context = await this.#newContext(SIZES.kiosk, aheadMs)
    return this.enrolIn(context, name)
  }

  /** The phone of a village agent, its clock so much ahead of the hall's; its pages share one storage. */
  async openPhone(aheadMs: number): Promise<BrowserContext> {
    return this.#newContext(SIZES.phone, aheadMs)
  }

  /** A browser with a profile on the disk, which outlives the browser as a kiosk's own does. */
  async openProfile(name: string): Promise<BrowserContext> {
    const folder = join(this.#parts.folder, 'profiles', name)
    const context = await startWithProfile(folder, this.#contextOptions(SIZES.kiosk))
    this.#profiles.push(context)
    await this.#prepare(context, 0)
    return context
  }

  /** Enrols a new page of this context as a kiosk. */
  async enrolIn(context: BrowserContext, name: string): Promise<Page> {
    const code = await this.#enrolmentCode('kiosk', name)
    const page = await context.newPage()
    await page.goto(`${this.url}/kiosk#enrol=${code}`)
    await page.locator('[data-screen="K-1"]').waitFor()
    return page
  }

  /** Enrols this page as a kiosk or a wall and waits for the door's own screen. */
  async devicePage(kind: DeviceKind, name: string = kind, size: Size = SIZES[kind]): Promise<Page> {
    const code = await this.#enrolmentCode(kind, name)
    const page = await this.openPage(`${DEVICE_PAGES[kind]}#enrol=${code}`, size)
    await page.locator('[data-screen]:not([data-screen="enrol"])').first().waitFor()
    return page
  }

  /** The address at which the page of a village's phone is enrolled for the point of its agent (V3). */
  async enrolLink(agent: string, path = '/village'): Promise<string> {
    return `${path}#enrol=${await this.#enrolmentCode('village', `${agent} 手机`, agent.slice(1))}`
  }

  /** Signs a sample account in through the sign-in form of `/desk`, or of `/village` on a phone of its own. */
  async staffPage(signInName: string, path = '/desk', size: Size = SIZES.desk): Promise<Page> {
    const isPhone = path.startsWith('/village')
    const page = await this.openPage(isPhone ? await this.enrolLink(signInName, path) : path, size)
    await this.signInOn(page, signInName)
    return page
  }

  /** Signs in through the form that the page shows. */
  async signInOn(page: Page, signInName: string): Promise<void> {
    await page.locator('input[name="username"]').fill(signInName)
    await page.locator('input[name="password"]').fill(this.password(signInName))
    await page.locator('button[type="submit"]').click()
    await page.locator('input[name="password"]').waitFor({ state: 'detached' })
    // A phone of a village point asks for its own six digits, twice when they are new (V33).
    if (!new URL(page.url()).pathname.startsWith('/village')) return
    // A browser that promises no storage may be a private window, and the agent is asked (V85).
    const ordinary = page.getByRole('button', { name: '不是，继续' })
    await ordinary.or(page.locator('input[name="pin"]')).waitFor()
    if (await ordinary.isVisible()) await ordinary.click()
    await this.enterPin(page)
    await page.getByLabel('请再输一遍').waitFor()
    await this.enterPin(page)
    await page.locator('input[name="pin"]').waitFor({ state: 'detached' })
  }

  /** Types the six digits into the form that the page shows. */
  async enterPin(page: Page, pin = PIN): Promise<void> {
    await page.locator('input[name="pin"]').fill(pin)
    await page.locator('button[type="submit"]').click()
  }

  /** A clerk's page at an open window. */
  async deskPage(window: number): Promise<Page> {
    const caller = await this.signIn(`clerk${window}`)
    required(await caller.command(`/api/windows/${window}/open`, {}, anything), `open window ${window}`)
    return this.staffPage(`clerk${window}`)
  }

  password(signInName: string): string {
    return this.#account(signInName).password
  }

  #account(signInName: string): Account {
    const account = this.#server.accounts.find((each) => each.signInName === signInName)
    if (account === undefined) throw new Error(`the sample has no account ${signInName}`)
    return account
  }

  /** A caller of the API with a session of its own, for looking things up beside the screens. */
  async signIn(signInName: string): Promise<Caller> {
    const account = this.#account(signInName)
    if (account.role !== 'agent') return signIn(this.url, signInName, account.password)
    const supervisor = await this.signIn('supervisor')
    return (await signInAgent(this.url, account, supervisor)).caller
  }

  /** A kiosk or wall without a screen. */
  async device(kind: DeviceKind, name: string = kind): Promise<Caller> {
    return enrolDevice(this.url, kind, await this.#enrolmentCode(kind, name))
  }

  /** Moves the server's clock and answers after the due jobs ran (N11). */
  async moveClock(to: string): Promise<void> {
    required(await new Caller(this.url).post('/test/clock', { to }, anything), 'move the clock')
  }

  /** SIGKILL in the middle of whatever goes on. */
  kill(): Promise<void> {
    return this.#server.kill()
  }

  /** Starts the server again on the same port and data, at the same time or a later one. */
  async restart(at?: string): Promise<void> {
    await this.#server.kill()
    if (at !== undefined) writeFileSync(this.#parts.clockFile, at)
    this.#server = await this.#parts.start()
  }

  /** Writes `NAME.png` of what the page shows, and gives its path. */
  async screenshot(page: Page, name: string): Promise<string> {
    const path = join(this.#parts.pictures, `${name}.png`)
    mkdirSync(dirname(path), { recursive: true })
    await page.screenshot({ path })
    return path
  }

  async close(): Promise<void> {
    await this.browser.close()
    // One that was made to crash has nothing left to close.
    await Promise.all(this.#profiles.map((profile) => profile.close().catch(() => undefined)))
    await this.#server.stop()
    rmSync(this.#parts.folder, { recursive: true, force: true })
  }

  async #enrolmentCode(kind: DeviceKind, name: string, village?: string): Promise<string> {
    const body = { kind, name, ...(village === undefined ? {} : { village }) }
    const answer = await new Caller(this.url).post('/test/enrolment', body, anything)
    return (required(answer, 'enrolment') as { code: string }).code
  }

  async #newContext(size: Size, aheadMs = 0): Promise<BrowserContext> {
    const context = await this.browser.newContext(this.#contextOptions(size))
    await this.#prepare(context, aheadMs)
    return context
  }

  #contextOptions(size: Size): BrowserContextOptions {
    return {
      viewport: size,
      // Kiosks and phones stand upright and are touched.
      hasTouch: size.height > size.width,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      serviceWorkers: this.#parts.pageStart === null ? 'block' : 'allow',
    }
  }

  async #prepare(context: BrowserContext, aheadMs: number): Promise<void> {
    context.setDefaultTimeout(LONGEST_WAIT_MS)
    const { pageStart } = this.#parts
    if (pageStart !== null)
      await context.addInitScript(MOVED_CLOCK.replaceAll('MS', `${pageStart + aheadMs}`))
    context.on('weberror', (error) => this.pageErrors.push(String(error.error())))
    context.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) this.pageErrors.push(message.text())
    })
  }
}
