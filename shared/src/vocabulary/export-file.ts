/** What the lines of an export file are signed and sealed as (V79). The number rises when a line's form changes. */
export const EXPORT_FORMAT = 1

/** A line of photos is the longest: 8 MiB as base64, with what stands around it. */
export const MOST_LINE_CHARS = 12 * 1024 * 1024

/** The place of a line's content: moved to another line or another file it does not open. */
export function exportPlace(file: string, n: number): string {
  return `export/${EXPORT_FORMAT}/${file}/${n}`
}

/** What the phone's key signs of a line: its place, and its sealed content by hash. */
export function exportClaim(file: string, n: number, boxHash: string): string {
  return `${exportPlace(file, n)}/${boxHash}`
}

/** A line's content: words, a line feed, and the bytes of a photo if it has one. */
export function exportContent(words: unknown, bytes: Uint8Array = new Uint8Array()): Uint8Array<ArrayBuffer> {
  const said = new TextEncoder().encode(`${JSON.stringify(words)}\n`)
  const content = new Uint8Array(said.length + bytes.length)
  content.set(said)
  content.set(bytes, said.length)
  return content
}
