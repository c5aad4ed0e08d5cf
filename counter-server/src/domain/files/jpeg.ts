import { joined, signsOf } from './bytes.ts'
import type { Picture } from './file-facts.ts'
import { orientationOf, orientationSegment } from './orientation.ts'

const START = 0xd8
const END = 0xd9
const SCAN = 0xda
const COMMENT = 0xfe
const RESTART_FIRST = 0xd0
const RESTART_LAST = 0xd7
const JFIF_BYTES = 14

/** A JPEG whose markers lead from its first byte to its end marker; anything else is null (V68). */
export function readJpeg(bytes: Uint8Array): Picture | null {
  if (bytes[0] !== 0xff || bytes[1] !== START) return null
  const read = segmentsOf(bytes)
  if (read === null) return null
  const { segments, end } = read
  const frames = segments.filter(({ marker }) => isFrame(marker))
  const [frame] = frames
  if (frame === undefined || frames.length > 1 || frame.body.length < 6) return null
  if (!segments.some(({ marker }) => marker === SCAN)) return null
  const view = viewOf(frame.body)
  return {
    mime: 'image/jpeg',
    height: view.getUint16(1),
    width: view.getUint16(3),
    isWhole: end === bytes.length,
    clean: () => cleanJpeg(segments),
  }
}

interface Segment {
  readonly marker: number
  readonly body: Uint8Array
  /** From its marker to the next one; a scan with its coded picture. */
  readonly whole: Uint8Array
}

/** The segments up to the end marker and the place behind it, or null. */
function segmentsOf(bytes: Uint8Array): { readonly segments: Segment[]; readonly end: number } | null {
  const view = viewOf(bytes)
  const segments: Segment[] = []
  let place = 2
  while (place + 2 < bytes.length && bytes[place + 1] !== END) {
    const marker = markerAt(bytes, place)
    const length = place + 4 <= bytes.length ? view.getUint16(place + 2) : 0
    const endOfBody = place + 2 + length
    if (marker === null || length < 2 || endOfBody > bytes.length) return null
    const next = marker === SCAN ? endOfScan(bytes, endOfBody) : endOfBody
    const body = bytes.subarray(place + 4, endOfBody)
    segments.push({ marker, body, whole: bytes.subarray(place, next) })
    place = next
  }
  return bytes[place] === 0xff && bytes[place + 1] === END ? { segments, end: place + 2 } : null
}

function markerAt(bytes: Uint8Array, place: number): number | null {
  const marker = bytes[place + 1] ?? 0
  const opensSegment = marker >= 0xc0 && marker !== 0xff && marker !== START && marker !== END
  return bytes[place] === 0xff && opensSegment ? marker : null
}

// C4, C8 and CC are tables and not frames.
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

// In the coded picture FF is followed by 00 or a restart; any other marker ends the scan. Looked for natively, because a
// picture has hundreds of thousands of bytes.
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let place = bytes.indexOf(0xff, from); place !== -1; place = bytes.indexOf(0xff, place + 2)) {
    const next = bytes[place + 1] ?? 0
    if (next !== 0 && (next < RESTART_FIRST || next > RESTART_LAST)) return place
  }
  return bytes.length
}

// Application segments and comments go, but for the three that say how to draw: size of a pixel (JFIF), colours (ICC
// profile, Adobe), and which side is up, which is written anew without anything else the camera wrote beside it.
function cleanJpeg(segments: readonly Segment[]): Uint8Array {
  const orientation = segments.reduce((known, { marker, body }) => {
    return known === 1 && marker === 0xe1 ? orientationOf(body) : known
  }, 1)
  const kept = segments.filter((segment) => !isApplication(segment) || isForDrawing(segment))
  const first = kept.findIndex(({ marker }) => marker !== 0xe0)
  const heads = kept.slice(0, Math.max(first, 0)).map(({ whole }) => whole)
  const rest = kept.slice(Math.max(first, 0)).map(({ whole }) => whole)
  const upright = orientation === 1 ? [] : [orientationSegment(orientation)]
  return joined([Uint8Array.of(0xff, START), ...heads, ...upright, ...rest, Uint8Array.of(0xff, END)])
}

function isApplication({ marker }: Segment): boolean {
  return (marker >= 0xe0 && marker <= 0xff) || marker === COMMENT
}

// A JFIF head that is longer holds a small second picture, as does JFXX.
function isForDrawing({ marker, body }: Segment): boolean {
  const head = signsOf(body.subarray(0, 12))
  if (marker === 0xe0) return head.startsWith('JFIF\0') && body.length === JFIF_BYTES
  if (marker === 0xe2) return head === 'ICC_PROFILE\0'
  return marker === 0xee && head.startsWith('Adobe')
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
