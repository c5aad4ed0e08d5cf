import { crc32 } from 'node:zlib'

/** Files made by hand, byte by byte, so that each test says what lies in them. */
export const bytes = (...parts: readonly (readonly number[] | Uint8Array)[]) =>
  Uint8Array.from(parts.flatMap((part) => [...part]))
export const text = (words: string) => new TextEncoder().encode(words)
export const u16 = (n: number) => [n >> 8, n & 255]
export const u32 = (n: number) => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]

export const START = [0xff, 0xd8]
export const END = [0xff, 0xd9]
export const segment = (marker: number, body: readonly number[] | Uint8Array) => [
  0xff,
  marker,
  ...u16(body.length + 2),
  ...body,
]
export const frame = (width: number, height: number, marker = 0xc0) =>
  segment(marker, [8, ...u16(height), ...u16(width), 1, 1, 0x11, 0])
export const scan = (...coded: number[]) => [...segment(0xda, [1, 1, 0, 0, 63, 0]), ...coded]
export const JFIF = segment(0xe0, [...text('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0])

export const jpeg = (width = 640, height = 480, ...beside: readonly (readonly number[])[]) =>
  bytes(START, JFIF, ...beside, frame(width, height), scan(1, 0xff, 0, 2, 0xff, 0xd0, 3), END)

/** An Exif segment as a camera writes it: which side is up, and words that stand for place, time and device. */
export function exif(orientation: number, words = 'GPS 28.1N 116.2E', little = true): number[] {
  const n16 = (n: number) => (little ? u16(n).toReversed() : u16(n))
  const n32 = (n: number) => (little ? u32(n).toReversed() : u32(n))
  const entry = (tag: number, type: number, count: number, value: readonly number[]) => [
    ...n16(tag),
    ...n16(type),
    ...n32(count),
    ...value,
  ]
  const said = [...text(words), 0]
  const tiff = [
    ...text(little ? 'II' : 'MM'),
    ...n16(42),
    ...n32(8),
    ...n16(2),
    ...entry(0x010f, 2, said.length, n32(38)),
    ...entry(0x0112, 3, 1, [...n16(orientation), 0, 0]),
    ...n32(0),
    ...said,
  ]
  return segment(0xe1, [...text('Exif\0\0'), ...tiff])
}

export const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
export function chunk(type: string, body: readonly number[] | Uint8Array): number[] {
  const named = bytes(text(type), body)
  return [...u32(body.length), ...named, ...u32(crc32(named))]
}
export const png = (width = 3, height = 2, ...beside: readonly (readonly number[])[]) =>
  bytes(
    SIGNATURE,
    chunk('IHDR', [...u32(width), ...u32(height), 8, 2, 0, 0, 0]),
    ...beside,
    chunk('IDAT', [1, 2, 3]),
    chunk('IEND', []),
  )

/** A small PDF with `objects` between its head and its end. */
export const pdf = (...objects: readonly (string | Uint8Array)[]) =>
  bytes(
    text('%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n'),
    ...objects.map((each) => (typeof each === 'string' ? text(`${each}\n`) : each)),
    text('xref\n0 1\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n'),
  )
