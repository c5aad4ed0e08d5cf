/** A hall of its own with five windows: what its voice says, in which order, from which wall, and that it is not silence. */
import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { AccountAnswer } from '@counter/shared/contract/accounts'
import { Hall } from '@counter/shared/contract/hall'
import { StaffSession } from '@counter/shared/contract/people'
import type { Page } from 'playwright-core'
import { anything, Caller, required } from '../../api/caller.ts'
import { next } from '../desk.ts'
import { logHas, partSays, partWords, says, stands } from '../see.ts'
import { SIZES, type Stage, startStage } from '../stage.ts'
import type { HallScenario, Story } from '../story.ts'
import { loudestWhile, saidBy } from './voice-log.ts'

interface VoiceHall {
  readonly stage: Stage
  readonly wall: Page
  readonly desk: Page
  /** Clerks of the windows 2 to 5, without a screen. */
  readonly clerks: readonly Caller[]
}

let opened: Promise<VoiceHall> | null = null

export const VOICE: readonly HallScenario[] = [
  { title: '[S11, U47] a call is said twice, aloud, and the window sees that it was', run: hearTheCall },
  { title: '[S12] five calls at once: five pairs, each said in its order, none moving', run: callFiveAtOnce },
  { title: '[Q54] another wall takes the voice over by a key, and gives it back by a press', run: handOn },
  {
    title: '[S13, Q53] without sound the wall and every desk say so, and another wall is offered',
    run: loseSound,
  },
  { title: '[U24, U46] the notices change each 10 s, with reduced motion too', run: turnThePages },
  {
    title: '[S8] with 听语音, Tab and Enter a number takes at most 12 presses and is read aloud',
    run: takeByKeys,
  },
  { title: '[Q59] the supervisor plays the day again, silently', run: playAgain },
]

async function hall(): Promise<VoiceHall> {
  opened ??= openHall()
  return opened
}

async function openHall(): Promise<VoiceHall> {
  const stage = await startStage({ at: '2026-06-12T01:40:00.000Z' })
  await openFifthWindow(stage)
  const kiosk = await stage.device('kiosk', '取号机 1')
  for (const second of ['10', '20', '30', '40', '50'])
    await take(stage, kiosk, `2026-06-12T01:40:${second}.000Z`)
  const wall = await stage.devicePage('wall', '大屏 1')
  const desk = await stage.deskPage(1)
  const clerks = await Promise.all([2, 3, 4, 5].map((window) => clerkAt(stage, window)))
  return { stage, wall, desk, clerks }
}

const FIFTH = { signInName: 'clerk5', password: 'Window-Five-2026' }

async function openFifthWindow(stage: Stage): Promise<void> {
  const admin = await stage.signIn('admin')
  const reason = '赶集日'
  required(await admin.command('/api/windows', { window: 5, name: '5号窗口', reason }, anything), 'window 5')
  const services = [{ topic: 'relief', rank: 'main' }]
  required(await admin.command('/api/windows/5/services', { services, reason }, anything), 'its services')
  const person = {
    signInName: FIFTH.signInName,
    displayName: '五号',
    role: 'clerk',
    unit: null,
    village: null,
  }
  const made = await admin.command(
    '/api/staff',
    { ...person, posts: [], windows: null, reason },
    AccountAnswer,
  )
  const { code } = required(made, 'its clerk')
  const first = await new Caller(stage.url).post('/api/sessions/first', { ...FIFTH, code }, StaffSession)
  required(first, 'the first sign-in')
}

async function clerkAt(stage: Stage, window: number): Promise<Caller> {
  const clerk = window === 5 ? new Caller(stage.url) : await stage.signIn(`clerk${window}`)
  if (window === 5) required(await clerk.post('/api/sessions', FIFTH, StaffSession), 'sign in at window 5')
  required(await clerk.command(`/api/windows/${window}/open`, {}, anything), `open window ${window}`)
  return clerk
}

async function take(stage: Stage, kiosk: Caller, at: string): Promise<void> {
  await stage.moveClock(at)
  required(
    await kiosk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' }, anything),
    `a number at ${at}`,
  )
}

async function hearTheCall({ scan }: Story): Promise<void> {
  const { wall, desk } = await hall()
  await stands(desk, 'C-1', 'idle')
  const loudest = await loudestWhile(wall, async () => {
    await next(desk)
    await partSays(wall, 'wall.row', /综\s*001[\s\S]*1 号窗口/)
    await partSays(desk, 'desk.wall-ack', '大屏已显示 ✓ 已播报 ✓')
    await wall.waitForFunction(() => (Reflect.get(window, '__voiceLog') ?? []).length >= 2)
  })
  deepEqual(
    (await saidBy(wall)).map(({ text, path }) => [text, path]),
    Array(2).fill(['请 综合 零零一 号，到 一号窗口 办理。', 'clips']),
  )
  // The clips lie at -16 dB, an RMS of 0.16; a loudspeaker that got silence would show 0.
  ok(loudest > 0.05, `the loudest moment had an RMS of ${loudest}`)
  await scan(wall, 'W-1 called', 'public')
}

async function callFiveAtOnce({ scan }: Story): Promise<void> {
  const { stage, wall, desk, clerks } = await hall()
  await desk.keyboard.press('F9')
  await stands(desk, 'C-1', 'serving')
  const before = (await saidBy(wall)).length
  await Promise.all(
    clerks.map(async (clerk, place) =>
      required(await clerk.command(`/api/windows/${place + 2}/next`, {}, anything), `window ${place + 2}`),
    ),
  )
  for (const window of [2, 3, 4, 5]) await partSays(wall, 'wall.row', `${window} 号窗口`)
  await stage.moveClock('2026-06-12T01:40:58.000Z')
  // Between two words of the server the wall's own clock goes on; each word sets it back to this moment.
  await wall.locator('[data-testid="wall.row"][data-fresh="true"]').nth(4).waitFor()
  const moving = () => document.getAnimations().filter(({ playState }) => playState === 'running').length
  equal(await wall.evaluate(moving), 0)
  equal(await wall.locator('marquee').count(), 0)
  await scan(wall, 'W-1 five calls', 'public')
  // Up to six sayings of five seconds with their gaps.
  await wall.waitForFunction(
    (windows) => {
      const log = JSON.stringify(Reflect.get(window, '__voiceLog') ?? [])
      return windows.every((each) => log.includes(`到 ${each}号窗口`))
    },
    ['二', '三', '四', '五'],
    { timeout: 120_000 },
  )
  const said = (await saidBy(wall)).slice(before)
  // The hall names its last calls newest first; the voice takes them as they came.
  const { figures } = required(await new Caller(stage.url).get('/api/hall', Hall), 'the hall')
  const windows = said.map(({ text }) => '零一二三四五'.indexOf(/到 (.)号窗口/.exec(text)?.[1] ?? ''))
  deepEqual(
    [...new Set(windows)],
    figures.lastCalls
      .slice(0, 4)
      .map(({ window }) => window)
      .reverse(),
  )
  for (const [place, { startedAt }] of said.entries()) {
    const last = said[place - 1]
    if (last !== undefined) ok(startedAt >= last.endedAt + 1_000, 'two sayings overlap')
  }
  await stage.moveClock('2026-06-12T01:41:30.000Z')
  await wall.locator('[data-testid="wall.row"][data-fresh="true"]').first().waitFor({ state: 'detached' })
}

async function handOn({ scan }: Story): Promise<void> {
  const { stage, wall } = await hall()
  const second = await stage.devicePage('wall', '大屏 2')
  await partSays(second, 'wall.sound', '本屏不播报')
  await scan(second, 'W-1 listening', 'public')
  await second.getByTestId('wall.sound').focus()
  await second.keyboard.press('Enter')
  await partSays(second, 'wall.sound', '声音开')
  await partSays(wall, 'wall.sound', '本屏不播报')
  await wall.getByTestId('wall.sound').click()
  await partSays(wall, 'wall.sound', '声音开')
  await partSays(second, 'wall.sound', '本屏不播报')
  await second.close()
}

async function loseSound({ scan }: Story): Promise<void> {
  const { stage, wall, desk } = await hall()
  const mute = await stage.devicePage('wall', '大屏 3')
  await mute.addInitScript(() => Reflect.deleteProperty(window, 'AudioContext'))
  await mute.reload()
  await mute.getByRole('button', { name: /本屏不播报/ }).click()
  await partSays(mute, 'wall.sound', '■ 声音未开启')
  await says(desk, '大屏 3 声音未开启')
  await scan(desk, 'C-1 without voice', 'staff')
  await desk.getByRole('button', { name: '改由 大屏 1 播报' }).click()
  await partSays(wall, 'wall.sound', '声音开')
  await mute.close()
}

async function turnThePages({ scan }: Story): Promise<void> {
  const { stage, wall } = await hall()
  const admin = await stage.staffPage('admin', '/admin/notices')
  for (const text of ['周五下午停电，请上午来办', '医保缴费到 6 月 30 日止']) {
    await admin.getByRole('button', { name: '新增公告' }).click()
    await admin.getByLabel('内容').fill(text)
    await admin.getByRole('button', { name: '保存' }).click()
    await admin.getByRole('row', { name: text }).waitFor()
  }
  await scan(admin, 'A-6', 'staff')
  await partSays(wall, 'wall.notice', /公告 1\/2 周五下午停电/)
  await partSays(wall, 'wall.notice', /公告 2\/2 医保缴费/)
  await partSays(wall, 'wall.notice', /公告 1\/2/)
  await admin.goto(`${stage.url}/admin/devices`)
  await stands(admin, 'A-4', 'normal')
  await scan(admin, 'A-4', 'staff')
  await admin.getByRole('button', { name: '试音 大屏 1' }).click()
  await logHas(wall, '__voiceLog', '声音测试')
  await says(admin, '✓ 已播放')
  await admin.close()
}

async function takeByKeys({ scan }: Story): Promise<void> {
  const { stage } = await hall()
  await stage.moveClock('2026-06-12T01:42:00.000Z')
  const kiosk = await stage.devicePage('kiosk', '取号机 2')
  await stands(kiosk, 'K-1', 'open')
  await kiosk.getByTestId('look.speech').tap()
  await logHas(kiosk, '__voiceLog', '请点一下您要办的事。')
  await scan(kiosk, 'K-1 spoken', 'public')
  let presses = 0
  const press = async (key: 'Tab' | 'Enter') => {
    presses += 1
    await kiosk.keyboard.press(key)
  }
  const comeTo = async (testId: string) => {
    while (!(await hasFocus(kiosk, testId))) {
      ok(presses < 12, `${presses} presses do not reach ${testId}`)
      await press('Tab')
    }
  }
  await comeTo('k1.tile.relief')
  await logHas(kiosk, '__voiceLog', '低保、救助、优待，按钮。')
  await press('Enter')
  await stands(kiosk, 'K-2')
  await comeTo('k2.take')
  await logHas(kiosk, '__voiceLog', '取号，按钮。')
  await press('Enter')
  const number = await partWords(kiosk, 'k3.number')
  ok(presses <= 12, `${presses} presses`)
  await logHas(kiosk, '__voiceLog', '请拿好小票。')
  const last = (await saidBy(kiosk)).at(-1)
  match(last?.text ?? '', /^取号成功。您是综合[零一二三四五六七八九]{3}号，/)
  equal(figuresOf(last?.text ?? ''), number.replace(/\D/g, ''))
  equal(last?.path, 'clips')
  await kiosk.getByText('好的').tap()
  await stands(kiosk, 'K-1', 'open')
  equal(await kiosk.getByTestId('look.speech').getAttribute('aria-pressed'), 'false')
  await kiosk.close()
}

async function hasFocus(page: Page, testId: string): Promise<boolean> {
  return page.evaluate((id) => document.activeElement?.getAttribute('data-testid') === id, testId)
}

async function playAgain({ scan }: Story): Promise<void> {
  const { stage } = await hall()
  const page = await stage.staffPage('supervisor', '/supervise', SIZES.wall)
  const link = page.getByRole('link', { name: '在大屏上回放这一天' })
  await page.goto(`${stage.url}${await link.getAttribute('href')}`)
  await stands(page, 'W-1 replay', 'normal')
  await says(page, '回放')
  await page.getByRole('button', { name: '300 倍' }).click()
  await partSays(page, 'wall.row', /综\s*001[\s\S]*1 号窗口/)
  await scan(page, 'W-1 replay', 'public')
  equal(await page.evaluate(() => Reflect.get(window, '__voiceLog')), undefined)
  await stage.close()
}

const FIGURES = '零一二三四五六七八九'

function figuresOf(text: string): string {
  const number = text.slice(text.indexOf('您是'), text.indexOf('号，'))
  return [...number]
    .map((sign) => FIGURES.indexOf(sign))
    .filter((figure) => figure >= 0)
    .join('')
}
