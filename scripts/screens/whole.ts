import type { Page } from 'playwright-core'
import { SIZES } from '../acceptance/stage.ts'
import type { Gallery } from './gallery.ts'

/** What stays in sight at the foot of a page takes some of its height. */
const FOOT = 200

/** A long page in one picture: what lies under the bar that stays in sight is scrolled out. */
export async function whole(gallery: Gallery, page: Page, name: string): Promise<void> {
  const size = page.viewportSize() ?? SIZES.phone
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width: size.width, height: Math.max(size.height, height + FOOT) })
  await gallery.look(page, name)
  await page.setViewportSize(size)
}
