import type { Page } from 'playwright-core'
import { next, pressF2, start } from '../acceptance/desk.ts'
import { says, stands } from '../acceptance/see.ts'
import { SIZES } from '../acceptance/stage.ts'
import { anything, required } from '../api/caller.ts'
import type { Gallery } from './gallery.ts'
import { callAndMiss, callAt, takeNumbers } from './residents.ts'

/** The workbench in all its states, each of its panels, and the doors before it. */
export async function paintDesk(gallery: Gallery): Promise<void> {
  const { stage } = gallery
  const door = await stage.openPage('/desk', SIZES.desk)
  await door.locator('input[name="username"]').waitFor()
  await gallery.look(door, 'sign-in')
  await door.getByText('用登录码').click()
  await gallery.look(door, 'sign-in-code')
  const desk = await stage.deskPage(1)
  await stands(desk, 'C-1', 'idle-empty')
  await gallery.look(desk, 'desk-idle-empty')
  await takeNumbers(stage, '2026-06-12T01:41:00.000Z', 16)
  const second = await stage.signIn('clerk2')
  required(await second.command('/api/windows/2/open', {}, anything), 'open 2')
  await callAndMiss(stage, second, 2)
  await callAt(second, 2, true)
  await paintDoor(gallery)
  await stands(desk, 'C-1', 'idle')
  await gallery.look(desk, 'desk-idle')
  await paintLine(gallery, desk)
  await paintCall(gallery, desk)
  await paintBox(gallery, desk)
  await desk.keyboard.press('Control+b')
  await gallery.look(desk, 'desk-panel-pause')
  await desk.getByRole('button', { name: '休息一下' }).click()
  await desk
    .getByRole('button', { name: '确认' })
    .click({ timeout: 1_000 })
    .catch(() => undefined)
  await stands(desk, 'C-1', 'paused')
  await gallery.look(desk, 'desk-paused')
  await desk.keyboard.press('Control+b')
  await stands(desk, 'C-1', 'idle')
  await paintSilence(gallery, desk)
}

/** A press that nobody answers, and a page that nobody touches. */
async function paintSilence(gallery: Gallery, desk: Page): Promise<void> {
  await desk.route('**/api/windows/1/next', (route) => route.fulfill({ status: 500, json: {} }))
  await desk.keyboard.press('F2')
  await stands(desk, 'C-1', 'error')
  await gallery.look(desk, 'desk-error')
  await desk.unroute('**/api/windows/1/next')
  const left = await gallery.stage.deskPage(4)
  await left.clock.install()
  await left.keyboard.press('Shift')
  await left.clock.fastForward(14 * 60_000 + 5_000)
  await says(left, '没人操作')
  await gallery.look(left, 'desk-untouched', { kind: 'fixed' })
  await left.clock.fastForward(61_000)
  await says(left, '登录过期了')
  await gallery.look(left, 'desk-locked', { kind: 'fixed' })
  await left.context().close()
}

async function paintDoor(gallery: Gallery): Promise<void> {
  const third = await gallery.stage.staffPage('clerk3')
  await says(third, '今天在哪个窗口办事？')
  await gallery.look(third, 'desk-windows')
  await third.getByRole('button', { name: '接管' }).first().click()
  await gallery.look(third, 'desk-take-over')
  await third.context().close()
}

async function paintLine(gallery: Gallery, desk: Page): Promise<void> {
  await desk.locator('.desk-queue .rows button').first().click()
  await says(desk, '怎么办')
  await gallery.look(desk, 'desk-panel-row')
  await desk.getByRole('button', { name: '先叫这个号' }).click()
  await gallery.look(desk, 'desk-panel-pick')
  await desk.keyboard.press('Escape')
  await desk.getByRole('button', { name: '看办完的' }).click()
  await gallery.look(desk, 'desk-panel-served')
  await desk.keyboard.press('Escape')
}

async function paintCall(gallery: Gallery, desk: Page): Promise<void> {
  await desk.route('**/api/windows/1/next', async (route) => {
    const response = await route.fetch()
    await says(desk, '正在叫号…')
    await gallery.look(desk, 'desk-calling', { kind: 'fixed' })
    await route.fulfill({ response })
  })
  await next(desk)
  await desk.unroute('**/api/windows/1/next')
  await gallery.look(desk, 'desk-called')
  await desk.getByTestId('desk.why').locator('summary').click()
  await says(desk, '叫了这个')
  await gallery.look(desk, 'desk-called-why')
  await desk.getByTestId('desk.why').locator('summary').click()
  await desk.keyboard.press('F8')
  await gallery.look(desk, 'desk-panel-miss')
  await desk.keyboard.press('Escape')
  await start(desk)
  await stands(desk, 'C-2')
  await gallery.look(desk, 'desk-serving')
  for (const [button, name] of [
    ['挂起', 'hold'],
    ['转办', 'transfer'],
  ] as const) {
    await desk.getByRole('button', { name: button, exact: true }).first().click()
    await gallery.look(desk, `desk-panel-${name}`)
    await desk.keyboard.press('Escape')
    await desk
      .getByRole('button', { name: '不了（Esc）' })
      .click({ timeout: 500 })
      .catch(() => undefined)
  }
  await desk.keyboard.press('F9')
  await stands(desk, 'C-1', 'outcome')
  await gallery.look(desk, 'desk-outcome')
  await pressF2(desk)
  await says(desk, '先选办得怎么样')
  await gallery.look(desk, 'desk-refused')
  await desk.locator('[data-outcome-bar] button').first().focus()
  await desk.keyboard.press('3')
  await stands(desk, 'C-1', 'idle')
  await gallery.look(desk, 'desk-finished')
}

async function paintBox(gallery: Gallery, desk: Page): Promise<void> {
  await desk.keyboard.press('Control+k')
  await desk.locator('dialog input').waitFor()
  await gallery.look(desk, 'desk-box')
  await desk.keyboard.press('Escape')
  for (const [typed, name] of [
    ['qhxsx', 'number'],
    ['yy', 'booking'],
    ['bdxp', 'paper'],
    ['zj', 'direct'],
    ['qh', 'elder'],
  ] as const) {
    await desk.keyboard.press('Control+k')
    await desk.locator('dialog input').waitFor()
    await desk.keyboard.type(typed)
    await desk.keyboard.press('Enter')
    await gallery.look(desk, `desk-panel-${name}`)
    await desk.keyboard.press('Escape')
  }
}
