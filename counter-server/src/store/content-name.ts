import { type Keys, lookUp, sha256 } from './crypto.ts'

/** Before it are older names and the parts of files on their way. */
export const CONTENT_PREFIX = 'content-'

/** The name of a content on the disk: a keyed hash, so whoever has the disk cannot ask "is this paper there?" (P31). */
export function contentName(keys: Keys, content: Uint8Array): string {
  return `${CONTENT_PREFIX}${lookUp(keys, 'file', sha256(content))}`
}
