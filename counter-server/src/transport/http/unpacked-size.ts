import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

const inflate = promisify(inflateRaw)
const CENTRAL = Buffer.from([0x50, 0x4b, 0x01, 0x02])
const CENTRAL_BYTES = 46
const LOCAL_BYTES = 30

/**
 * How much a zip archive unpacks to, in bytes, or null when that is more than `most` or the archive is broken. What the
 * archive says of its sizes is not believed: each entry is unpacked and thrown away (APPNOTE 4.3.12).
 */
export async function unpackedSize(archive: Buffer, most: number): Promise<number | null> {
  let sum = 0
  for (let at = archive.indexOf(CENTRAL); at >= 0; at = archive.indexOf(CENTRAL, at + 4)) {
    const packed = packedEntry(archive, at)
    if (packed === null || sum >= most) return null
    const size = packed.isStored ? packed.content.length : await inflatedSize(packed.content, most - sum)
    if (size === null) return null
    sum += size
  }
  return sum > most ? null : sum
}

function packedEntry(archive: Buffer, at: number): { isStored: boolean; content: Buffer } | null {
  if (at + CENTRAL_BYTES > archive.length) return null
  const local = archive.readUInt32LE(at + 42)
  if (local + LOCAL_BYTES > archive.length) return null
  const start = local + LOCAL_BYTES + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
  const content = archive.subarray(start, start + archive.readUInt32LE(at + 20))
  return { isStored: archive.readUInt16LE(at + 10) === 0, content }
}

async function inflatedSize(content: Buffer, most: number): Promise<number | null> {
  try {
    return (await inflate(content, { maxOutputLength: most })).length
  } catch {
    return null
  }
}
