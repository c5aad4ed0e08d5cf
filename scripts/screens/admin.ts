import { stands } from '../acceptance/see.ts'
import type { Gallery } from './gallery.ts'

/** The administrator's pages, each with one thing being changed. */
export async function paintAdmin(gallery: Gallery): Promise<void> {
  const { stage } = gallery
  await stage.devicePage('kiosk', '取号机 1')
  await stage.devicePage('wall', '大屏 1')
  const page = await stage.staffPage('admin', '/admin/windows')
  await stands(page, 'A-2', 'normal')
  await gallery.look(page, 'admin-2-windows')
  await page.locator('tr[data-window="1"] button').click()
  await page.locator('.service input').nth(1).check()
  await gallery.look(page, 'admin-2-window')
  await page.goto(`${stage.url}/admin/people`)
  await stands(page, 'A-3', 'normal')
  await gallery.look(page, 'admin-3-people')
  await page.locator('tr[data-account="clerk1"] button').click()
  await gallery.look(page, 'admin-3-person')
  await page.goto(`${stage.url}/admin/devices`)
  await stands(page, 'A-4', 'normal')
  await gallery.look(page, 'admin-4-devices')
  await page.getByRole('button', { name: '修改' }).first().click()
  await gallery.look(page, 'admin-4-device')
  await page.goto(`${stage.url}/admin/notices`)
  await stands(page, 'A-6', 'empty')
  await gallery.look(page, 'admin-6-empty')
  await page.getByRole('button', { name: '新增公告' }).click()
  await page.getByLabel('内容').fill('周五下午停电，请上午来办')
  await gallery.look(page, 'admin-6-notice')
  await page.getByRole('button', { name: '保存' }).click()
  await stands(page, 'A-6', 'normal')
  await gallery.look(page, 'admin-6-notices')
  await page.goto(`${stage.url}/admin/rules`)
  await stands(page, 'A-7', 'normal')
  await page.locator('#rule-kiosk\\.minGap').fill('99')
  await gallery.look(page, 'admin-7-rules')
}
