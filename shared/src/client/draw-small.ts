import { MAX_FILE_BYTES } from '../vocabulary/case-file.ts'

/** How large a picture may be drawn: its longer side in px, its pixels, and its bytes. */
export interface DrawnLimit {
  readonly side: number
  readonly pixels: number
  readonly bytes: number
}

/** What is sent of any photo. */
export const SMALL: DrawnLimit = { side: 1600, pixels: 2_560_000, bytes: 300_000 }
/** As it was taken: no phone draws a canvas of more than 16 megapixels, and no file of more than 8 MiB is taken. */
export const FULL: DrawnLimit = { side: 16_384, pixels: 16_000_000, bytes: MAX_FILE_BYTES }
const QUALITIES = [0.85, 0.75, 0.65, 0.5, 0.35]
const SMALLER = 0.75
const SMALLEST_SIDE = 400

/** The size to draw a picture at: within the limit, never larger than it is (V68). */
export function drawnSize(
  width: number,
  height: number,
  { side, pixels }: Omit<DrawnLimit, 'bytes'> = SMALL,
) {
  const scale = Math.min(1, side / Math.max(width, height), Math.sqrt(pixels / (width * height)))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/**
 * Draws a picture of the camera anew as a JPEG: at most 1600 px and 300 KB unless more is asked, and without the place and the device that the
 * camera wrote into it, because a canvas has only pixels (V68). Null when the browser cannot read it.
 */
export async function drawSmall(file: Blob, limit = SMALL): Promise<Blob | null> {
  const image = await createImageBitmap(file).catch(() => null)
  if (image === null) return null
  try {
    return await smallJpeg(image, limit)
  } finally {
    image.close()
  }
}

// Quality first, then size: a paper must stay readable.
async function smallJpeg(image: ImageBitmap, limit: DrawnLimit): Promise<Blob | null> {
  for (let side = limit.side; side >= SMALLEST_SIDE; side = Math.round(side * SMALLER)) {
    const canvas = drawn(image, { ...limit, side })
    for (const quality of QUALITIES) {
      const blob = await blobOf(canvas, 'image/jpeg', quality)
      if (blob === null || blob.size <= limit.bytes) return blob
    }
  }
  return null
}

function drawn(image: ImageBitmap, limit: DrawnLimit): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, drawnSize(image.width, image.height, limit))
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** What stands on a canvas, as a file. */
export function blobOf(
  canvas: HTMLCanvasElement,
  mime: 'image/jpeg' | 'image/png',
  quality?: number,
): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, mime, quality))
}
