/** A phone's life in pictures: let in, its six digits, what waits, what the centre refused, and a photo that does not get through. */
import type { Page } from 'playwright-core'
import { fillIn } from '../acceptance/scenarios/village.ts'
import { says, stands } from '../acceptance/see.ts'
import { SIZES, type Stage } from '../acceptance/stage.ts'
import type { Agent } from './agent.ts'
import type { Gallery } from './gallery.ts'
import { whole } from './whole.ts'

const NARROW = { width: 320, height: 640 } as const

export async function paintPhone(gallery: Gallery, agent: Agent): Promise<void> {
  const { stage } = gallery
  const noticed = await agent.noticed('示例辛')
  const phone = await paintDoor(gallery)
  await phone.goto(`${stage.url}/village/cases/${noticed}`)
  await stage.enterPin(phone)
  await phone.getByRole('link', { name: '告诉群众了，去记' }).tap()
  await phone.getByLabel('打电话').check()
  await phone.context().setOffline(true)
  await says(phone, /■ 离线/)
  await whole(gallery, phone, 'phone-village-3-offline')
  await phone.getByRole('button', { name: '存好，有网自动发' }).tap()
  await phone.getByTestId('v3.row').first().waitFor()
  await gallery.look(phone, 'phone-village-4-waiting')
  await agent.act(noticed, 'revoke-authority', { where: 'phone' })
  // The hall's clock stands still, so the relay counts as captured after the end of the authority only once it has moved (V14, V77).
  await stage.moveClock('2026-06-12T01:41:00.000Z')
  await phone.context().setOffline(false)
  await phone.locator('[data-testid="v3.row"][data-state="attention"]').waitFor()
  await whole(gallery, phone, 'phone-village-4-attention')
  await narrow(gallery, phone, 'phone-village-4-attention-narrow')
  await phone.getByRole('button', { name: '交镇中心处理' }).tap()
  await says(phone, '已交镇中心，等答复')
  await paintPhotos(gallery, phone)
  await phone.getByRole('button', { name: 'English' }).tap()
  await whole(gallery, phone, 'phone-village-5-english')
  await phone.context().close()
}

/** From a phone that nobody knows to an open one. */
async function paintDoor(gallery: Gallery): Promise<Page> {
  const { stage } = gallery
  const phone = await stage.openPage('/village', SIZES.phone)
  await stands(phone, 'V-9', 'unenrolled')
  await gallery.look(phone, 'phone-village-1-unknown')
  await phone.getByLabel(/^开通码/).fill('胡乱写的')
  await phone.getByRole('button', { name: '开通' }).tap()
  await phone.getByRole('alert').filter({ hasText: /./ }).first().waitFor()
  await gallery.look(phone, 'phone-village-1-nonsense')
  await phone.goto('about:blank')
  await phone.goto(`${stage.url}${await stage.enrolLink('v05')}`)
  await stands(phone, 'C-0')
  await signIn(phone, stage)
  await paintPrivateWindow(gallery, phone)
  await phone.getByLabel('请给这台手机设 6 位数字密码').waitFor()
  await stage.enterPin(phone, '123456')
  await says(phone, '太好猜了，请换一个')
  await gallery.look(phone, 'phone-village-2-weak')
  await stage.enterPin(phone)
  await phone.getByLabel('请再输一遍').waitFor()
  await stage.enterPin(phone)
  await stands(phone, 'V-1')
  await phone.reload()
  await stage.enterPin(phone, '246802')
  await says(phone, '密码不对，请再试')
  await gallery.look(phone, 'phone-village-2-wrong')
  return phone
}

/** A browser that promises no storage may be a private window (V85). */
async function paintPrivateWindow(gallery: Gallery, phone: Page): Promise<void> {
  await says(phone, '这是无痕（隐私）窗口吗')
  await gallery.look(phone, 'phone-village-2-private')
  await phone.getByRole('button', { name: '是无痕窗口' }).tap()
  await gallery.look(phone, 'phone-village-2-private-yes')
  await phone.getByRole('button', { name: '返回' }).tap()
  await phone.getByRole('button', { name: '不是，继续' }).tap()
}

async function signIn(phone: Page, stage: Stage): Promise<void> {
  await phone.locator('input[name="username"]').fill('v05')
  await phone.locator('input[name="password"]').fill(stage.password('v05'))
  await phone.locator('button[type="submit"]').click()
}

/** The centre takes the case and none of its photos. */
async function paintPhotos(gallery: Gallery, phone: Page): Promise<void> {
  const refused = { code: 'file.type_not_allowed', params: {}, message: '' }
  await phone.route('**/files/*', (route) =>
    route.request().method() === 'PUT' ? route.fulfill({ status: 400, json: refused }) : route.continue(),
  )
  await phone.getByRole('link', { name: '首页' }).tap()
  await phone.getByRole('link', { name: '＋ 帮群众办件' }).tap()
  await fillIn(phone)
  await phone.getByTestId('v2.save').tap()
  await phone.getByTestId('v2.number').waitFor()
  await phone.getByRole('link', { name: /^待发/ }).tap()
  await phone.getByTestId('v3.photo').first().waitFor()
  await whole(gallery, phone, 'phone-village-5-photos')
  await narrow(gallery, phone, 'phone-village-5-photos-narrow')
  await phone.getByRole('button', { name: '不传了' }).first().tap()
  await gallery.look(phone, 'phone-village-5-giving-up')
  await phone.unroute('**/files/*')
  await phone.getByRole('button', { name: '再传一次' }).first().tap()
}

async function narrow(gallery: Gallery, phone: Page, name: string): Promise<void> {
  await phone.setViewportSize(NARROW)
  await whole(gallery, phone, name)
  await phone.setViewportSize(SIZES.phone)
}
