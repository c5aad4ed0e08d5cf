import type { ClockKind } from '@counter/shared/vocabulary/case'
import type { ClockContext } from '../../domain/case/due.ts'
import type { ItemRules } from '../../domain/case/item-rules.ts'
import { withJointLimits } from '../../domain/case/joint.ts'
import { findItemVersion, type Item } from '../../store/items.ts'
import type { Tx } from '../../store/tx.ts'
import { readClockRules } from './clock-rules.ts'

/** What every count of a transaction is made with. */
export function clockContext(tx: Tx): ClockContext {
  return readClockRules(tx).present
}

const LICENCE = '01'

/** The rules in an item version, as the domain reads them. */
export function rulesOf({ caseType, content, relativeFiling }: Item): ItemRules {
  const { committedLimit, statutoryLimit, extension, townshipRole, pauseReasons, materials, twoPersonCheck } =
    content
  return withJointLimits({
    caseType,
    committed: { value: committedLimit.value, unit: committedLimit.unit },
    statutory: statutoryLimit,
    townshipRole,
    isLicence: content.powerTypeCode === LICENCE,
    needsCheck: twoPersonCheck,
    extension: extension === null ? null : { value: extension.max, unit: extension.unit },
    pauseReasons,
    materials,
    jointUnits: content.jointUnits,
    pledge: content.pledge,
    deliveryWorkdays: content.deliveryWorkdays,
    relativeFiling,
  })
}

/** The item version of a stored case; it cannot be gone, because versions are immutable (C101). */
export function itemOf(tx: Tx, stored: { item: Item['code']; itemVersion: number }): Item {
  const { item: code, itemVersion: version } = stored
  const item = tx.kept(`item ${code}.${version}`, () => findItemVersion(tx, code, version))
  if (item === undefined) throw new Error(`item ${stored.item} version ${stored.itemVersion} is gone`)
  return item
}

/** The clocks that have started. */
export function startedClocks<Reading>(clocks: { readonly [Kind in ClockKind]: Reading | null }): Reading[] {
  return Object.values(clocks).filter((reading) => reading !== null)
}
