import type { ItemCode, UnitCode } from '@counter/shared/vocabulary/ids'

/** The next code of a unit after the last one it gave out: MZ-013 after MZ-012; a code is never used again (cases.md 1). */
export function nextCode(unit: UnitCode, last: ItemCode | null): ItemCode {
  const serial = last === null ? 0 : Number(last.slice(-3))
  if (serial >= 999) throw new RangeError(`unit ${unit} has used up its codes`)
  return `${unit}-${String(serial + 1).padStart(3, '0')}` as ItemCode
}
