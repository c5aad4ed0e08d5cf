/** The digest before the first line. */
export const NO_LINES = '0'.repeat(64)

/** The digest of all lines up to one: the digest before it and the line's own hash, so that no line is kept for it (V79). */
export async function chained(before: string, boxHash: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${before}${boxHash}`)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
