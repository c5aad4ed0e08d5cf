import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { addWorkingDays } from '../calendar/working-calendar.ts'
import { Refusal } from '../refusal.ts'
import type { ActContext } from './act.ts'
import type { MaterialMark } from './event.ts'
import type { ItemMaterial } from './item-rules.ts'

/** The materials of the list as they stand after `marks`; a name that the item does not know: `material.unknown`. */
export function markedMaterials(
  { state, item }: ActContext,
  marks: readonly MaterialMark[],
): readonly MaterialMark[] {
  const known = new Map([...state.materials, ...marks].map((mark) => [mark.name, mark]))
  for (const { name } of marks) {
    if (!item.materials.some((material) => material.name === name))
      throw new Refusal('material.unknown', { name })
  }
  return item.materials.map(
    ({ name }) => known.get(name) ?? ({ name, state: 'missing', promisedOn: null } as const),
  )
}

/** The marks of papers that have just come in; a name that the item does not know: `material.unknown`. */
export function receivedMaterials({ item }: ActContext, names: readonly string[]): readonly MaterialMark[] {
  return names.map((name) => {
    if (!item.materials.some((material) => material.name === name))
      throw new Refusal('material.unknown', { name })
    return { name, state: 'received', promisedOn: null }
  })
}

/** Refuses with `material.missing` and the gaps unless each required material is in, shared or promised (C440). */
export function checkNothingMissing(
  context: ActContext,
  marks: readonly MaterialMark[],
  mayDefer: boolean,
): void {
  const missing = context.item.materials.filter((material) => {
    const mark = marks.find(({ name }) => name === material.name)
    return !isSettled(context, material, mark, mayDefer)
  })
  if (missing.length === 0) return
  throw new Refusal('material.missing', { list: missing.map(({ name }) => name).join('、') })
}

function isSettled(
  context: ActContext,
  material: ItemMaterial,
  mark: MaterialMark | undefined,
  mayDefer: boolean,
): boolean {
  if (mark?.state === 'deferred') return mayDefer && isPromise(context, material, mark)
  if (!material.required || mark?.state === 'received') return true
  if (material.source === 'shared' || material.source === 'internal') return true
  return mark?.state === 'not_needed' && material.source !== 'applicant'
}

// 容缺: only what the item lets wait, with a day, and not for long (C205).
function isPromise(context: ActContext, material: ItemMaterial, { promisedOn }: MaterialMark): boolean {
  if (!material.deferrable || promisedOn === null) return false
  const today = civilDate(context.at)
  const last = addWorkingDays(context.calendar, today, context.settings.deferredMax)
  return promisedOn >= today && promisedOn <= last
}
