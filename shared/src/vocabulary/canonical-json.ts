/** Canonical JSON (RFC 8785): keys sorted by UTF-16 units, no blanks, absent members left out; the text a hash is made of (V29). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members: string[] = []
  for (const key of Object.keys(value).sort()) {
    const each: unknown = value[key as keyof typeof value]
    if (each !== undefined) members.push(`${JSON.stringify(key)}:${canonicalJson(each)}`)
  }
  return `{${members.join(',')}}`
}
