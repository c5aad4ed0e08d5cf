import { stands } from '../acceptance/see.ts'
import type { Stage } from '../acceptance/stage.ts'

/** The administrator's pages, each with one thing being changed. */
export async function paintAdmin(stage: Stage): Promise<void> {
  const page = await stage.staffPage('admin', '/admin/windows')
  await stands(page, 'A-2', 'normal')
  await stage.screenshot(page, 'admin-1-windows')
  await page.locator('tr[data-window="1"] button').click()
  await page.locator('.service input').nth(1).check()
  await stage.screenshot(page, 'admin-2-window')
  await page.goto(`${stage.url}/admin/people`)
  await stands(page, 'A-3', 'normal')
  await stage.screenshot(page, 'admin-3-people')
  await page.locator('tr[data-account="clerk1"] button').click()
  await stage.screenshot(page, 'admin-4-person')
  await page.goto(`${stage.url}/admin/rules`)
  await stands(page, 'A-7', 'normal')
  await page.locator('#rule-kiosk\\.minGap').fill('99')
  await stage.screenshot(page, 'admin-5-rules')
}
