/** Everything that lies on a disk, as somebody reads it who has the disk: text, and bytes as text in both usual ways. */
export function textOn(value: unknown): string {
  if (ArrayBuffer.isView(value)) {
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    return `${bytes.toString('utf8')} ${bytes.toString('utf16le')}`
  }
  if (value instanceof ArrayBuffer) return textOn(new Uint8Array(value))
  if (value instanceof Map) return [...value].map(([key, each]) => `${key} ${textOn(each)}`).join(' ')
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.values(value).map(textOn).join(' ')
}
