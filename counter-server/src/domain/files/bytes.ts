/** Several runs of bytes as one. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let place = 0
  for (const part of parts) {
    whole.set(part, place)
    place += part.length
  }
  return whole
}

/** Bytes as signs of one byte each, so that words in them can be looked for. */
export function signsOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
