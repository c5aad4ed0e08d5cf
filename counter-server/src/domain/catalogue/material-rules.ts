import type { ItemPaper } from './item-content.ts'

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

/** What is told of a paper beside its number: who gives it out, where its form is found, and the note of the catalogue. */
export function paperNote({ issuer, form, note }: Pick<ItemPaper, 'issuer' | 'form' | 'note'>): string {
  const told = [issuer === '' ? '' : `出具：${issuer}`, form === '' ? '' : `表样：${form}`, note]
  return told.filter((part) => part !== '').join('；')
}

/** How and where a paper is got, and how many of it are brought, as the one-time notice says it (C404). */
export function howToGet(paper: ItemPaper): string {
  const { original, copies } = paper
  const many = [original > 0 ? `原件${original}份` : '', copies > 0 ? `复印件${copies}份` : '']
  const said = [paperNote(paper), many.filter((part) => part !== '').join('、')]
  return said.filter((part) => part !== '').join('；') || '请携带'
}
