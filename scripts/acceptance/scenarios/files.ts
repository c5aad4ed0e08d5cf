/** A photo of a paper goes to the case without what the camera knew, and lies sealed on the disk. */
import { deepEqual, equal, ok } from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { exif } from '../../../counter-server/test/file-bytes.ts'
import { says, stands } from '../see.ts'
import { SIZES } from '../stage.ts'
import { type HallScenario, handedOn, type Story } from '../story.ts'

const SECRET = 'GPS 28.1N 116.2E'
const MIB = 1024 * 1024

export const FILES: readonly HallScenario[] = [
  {
    title: '[C437] a photo is added at the case page, the unit sees it, and what the camera knew is gone',
    run: addPhoto,
  },
  {
    title: '[P41, C437] a phone photographs a paper for the window, and no second phone may',
    run: photographWithPhone,
  },
]

async function addPhoto(story: Story): Promise<void> {
  const { stage, cases, scan } = story
  const { caseId } = handedOn(cases, 'deadline')
  const clerk = await stage.staffPage('clerk3', `/cases/${caseId}`)
  await stands(clerk, 'C-3', 'normal')
  await clerk.getByText('加附件', { exact: true }).click()
  const photo = await photoWithPlace(clerk)
  ok(photo.includes(SECRET))
  await choose(clerk, '照片.jpg', photo)
  await says(clerk, '✓ 已传好')
  await choose(clerk, '网页.jpg', Buffer.from('<!doctype html><script>1</script>'))
  await says(clerk, '只收 JPEG、PNG 照片和 PDF')
  await choose(clerk, '太大.jpg', Buffer.alloc(8 * MIB + 1))
  await says(clerk, '文件太大，最多 8 MB，请缩小后再传')
  await scan(clerk, 'C-3 files', 'staff')
  await clerk.close()
  await lookInTheUnit(story, caseId, photo)
  lieSealed(stage.dataDir, photo)
}

async function photographWithPhone({ stage, cases, scan }: Story): Promise<void> {
  const { caseId } = handedOn(cases, 'deadline')
  const clerk = await stage.staffPage('clerk3', `/cases/${caseId}`)
  await stands(clerk, 'C-3', 'normal')
  await clerk.getByText('加附件', { exact: true }).click()
  const opened = clerk.waitForResponse((response) => response.url().endsWith('/open-photo-link'))
  await clerk.getByRole('button', { name: /^用手机拍/ }).click()
  const { url } = (await (await opened).json()) as { url: string }
  await clerk.getByRole('img', { name: 'QR' }).waitFor()
  const path = url.slice(url.indexOf('/photo#'))

  const phone = await stage.openPage(path, SIZES.phone)
  await stands(phone, 'P-6', 'normal')
  await scan(phone, 'P-6', 'public')
  const photo = { name: '材料.jpg', mimeType: 'image/jpeg', buffer: await photoWithPlace(phone) }
  await phone.getByLabel('拍照', { exact: true }).setInputFiles(photo)
  await says(phone, '✓ 已传到窗口')
  await says(clerk, '✓ 收到 1 张照片')
  await scan(clerk, 'C-3 phone', 'staff')

  const other = await stage.openPage(path, SIZES.phone)
  await says(other, '这个码用不了了，请窗口再出一个')
  await clerk.keyboard.press('Escape')
  await clerk.locator('[data-testid="photo.qr"]').waitFor({ state: 'detached' })
  for (const page of [phone, other, clerk]) await page.close()
}

async function lookInTheUnit({ stage, scan }: Story, caseId: string, photo: Buffer): Promise<void> {
  const unit = await stage.staffPage('sb', `/cases/${caseId}`)
  const view = unit.getByRole('button', { name: /^查看：.*照片 1$/ })
  const asked = unit.waitForResponse((response) => response.url().includes('/files/'))
  await view.click()
  const shown = await (await asked).body()
  equal(shown.includes(SECRET), false)
  // Both have the same coded picture from its frame to its end.
  ok(shown.subarray(-200).equals(photo.subarray(-200)))
  const picture = unit.locator('.case-photo')
  await unit.waitForFunction(
    () => (document.querySelector<HTMLImageElement>('.case-photo')?.naturalWidth ?? 0) > 0,
  )
  // On its side, as the camera held it: what is 64 by 48 stands upright.
  deepEqual(
    await picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]),
    [48, 64],
  )
  await scan(unit, 'C-3 photo', 'staff')
  await unit.keyboard.press('Escape')
  await picture.waitFor({ state: 'detached' })
  await unit.close()
}

function lieSealed(dataDir: string, photo: Buffer): void {
  const folder = join(dataDir, 'files')
  const lying = readdirSync(folder).map((name) => readFileSync(join(folder, name)))
  equal(lying.length, 1)
  const picture = photo.subarray(-200, -100)
  for (const content of lying) {
    equal(content.includes(SECRET), false)
    equal(content.includes(picture), false)
    equal(content.includes(Buffer.from('JFIF')), false)
  }
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('.file-input input').first().setInputFiles({ name, mimeType: 'image/jpeg', buffer })
}

/** A picture of the browser's own, with the Exif segment of a camera that was held on its side. */
async function photoWithPlace(page: Page): Promise<Buffer> {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: 64, height: 48 })
    const pen = canvas.getContext('2d')
    for (let x = 0; x < 64; x += 4) {
      if (pen === null) break
      pen.fillStyle = `hsl(${x * 5} 80% 50%)`
      pen.fillRect(x, 0, 4, 48 - x / 2)
    }
    return canvas.toDataURL('image/jpeg', 0.9)
  })
  const bytes = Buffer.from(drawn.slice(drawn.indexOf(',') + 1), 'base64')
  return Buffer.concat([bytes.subarray(0, 2), Buffer.from(exif(6, SECRET)), bytes.subarray(2)])
}
