import { inflateSync } from 'node:zlib'
import type { Unpack } from '../domain/files/pdf.ts'

/** Opens a packed stream of a PDF as far as there is room for it; broken or longer ones are null (P42). */
export const unpackStream: Unpack = (packed, room) => {
  try {
    return inflateSync(packed, { maxOutputLength: room })
  } catch {
    return null
  }
}
