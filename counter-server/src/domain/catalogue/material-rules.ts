/** Names under which anything could be asked of a resident (C103). */
const VAGUE = ['其他材料', '相关材料', '有关材料'] as const
const VAGUE_END = '等材料'

/** True for a name that does not say what to bring (C103). */
export function isVague(name: string): boolean {
  const plain = name.replaceAll(/\s/g, '')
  return VAGUE.some((each) => each === plain) || plain.endsWith(VAGUE_END)
}

/** The first name that stands twice: a case marks its materials by their names, so each is there once. */
export function nameTwice(names: readonly string[]): string | null {
  const seen = new Set<string>()
  for (const name of names) {
    const plain = name.trim()
    if (seen.has(plain)) return plain
    seen.add(plain)
  }
  return null
}
