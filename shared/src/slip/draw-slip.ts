import { DOTS_ACROSS, type PaperWidth } from '../vocabulary/paper.ts'
import type { TypeMetrics } from './flow.ts'
import type { SlipLayout } from './slip-layout.ts'
import type { SlipPart } from './slip-page.ts'

/** A paper in black and white: rows from the top, eight dots a byte, the left dot in the highest bit, 1 is black. */
export interface SlipRaster {
  readonly width: PaperWidth
  readonly height: number
  readonly dots: Uint8Array
}

const FONT = '"Noto Sans SC Variable", "Microsoft YaHei", "PingFang SC", sans-serif'
const WEIGHT = 600
const MEASURED = 200
/** Grey of a sign's edge that still becomes black: strokes keep their strength on thermal paper. */
const BLACK_BELOW = 150

const fontOf = (size: number) => `${WEIGHT} ${size}px ${FONT}`

/**
 * Waits for the signs of a paper, then draws it: the font lies in slices, and what has not arrived when a canvas is drawn
 * is drawn in another font (K48).
 */
export async function drawSlip(layOut: (type: TypeMetrics) => SlipLayout): Promise<SlipRaster> {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (pen === null) throw new Error('this browser cannot draw')
  await signsOf('0123456789')
  const words = layOut(metricsOf(pen)).parts.map((part) => (part.is === 'text' ? part.text : ''))
  await signsOf(words.join(''))
  // Measured anew: the first measure was of whatever font was there.
  const layout = layOut(metricsOf(pen))
  canvas.width = DOTS_ACROSS[layout.width]
  canvas.height = layout.height
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  for (const part of layout.parts) drawPart(pen, part)
  return { width: layout.width, height: layout.height, dots: dotsOf(pen, canvas) }
}

// A slice that could not be fetched is in fault as long as the page is open: then the paper comes out in another font.
async function signsOf(words: string): Promise<void> {
  await document.fonts.load(fontOf(MEASURED), words).catch(() => undefined)
}

function metricsOf(pen: CanvasRenderingContext2D): TypeMetrics {
  pen.font = fontOf(MEASURED)
  const digitHeight = pen.measureText('0').actualBoundingBoxAscent / MEASURED
  return {
    digitHeight,
    width(text, size) {
      pen.font = fontOf(size)
      return pen.measureText(text).width
    },
  }
}

function drawPart(pen: CanvasRenderingContext2D, part: SlipPart): void {
  pen.fillStyle = '#000'
  if (part.is === 'qr') return drawQr(pen, part)
  const { text, size, isInverted, x, y } = part
  pen.font = fontOf(size)
  if (isInverted) {
    pen.fillRect(
      Math.round(x) - 8,
      Math.round(y - size * 0.92),
      Math.ceil(pen.measureText(text).width) + 16,
      size + 8,
    )
    pen.fillStyle = '#fff'
  }
  pen.fillText(text, Math.round(x), Math.round(y))
}

function drawQr(
  pen: CanvasRenderingContext2D,
  { modules, module, x, y }: Extract<SlipPart, { is: 'qr' }>,
): void {
  for (const [row, cells] of modules.entries())
    for (const [column, isDark] of cells.entries())
      if (isDark) pen.fillRect(x + column * module, y + row * module, module, module)
}

function dotsOf(pen: CanvasRenderingContext2D, { width, height }: HTMLCanvasElement): Uint8Array {
  const { data } = pen.getImageData(0, 0, width, height)
  const dots = new Uint8Array((width / 8) * height)
  for (let place = 0; place < width * height; place += 1)
    if ((data[place * 4] ?? 255) < BLACK_BELOW)
      dots[place >> 3] = (dots[place >> 3] ?? 0) | (0x80 >> (place & 7))
  return dots
}

/** The picture as it crosses the wire. */
export function toBase64(dots: Uint8Array): string {
  let text = ''
  for (const byte of dots) text += String.fromCharCode(byte)
  return btoa(text)
}
