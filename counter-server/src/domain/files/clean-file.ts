import { Refusal } from '../refusal.ts'
import type { CleanFile } from './file-facts.ts'
import { checkPdf, isPdf, type Unpack } from './pdf.ts'
import { checkPicture, readPicture } from './picture-check.ts'

/**
 * A file as it is kept: known by its content, never by its name; a picture without what the camera wrote beside it, a
 * PDF only when it is plain. Refuses `file.type_not_allowed`, `file.too_large`, `file.too_many_pixels`,
 * `file.pdf_locked`, `file.pdf_active` (P42).
 */
export function cleanFile(bytes: Uint8Array, unpack: Unpack): CleanFile {
  const picture = readPicture(bytes)
  if (picture !== null) return { mime: picture.mime, content: picture.clean() }
  if (!isPdf(bytes)) throw new Refusal('file.type_not_allowed')
  checkPdf(bytes, unpack)
  return { mime: 'application/pdf', content: bytes }
}

/**
 * The same of a file that a phone has drawn or chosen: a picture goes on behind its end for nobody, so it must be whole
 * (V68). Refuses as `cleanFile`.
 */
export function cleanWholeFile(bytes: Uint8Array, unpack: Unpack): CleanFile {
  if (isPdf(bytes)) return cleanFile(bytes, unpack)
  const picture = checkPicture(bytes)
  return { mime: picture.mime, content: picture.clean() }
}
