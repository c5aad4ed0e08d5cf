/** The real server as its own process and a real browser: what every scenario stands on. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { DeviceKind } from '@counter/shared/vocabulary/actor'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { anything, Caller, required } from '../api/caller.ts'
import { enrolDevice, signIn } from '../api/doors.ts'
import { freePort, type ServerProcess, startServerProcess } from '../api/server-process.ts'
import { startBrowser } from './browser.ts'

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
} as const satisfies Record<string, Size>

/** Friday 2026-06-12 09:40 in the hall (screens.md 9). */
export const FRIDAY = '2026-06-12T01:40:00.000Z'

const SERVE = 'counter-server/test/serve.ts'

export interface StageOptions {
  /** The clock at the start; it stands still until it is moved. */
  readonly at?: string
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
    return new Stage({ url, folder, pictures: options.pictures ?? '.screens', browser, start }, await start())
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
}

export class Stage {
  readonly url: string
  readonly browser: Browser
  /** Errors that a page threw or that its security policy reported; a scenario ends with none. */
  readonly pageErrors: string[] = []
  readonly #parts: StageParts
  #server: ServerProcess

  constructor(parts: StageParts, server: ServerProcess) {
    this.url = parts.url
    this.browser = parts.browser
    this.#parts = parts
    this.#server = server
  }

  /** Opens an address in a browser of its own: no cookie and no storage is shared with any other page. */
  async openPage(path: string, size: Size): Promise<Page> {
    const context = await this.#newContext(size)
    const page = await context.newPage()
    await page.goto(`${this.url}${path}`)
    return page
  }

  /** Enrols this page as a kiosk or a wall and waits for the door's own screen. */
  async devicePage(kind: DeviceKind, name: string = kind, size: Size = SIZES[kind]): Promise<Page> {
    const code = await this.#enrolmentCode(kind, name)
    const page = await this.openPage(`/${kind}#enrol=${code}`, size)
    await page.locator('[data-screen]:not([data-screen="enrol"])').first().waitFor()
    return page
  }

  /** Signs a sample account in through the sign-in form of `/desk` or `/village`. */
  async staffPage(signInName: string, path = '/desk', size: Size = SIZES.desk): Promise<Page> {
    const page = await this.openPage(path, size)
    await page.locator('input[name="username"]').fill(signInName)
    await page.locator('input[name="password"]').fill(this.password(signInName))
    await page.locator('button[type="submit"]').click()
    await page.locator('input[name="password"]').waitFor({ state: 'detached' })
    return page
  }

  /** A clerk's page at an open window. */
  async deskPage(window: number): Promise<Page> {
    const caller = await this.signIn(`clerk${window}`)
    required(await caller.command(`/api/windows/${window}/open`, {}, anything), `open window ${window}`)
    return this.staffPage(`clerk${window}`)
  }

  password(signInName: string): string {
    const account = this.#server.accounts.find((each) => each.signInName === signInName)
    if (account === undefined) throw new Error(`the sample has no account ${signInName}`)
    return account.password
  }

  /** A caller of the API with a session of its own, for looking things up beside the screens. */
  signIn(signInName: string): Promise<Caller> {
    return signIn(this.url, signInName, this.password(signInName))
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

  /** Starts the server again on the same port, data and clock. */
  async restart(): Promise<void> {
    await this.#server.kill()
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
    await this.#server.stop()
    rmSync(this.#parts.folder, { recursive: true, force: true })
  }

  async #enrolmentCode(kind: DeviceKind, name: string): Promise<string> {
    const answer = await new Caller(this.url).post('/test/enrolment', { kind, name }, anything)
    return (required(answer, 'enrolment') as { code: string }).code
  }

  async #newContext(size: Size): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      viewport: size,
      // Kiosks and phones stand upright and are touched.
      hasTouch: size.height > size.width,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    })
    context.on('weberror', (error) => this.pageErrors.push(String(error.error())))
    context.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) this.pageErrors.push(message.text())
    })
    return context
  }
}
