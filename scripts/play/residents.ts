import type { Chance } from './chance.ts'

/** Invented people only: sample names, an unassigned region, phones that belong to nobody (N10). */
export interface Resident {
  readonly name: string
  readonly idNo: string
  readonly phone: string
}

const STEMS = [...'甲乙丙丁戊己庚辛壬癸']
const BRANCHES = ['', ...'子丑寅卯辰巳午未申酉戌亥']
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_SIGNS = '10X98765432'

export function newResident(chance: Chance): Resident {
  const digits = (count: number) =>
    Array.from({ length: count }, () => Math.floor(chance.between(0, 10))).join('')
  const two = (low: number, high: number) => String(Math.floor(chance.between(low, high))).padStart(2, '0')
  const body = `999999${Math.floor(chance.between(1940, 2004))}${two(1, 13)}${two(1, 29)}${digits(3)}`
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(body.charAt(place)), 0)
  return {
    name: `示例${chance.pick(STEMS)}${chance.pick(BRANCHES)}`,
    idNo: `${body}${CHECK_SIGNS.charAt(sum % 11)}`,
    phone: `1990000${digits(4)}`,
  }
}
