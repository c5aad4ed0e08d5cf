import { type Keys, lookUp, sha256 } from './crypto.ts'

/** Before it are older names and the parts of files on their way. */
export const CONTENT_PREFIX = 'content-'

/** Whether a content is the one that a row names; a name from before contents had names is no hash, but its row has one (R18). */
export function isContentOf(
  keys: Keys,
  { sha256: hash, storedAs }: { readonly sha256: string; readonly storedAs: string },
  content: Uint8Array,
): boolean {
  return storedAs.startsWith(CONTENT_PREFIX)
    ? contentName(keys, content) === storedAs
    : sha256(content) === hash
}

/** The name of a content on the disk: a keyed hash, so whoever has the disk cannot ask "is this paper there?" (P31). */
export function contentName(keys: Keys, content: Uint8Array): string {
  return `${CONTENT_PREFIX}${lookUp(keys, 'file', sha256(content))}`
}
