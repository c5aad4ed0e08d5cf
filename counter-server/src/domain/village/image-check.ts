import { Refusal } from '../refusal.ts'
import type { ImageFacts } from './image-facts.ts'
import { readJpeg } from './jpeg.ts'
import { readPng } from './png.ts'

/** 8 MiB (V68). */
export const MAX_IMAGE_BYTES = 8 * 1024 * 1024
const MAX_PIXELS = 40_000_000

/**
 * Reads a picture from its first byte to its last: only whole JPEG and PNG with nothing behind their end, so no second
 * format hides in them. Refuses `file.too_large` (8 MiB, 40 megapixels) and `file.type_not_allowed` (V68).
 */
export function checkImage(bytes: Uint8Array): ImageFacts {
  if (bytes.length > MAX_IMAGE_BYTES) throw new Refusal('file.too_large')
  const image = readJpeg(bytes) ?? readPng(bytes)
  if (image === null || image.width < 1 || image.height < 1) throw new Refusal('file.type_not_allowed')
  if (image.width * image.height > MAX_PIXELS) throw new Refusal('file.too_large')
  return image
}
