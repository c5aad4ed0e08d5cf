import { crc32, deflateSync } from 'node:zlib'
import { encode } from 'uqr'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const DOTS_PER_MODULE = 6

/** A QR code with its quiet zone as a black and white PNG (ISO/IEC 15948). */
export function qrPng(text: string): Buffer {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const side = size * DOTS_PER_MODULE
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  // One bit a dot, grey: 0 is black.
  header.set([1, 0, 0, 0, 0], 8)
  const lines = data.flatMap((row) => {
    const line = rowBytes(row, side)
    return Array.from({ length: DOTS_PER_MODULE }, () => line)
  })
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

// Each line begins with the number of its filter, 0: none.
function rowBytes(row: readonly boolean[], side: number): Buffer {
  const line = Buffer.alloc(1 + Math.ceil(side / 8), 0xff)
  line[0] = 0
  for (let x = 0; x < side; x += 1) {
    const place = 1 + (x >> 3)
    if (row[Math.floor(x / DOTS_PER_MODULE)] === true) line[place] = (line[place] ?? 0) & ~(0x80 >> (x & 7))
  }
  return line
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
