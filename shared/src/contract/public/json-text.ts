/** What a text from outside says; null for one that is not JSON, which no schema of the wire takes. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
