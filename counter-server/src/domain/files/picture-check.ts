import { MAX_FILE_BYTES } from '@counter/shared/vocabulary/case-file'
import { Refusal } from '../refusal.ts'
import type { Picture } from './file-facts.ts'
import { readJpeg } from './jpeg.ts'
import { readPng } from './png.ts'

/** More would fill the memory of the screen that shows it (P42). */
const MAX_MEGAPIXELS = 40

/**
 * Reads a picture that was sent as it is: only a whole JPEG or PNG with nothing behind its end, so no second format
 * hides in it. Refuses `file.too_large` (8 MiB), `file.too_many_pixels` (40 megapixels), `file.type_not_allowed` (V68).
 */
export function checkPicture(bytes: Uint8Array): Picture {
  const picture = readPicture(bytes)
  if (picture === null || !picture.isWhole) throw new Refusal('file.type_not_allowed')
  return picture
}

/** The same of a file that may be something else (null) or go on behind its end, where cameras put a second picture. */
export function readPicture(bytes: Uint8Array): Picture | null {
  if (bytes.length > MAX_FILE_BYTES) throw new Refusal('file.too_large', { n: MAX_FILE_BYTES / 1024 / 1024 })
  const picture = readJpeg(bytes) ?? readPng(bytes)
  if (picture === null || picture.width < 1 || picture.height < 1) return null
  if (picture.width * picture.height > MAX_MEGAPIXELS * 1_000_000)
    throw new Refusal('file.too_many_pixels', { n: MAX_MEGAPIXELS })
  return picture
}
