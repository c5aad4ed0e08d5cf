import type { MaterialMark, SupplementLine } from '../../domain/case/material-mark.ts'
import { howToGet } from '../../domain/catalogue/material-rules.ts'
import type { Item } from '../../store/items.ts'

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
