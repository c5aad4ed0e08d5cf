/** What waits on a phone without a network is carried to the centre in a file (V79, V93). */
import { equal } from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { says } from '../see.ts'
import type { Stage } from '../stage.ts'

/** The agent exports at the list of what waits; the desk looks the file through and takes it in. */
export async function carryToCentre(stage: Stage, page: Page): Promise<void> {
  await page.getByRole('link', { name: /待发/ }).first().tap()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出备份' }).tap()
  const file = await (await saving).path()
  await says(page, /✓ 已存成 代办备份-\S+\.txt，请带到镇中心窗口/)

  const desk = await stage.staffPage('supervisor', '/exports')
  await desk.getByLabel('选备份文件').setInputFiles(file)
  await says(desk, '新的 1 条，已收过 0 条，照片 0 张')
  equal(await desk.getByRole('alert').count(), 0)
  await desk.getByRole('button', { name: '导入 1 条和 0 张照片' }).click()
  await says(desk, '✓ 收了 1 条，已收过 0 条，照片 0 张')
  await desk.context().close()
}
