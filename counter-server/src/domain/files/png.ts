import { joined } from './bytes.ts'
import type { Picture } from './file-facts.ts'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const FRAME = 12

/** What draws a PNG; words, time, place, profiles and pictures beside the first are no part of it (P42). */
const DRAWING: ReadonlySet<string> = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'bKGD',
  'pHYs',
])

/** A PNG whose chunks, each with its own check sum, lead from IHDR to an IEND at the last byte; anything else is null (V68). */
export function readPng(bytes: Uint8Array): Picture | null {
  if (!SIGNATURE.every((byte, place) => bytes[place] === byte)) return null
  const chunks = chunksOf(bytes)
  const head = chunks?.[0]
  if (chunks === null || head === undefined || head.type !== 'IHDR' || head.body.length !== 13) return null
  if (!chunks.some(({ type }) => type === 'IDAT') || chunks.at(-1)?.type !== 'IEND') return null
  const view = new DataView(head.body.buffer, head.body.byteOffset)
  return {
    mime: 'image/png',
    width: view.getUint32(0),
    height: view.getUint32(4),
    isWhole: true,
    clean: () => cleanPng(chunks),
  }
}

interface Chunk {
  readonly type: string
  readonly body: Uint8Array
  readonly whole: Uint8Array
}

function chunksOf(bytes: Uint8Array): Chunk[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  let place = SIGNATURE.length
  while (place < bytes.length) {
    if (place + FRAME > bytes.length || chunks.at(-1)?.type === 'IEND') return null
    const end = place + FRAME + view.getUint32(place)
    if (end > bytes.length || view.getUint32(end - 4) !== crc32(bytes.subarray(place + 4, end - 4)))
      return null
    const type = String.fromCharCode(...bytes.subarray(place + 4, place + 8))
    chunks.push({ type, body: bytes.subarray(place + 8, end - 4), whole: bytes.subarray(place, end) })
    place = end
  }
  return chunks
}

function cleanPng(chunks: readonly Chunk[]): Uint8Array {
  const drawing = chunks.filter(({ type }) => DRAWING.has(type)).map(({ whole }) => whole)
  return joined([Uint8Array.from(SIGNATURE), ...drawing])
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  return rest >>> 0
})

function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff
  for (const byte of bytes) rest = (CRC_TABLE[(rest ^ byte) & 0xff] ?? 0) ^ (rest >>> 8)
  return (rest ^ 0xffffffff) >>> 0
}
