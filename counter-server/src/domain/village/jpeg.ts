import type { ImageFacts } from './image-facts.ts'

const START = 0xd8
const END = 0xd9
const SCAN = 0xda
const RESTART_FIRST = 0xd0
const RESTART_LAST = 0xd7

/** A JPEG whose markers lead from its first byte to its last; anything else is null (V68). */
export function readJpeg(bytes: Uint8Array): ImageFacts | null {
  if (bytes[0] !== 0xff || bytes[1] !== START) return null
  const segments = segmentsOf(bytes)
  const frames = segments?.filter(({ marker }) => isFrame(marker)) ?? []
  const [frame] = frames
  if (frame === undefined || frames.length > 1 || frame.body.byteLength < 6) return null
  if (!segments?.some(({ marker }) => marker === SCAN)) return null
  return { mime: 'image/jpeg', height: frame.body.getUint16(1), width: frame.body.getUint16(3) }
}

interface Segment {
  readonly marker: number
  readonly body: DataView
}

/** The segments up to an end marker that is the last of the file, or null. */
function segmentsOf(bytes: Uint8Array): Segment[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const segments: Segment[] = []
  let place = 2
  while (place + 2 < bytes.length) {
    const marker = markerAt(bytes, place)
    const length = place + 4 <= bytes.length ? view.getUint16(place + 2) : 0
    const end = place + 2 + length
    if (marker === null || length < 2 || end > bytes.length) return null
    segments.push({ marker, body: new DataView(bytes.buffer, bytes.byteOffset + place + 4, length - 2) })
    place = marker === SCAN ? endOfScan(bytes, end) : end
  }
  return bytes[place] === 0xff && bytes[place + 1] === END ? segments : null
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

// In the coded picture FF is followed by 00 or a restart; any other marker ends the scan.
function endOfScan(bytes: Uint8Array, from: number): number {
  let place = from
  while (place < bytes.length) {
    const next = bytes[place + 1] ?? 0
    const isCoded = bytes[place] !== 0xff || next === 0 || (next >= RESTART_FIRST && next <= RESTART_LAST)
    if (!isCoded) return place
    place += bytes[place] === 0xff ? 2 : 1
  }
  return place
}
