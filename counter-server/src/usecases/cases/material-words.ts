import type { MaterialMark, SupplementLine } from '../../domain/case/event.ts'
import type { ItemPaper } from '../../domain/catalogue/item-content.ts'
import type { Item } from '../../store/items.ts'

/** How a paper is to be brought, in the words of the catalogue: its note, or the numbers of original and copies. */
export function howToGet({
  note,
  original,
  copies,
}: Pick<ItemPaper, 'note' | 'original' | 'copies'>): string {
  if (note !== '') return note
  const parts = [original > 0 ? `原件${original}份` : '', copies > 0 ? `复印件${copies}份` : ''].filter(
    (part) => part !== '',
  )
  return parts.length === 0 ? '请携带' : parts.join('、')
}

/** The lines of a one-time notice: every required paper that is not in and may be asked of the resident (C404, C106). */
export function missingLines(item: Item, marks: readonly MaterialMark[]): readonly SupplementLine[] {
  return item.content.materials
    .filter(({ name, required, source }) => {
      const state = marks.find((mark) => mark.name === name)?.state ?? 'missing'
      const isAsked = state === 'missing' && source !== 'shared' && source !== 'internal'
      return isAsked && required
    })
    .map((material) => ({ name: material.name, problem: howToGet(material) }))
}
