/** What the camera of a phone gives, what the phone makes of it, and what stands on its screen, as pictures that can be read. */
import { equal, ok } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { CaseFile } from '@counter/shared/contract/case-material'
import type { Locator, Page } from 'playwright-core'
import { exif } from '../../../counter-server/test/file-bytes.ts'
import type { Caller } from '../../api/caller.ts'
import { qrOf } from '../paper.ts'
import type { Taken } from './village.ts'

const PLACE = 'GPS 28.1N 116.2E'
const MOST_BYTES = 300_000
const MOST_SIDE = 1600

/** A paper in the light of a village's table: too large in both ways, on its side, and with the place where it was taken. */
export async function cameraPhoto(page: Page): Promise<Taken> {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: 2400, height: 1800 })
    const pen = canvas.getContext('2d')
    for (let nth = 0; nth < 43_200; nth += 1) {
      if (pen === null) break
      pen.fillStyle = `hsl(${(nth * 7919) % 360} 60% ${30 + ((nth * 104_729) % 50)}%)`
      pen.fillRect((nth % 240) * 10, Math.floor(nth / 240) * 10, 10, 10)
    }
    return canvas.toDataURL('image/jpeg', 0.95)
  })
  const bytes = Buffer.from(drawn.slice(drawn.indexOf(',') + 1), 'base64')
  ok(bytes.length > MOST_BYTES, `void: the camera gave ${bytes.length} bytes`)
  const buffer = Buffer.concat([bytes.subarray(0, 2), Buffer.from(exif(6, PLACE)), bytes.subarray(2)])
  return { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer }
}

/** It is what the phone froze, to the byte: small, upright, and without a word of the camera (V67, V68). */
export async function isDrawnAnew(page: Page, content: Buffer, { sha256, size }: CaseFile): Promise<void> {
  equal(createHash('sha256').update(content).digest('hex'), sha256)
  equal(content.length, size)
  ok(size <= MOST_BYTES, `${size} bytes`)
  for (const word of ['Exif', PLACE]) equal(content.includes(word), false, word)
  const [width = 0, height = 0] = await page.evaluate(async (coded) => {
    const bytes = Uint8Array.from(atob(coded), (sign) => sign.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes]))
    return [image.width, image.height]
  }, content.toString('base64'))
  // Taken 2400 by 1800 on its side, it stands 3 by 4.
  equal(width * 4, height * 3)
  ok(height <= MOST_SIDE, `${width} by ${height}`)
}

/** The content of a file of a case, as the centre shows it. */
export async function contentAtCentre(url: string, caller: Caller, caseId: string, { sha256 }: CaseFile) {
  const answer = await fetch(`${url}/api/cases/${caseId}/files/${sha256}`, { headers: caller.headers })
  equal(answer.status, 200)
  return Buffer.from(await answer.arrayBuffer())
}

/** What the QR code says that stands on the page, read off it as another phone would. */
export async function qrOn(part: Locator): Promise<string> {
  const coded = (await part.screenshot()).toString('base64')
  const { width, height, dots } = await part.page().evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: image.width, height: image.height })
    const pen = canvas.getContext('2d')
    pen?.drawImage(image, 0, 0)
    const data = pen?.getImageData(0, 0, image.width, image.height).data ?? []
    return { width: image.width, height: image.height, dots: Array.from(data) }
  }, coded)
  return qrOf({ width, height, pixels: Uint8ClampedArray.from(dots) })
}
