import { says, stands } from '../acceptance/see.ts'
import { anything, required } from '../api/caller.ts'
import type { Gallery } from './gallery.ts'
import { callAndMiss, callAt, takeNumbers } from './residents.ts'

/** The tablet of the person who greets. */
const TABLET = { width: 1024, height: 768 }

/** The hall guide's page with help calls, a number given and one looked up, and the papers of an outage. */
export async function paintGreet(gallery: Gallery): Promise<void> {
  const { stage } = gallery
  const kiosk = await stage.devicePage('kiosk', '取号机 1')
  const page = await stage.staffPage('clerk3', '/greet', TABLET)
  await stands(page, 'G-1', 'normal')
  await gallery.look(page, 'greet-empty')
  await takeNumbers(stage, '2026-06-12T01:41:00.000Z', 9)
  const clerk = await stage.signIn('clerk1')
  required(await clerk.command('/api/windows/1/open', {}, anything), 'open 1')
  await callAndMiss(stage, clerk, 1)
  await callAt(clerk, 1, true)
  await kiosk.getByText('叫人帮忙').tap()
  await says(page, '有人需要帮忙')
  await gallery.look(page, 'greet-help')
  await page.locator('input').first().fill('优先 001')
  await page.keyboard.press('Enter')
  await says(page, '过号了，可以恢复')
  await gallery.look(page, 'greet-found')
  await page.locator('[data-topic="relief"]').click()
  await says(page, '查询码')
  await gallery.look(page, 'greet-given')
  await page.goto(`${stage.url}/greet/paper`)
  await stands(page, 'G-2', 'normal')
  await gallery.look(page, 'greet-paper')
  await page.context().close()
}
