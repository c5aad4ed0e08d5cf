import type { ItemContent } from '../../store/items.ts'

type Material = ItemContent['materials'][number]

/** How a paper is to be brought, in the words of the catalogue: its note, or the numbers of original and copies. */
export function howToGet({ note, original, copies }: Pick<Material, 'note' | 'original' | 'copies'>): string {
  if (note !== undefined && note !== '') return note
  const parts = [original > 0 ? `原件${original}份` : '', copies > 0 ? `复印件${copies}份` : ''].filter(
    (part) => part !== '',
  )
  return parts.length === 0 ? '请携带' : parts.join('、')
}
