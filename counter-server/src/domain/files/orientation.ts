import { signsOf } from './bytes.ts'

const EXIF = 'Exif\0\0'
const ORIENTATION_TAG = 0x0112
const SHORT = 3
const ENTRY = 12

/** Which side of the picture is up, 1 to 8, as the camera wrote it into an Exif segment; 1 when it did not (P42). */
export function orientationOf(body: Uint8Array): number {
  if (signsOf(body.subarray(0, EXIF.length)) !== EXIF) return 1
  const tiff = new DataView(body.buffer, body.byteOffset + EXIF.length, body.byteLength - EXIF.length)
  const order = signsOf(body.subarray(EXIF.length, EXIF.length + 2))
  if (tiff.byteLength < 8 || (order !== 'II' && order !== 'MM')) return 1
  return orientationIn(tiff, order === 'II')
}

function orientationIn(tiff: DataView, little: boolean): number {
  const directory = tiff.getUint32(4, little)
  if (directory + 2 > tiff.byteLength) return 1
  const entries = tiff.getUint16(directory, little)
  for (let nth = 0; nth < entries; nth += 1) {
    const place = directory + 2 + nth * ENTRY
    if (place + ENTRY > tiff.byteLength) return 1
    if (tiff.getUint16(place, little) !== ORIENTATION_TAG) continue
    const value = tiff.getUint16(place + 2, little) === SHORT ? tiff.getUint16(place + 8, little) : 1
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** An Exif segment that says which side is up and nothing else. */
export function orientationSegment(orientation: number): Uint8Array {
  const exif = [...EXIF].map((sign) => sign.charCodeAt(0))
  const head = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8]
  const entry = [0x01, 0x12, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0]
  const body = [...exif, ...head, 0, 1, ...entry, 0, 0, 0, 0]
  return Uint8Array.of(0xff, 0xe1, 0, body.length + 2, ...body)
}
