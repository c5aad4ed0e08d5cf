import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { addWorkingDays } from '../calendar/working-calendar.ts'
import { Refusal } from '../refusal.ts'
import type { ActContext } from './act.ts'
import type { ItemMaterial } from './item-rules.ts'
import type { MaterialMark } from './material-mark.ts'

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

/**
 * Refuses with `material.missing` and the gaps unless each required material is in, shared or promised (C440); a paper
 * promised for too late a day: `material.promise_too_late` with the last day (C205).
 */
export function checkNothingMissing(
  context: ActContext,
  marks: readonly MaterialMark[],
  mayDefer: boolean,
): void {
  if (mayDefer) checkPromises(context, marks)
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

// 容缺: only what the item lets wait, with a day that has not passed (C205).
function isPromise(context: ActContext, material: ItemMaterial, { promisedOn }: MaterialMark): boolean {
  return material.deferrable && promisedOn !== null && promisedOn >= civilDate(context.at)
}

// ... and not for long.
function checkPromises(context: ActContext, marks: readonly MaterialMark[]): void {
  const last = addWorkingDays(context.calendar, civilDate(context.at), context.settings.deferredMax)
  for (const { name, state, promisedOn } of marks) {
    const isDeferrable = context.item.materials.some((each) => each.name === name && each.deferrable)
    if (state === 'deferred' && isDeferrable && promisedOn !== null && promisedOn > last)
      throw new Refusal('material.promise_too_late', { name, date: last })
  }
}
