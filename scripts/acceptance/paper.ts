/** What lies in the tray of a printer, and what a browser would print, as pictures that can be read. */
import { inflateSync } from 'node:zlib'
import jsQRModule from 'jsqr'
import type { DecodedPaper } from '../../counter-server/test/tcp-printer.ts'

// The package says one thing to Node and another to the compiler.
const readQr = jsQRModule as unknown as typeof jsQRModule.default

/** Black and white as four bytes a dot. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8ClampedArray
}

export function pictureOf({ across, height, dots }: DecodedPaper): Picture {
  const pixels = new Uint8ClampedArray(across * height * 4).fill(255)
  for (let place = 0; place < across * height; place += 1)
    if (((dots[place >> 3] ?? 0) & (0x80 >> (place & 7))) !== 0) pixels.fill(0, place * 4, place * 4 + 3)
  return { width: across, height, pixels }
}

/** What the one QR code of a picture says. */
export function qrOf({ pixels, width, height }: Picture): string {
  const found = readQr(pixels, width, height)
  if (found === null) throw new Error('there is no QR code on the paper')
  return found.data
}

/** The height in dots of the tallest run of rows that is set across no gap: the digits of the number. */
export function tallestInk({ pixels, width, height }: Picture, from: number, to: number): number {
  let tallest = 0
  let run = 0
  for (let y = 0; y < height; y += 1) {
    const hasInk = rowHasInk(pixels, y * width, from, to)
    run = hasInk ? run + 1 : 0
    tallest = Math.max(tallest, run)
  }
  return tallest
}

function rowHasInk(pixels: Uint8ClampedArray, row: number, from: number, to: number): boolean {
  for (let x = from; x < to; x += 1) if ((pixels[(row + x) * 4] ?? 255) < 128) return true
  return false
}

export interface PdfPage {
  readonly pages: number
  readonly widthMm: number
  readonly heightMm: number
  /** The picture on it and where it lies, in mm from the left and the bottom. */
  readonly picture: Picture
  readonly box: {
    readonly left: number
    readonly bottom: number
    readonly width: number
    readonly height: number
  }
}

const MM_PER_POINT = 25.4 / 72

/** Reads what Chromium writes: its pages, and the one picture on the first. */
export function readPdf(pdf: Buffer): PdfPage {
  const text = pdf.toString('latin1')
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? []
  const streams = [...text.matchAll(/<<((?:(?!endobj)[\s\S])*?)>>\s*stream\r?\n/g)].map((found) => {
    const start = (found.index ?? 0) + found[0].length
    const length = Number(/\/Length (\d+)/.exec(found[1] ?? '')?.[1])
    return { head: found[1] ?? '', bytes: pdf.subarray(start, start + length) }
  })
  const image = streams.find(({ head }) => head.includes('/Subtype /Image') && !head.includes('/SMask 0'))
  if (image === undefined) throw new Error('there is no picture on the page')
  const pages = text.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0
  return {
    pages,
    widthMm: Number(width) * MM_PER_POINT,
    heightMm: Number(height) * MM_PER_POINT,
    picture: pdfPicture(image.head, inflateSync(image.bytes)),
    box: boxOf(streams.filter(({ head }) => !head.includes('/Subtype')).map(({ bytes }) => drawing(bytes))),
  }
}

function pdfPicture(head: string, bytes: Buffer): Picture {
  const width = Number(/\/Width (\d+)/.exec(head)?.[1])
  const height = Number(/\/Height (\d+)/.exec(head)?.[1])
  const channels = bytes.length / (width * height)
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let place = 0; place < width * height; place += 1)
    for (let channel = 0; channel < 3; channel += 1)
      pixels[place * 4 + channel] = bytes[place * channels + (channels === 1 ? 0 : channel)] ?? 255
  return { width, height, pixels }
}

function drawing(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1')
  } catch {
    return ''
  }
}

type Matrix = readonly [number, number, number, number, number, number]

// Follows `q`, `Q` and `cm` up to the picture's `Do`: a unit square through all of them is where it lies.
function boxOf(drawings: readonly string[]): PdfPage['box'] {
  const content = drawings.find((each) => /\/X\d+ Do/.test(each)) ?? ''
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  const kept: Matrix[] = []
  for (const token of content.matchAll(/([-\d. ]+) cm|\bq\b|\bQ\b|\/X\d+ Do/g)) {
    if (token[0] === 'q') kept.push(matrix)
    else if (token[0] === 'Q') matrix = kept.pop() ?? matrix
    else if (token[1] !== undefined) matrix = times(token[1].trim().split(/\s+/).map(Number) as never, matrix)
    else break
  }
  const [a, , , d, e, f] = matrix
  const mm = (points: number) => points * MM_PER_POINT
  return {
    left: mm(Math.min(e, e + a)),
    bottom: mm(Math.min(f, f + d)),
    width: mm(Math.abs(a)),
    height: mm(Math.abs(d)),
  }
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}
