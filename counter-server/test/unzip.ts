import { inflateRawSync } from 'node:zlib'

const CENTRAL = Buffer.from([0x50, 0x4b, 0x01, 0x02])

/** The files in a zip archive by name, read from its central directory (APPNOTE 4.3.12). */
export function unzip(archive: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>()
  for (let at = archive.indexOf(CENTRAL); at >= 0; at = archive.indexOf(CENTRAL, at + 4)) {
    const method = archive.readUInt16LE(at + 10)
    const size = archive.readUInt32LE(at + 20)
    const name = archive.toString('utf8', at + 46, at + 46 + archive.readUInt16LE(at + 28))
    const local = archive.readUInt32LE(at + 42)
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const packed = archive.subarray(start, start + size)
    files.set(name, method === 0 ? packed : inflateRawSync(packed))
  }
  return files
}
