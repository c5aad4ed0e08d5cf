import { DOTS_ACROSS, DOTS_PER_MM } from '../vocabulary/paper.ts'
import type { SlipRaster } from './draw-slip.ts'

/** A page is rounded down to points; without this the last row of a slip would begin a second one. */
const SPARE_MM = 1

let laid: (() => void) | null = null

/**
 * Lays the picture of a slip into the page for the browser's own printing: seen by the printer alone, one page of its
 * own size, dot for dot what a network printer would get. The one before it goes. Gives back how to take it away.
 */
export async function layPicture(raster: SlipRaster): Promise<() => void> {
  laid?.()
  const picture = document.createElement('img')
  picture.className = 'slip'
  picture.alt = ''
  picture.src = urlOf(raster)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(rulesFor(raster))
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  document.body.append(picture)
  const remove = () => {
    picture.remove()
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
    if (laid === remove) laid = null
  }
  laid = remove
  await picture.decode()
  return remove
}

/** Nothing of a number stays in the page when its resident has gone (U19). */
export function takePictureAway(): void {
  laid?.()
}

function rulesFor({ width, height }: SlipRaster): string {
  const across = DOTS_ACROSS[width] / DOTS_PER_MM
  const high = height / DOTS_PER_MM
  return `
    .slip { display: none }
    @page { size: ${width}mm ${high + SPARE_MM}mm; margin: 0 }
    @media print {
      :root, body { width: ${width}mm; min-height: 0; margin: 0; padding: 0; background: #fff }
      body > :not(.slip) { display: none !important }
      .slip {
        display: block; width: ${across}mm; height: ${high}mm;
        margin: 0 ${(width - across) / 2}mm; image-rendering: pixelated;
      }
    }`
}

function urlOf({ width, height, dots }: SlipRaster): string {
  const canvas = document.createElement('canvas')
  canvas.width = DOTS_ACROSS[width]
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('this browser cannot draw')
  const picture = pen.createImageData(canvas.width, height)
  for (let place = 0; place < canvas.width * height; place += 1) {
    const isBlack = ((dots[place >> 3] ?? 0) & (0x80 >> (place & 7))) !== 0
    picture.data.fill(isBlack ? 0 : 255, place * 4, place * 4 + 3)
    picture.data[place * 4 + 3] = 255
  }
  pen.putImageData(picture, 0, 0)
  return canvas.toDataURL()
}
