const LONGEST_SIDE = 1600
const MOST_BYTES = 300_000
const QUALITIES = [0.85, 0.75, 0.65, 0.5, 0.35]
const SMALLER = 0.75
const SMALLEST_SIDE = 400

/** The size to draw a picture at: its longer side at most `longest` px, never larger than it is (V68). */
export function drawnSize(width: number, height: number, longest = LONGEST_SIDE) {
  const scale = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/**
 * Draws a picture of the camera anew as a JPEG: at most 1600 px and 300 KB, and without the place and the device that the
 * camera wrote into it, because a canvas has only pixels (V68). Null when the browser cannot read it.
 */
export async function drawSmall(file: Blob): Promise<Blob | null> {
  const image = await createImageBitmap(file).catch(() => null)
  if (image === null) return null
  try {
    return await smallJpeg(image)
  } finally {
    image.close()
  }
}

// Quality first, then size: a paper must stay readable.
async function smallJpeg(image: ImageBitmap): Promise<Blob | null> {
  for (let longest = LONGEST_SIDE; longest >= SMALLEST_SIDE; longest = Math.round(longest * SMALLER)) {
    const canvas = drawn(image, longest)
    for (const quality of QUALITIES) {
      const blob = await blobOf(canvas, 'image/jpeg', quality)
      if (blob === null || blob.size <= MOST_BYTES) return blob
    }
  }
  return null
}

function drawn(image: ImageBitmap, longest: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, drawnSize(image.width, image.height, longest))
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
