import type { IdKind } from './personal-data.ts'
import { isPlainDate } from './plain-date.ts'
import type { PlainDate } from './time.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_SIGNS = '10X98765432'

/** What is wrong with an ID number (C1105). */
export type IdNumberProblem = 'length' | 'date' | 'check' | 'old_card' | 'region' | 'passport'

/** The number as it is kept: blanks removed, x written X (C1105). */
export function normalIdNumber(text: string): string {
  return text.replace(/\s/g, '').toUpperCase()
}

/** The problem of an ID number by GB 11643, or null. `today` bounds the birth date; age at most 130 (C1105). */
export function idNumberProblem(text: string, today: PlainDate): IdNumberProblem | null {
  const id = normalIdNumber(text)
  if (/^\d{15}$/.test(id)) return 'old_card'
  if (!/^[1-9]\d{16}[\dX]$/.test(id)) return 'length'
  const birth = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
  const oldest = `${Number(today.slice(0, 4)) - 130}${today.slice(4)}`
  if (!isPlainDate(birth) || birth > today || birth < oldest) return 'date'
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(id.charAt(place)), 0)
  return CHECK_SIGNS.charAt(sum % 11) === id.charAt(17) ? null : 'check'
}

/** The regions of a residence permit for people of Hong Kong, Macao and Taiwan (C1106). */
const PERMIT_REGION = /^8[123]/

/**
 * What is wrong with the number of a document, or null (C1106). The household book and the residence permit carry a number
 * of the same make as the ID card; without a document there is no number.
 */
export function idProblem(kind: IdKind, text: string, today: PlainDate): IdNumberProblem | null {
  const number = normalIdNumber(text)
  if (kind === 'none') return number === '' ? null : 'length'
  if (kind === 'passport') return /^[A-Z\d]{5,17}$/.test(number) ? null : 'passport'
  if (kind === 'residence_permit' && number.length === 18 && !PERMIT_REGION.test(number)) return 'region'
  return idNumberProblem(text, today)
}

/** True for somebody under 14, by the birth date in the number (C1109). */
export function isUnder14(text: string, today: PlainDate): boolean {
  const id = normalIdNumber(text)
  if (!/^\d{17}[\dX]$/.test(id)) return false
  const turnsOn = `${Number(id.slice(6, 10)) + 14}-${id.slice(10, 12)}-${id.slice(12, 14)}`
  return today < turnsOn
}

/** The same for a document of any kind; a passport's number says no age (C1109). */
export function isMinor(kind: IdKind, text: string, today: PlainDate): boolean {
  return kind !== 'passport' && isUnder14(text, today)
}

/** A mobile or landline number as C1107 writes them. */
export function isPhone(text: string): boolean {
  return /^1[3-9]\d{9}$/.test(text) || /^0\d{2,3}-?\d{7,8}$/.test(text)
}

const DOUBLE_SURNAMES = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '夏侯',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '长孙',
  '宇文',
  '司徒',
  '司空',
  '端木',
  '东方',
]

/** 张*, 王*国, 欧阳** (C1108). Counts code points, so rare characters stay whole. */
export function maskName(name: string): string {
  const signs = [...name]
  if (signs.length <= 1) return name === '' ? '' : '*'
  if (DOUBLE_SURNAMES.includes(signs.slice(0, 2).join('')) && signs.length > 2) {
    return signs.slice(0, 2).join('') + '*'.repeat(signs.length - 2)
  }
  if (signs.length === 2) return `${signs[0]}*`
  return `${signs[0]}${'*'.repeat(signs.length - 2)}${signs[signs.length - 1]}`
}

/** `341524********0014` in the clerk's list, `**************0014` elsewhere; of a passport the last four alone (C1108). */
export function maskIdNumber(id: string, keepRegion = false): string {
  if (id.length !== 18) return `${'*'.repeat(Math.max(id.length - 4, 4))}${id.slice(-4)}`
  return `${keepRegion ? id.slice(0, 6) : '******'}********${id.slice(-4)}`
}

/** `138****5678` (C1108). */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`
}

/** `石桥**6号`: enough of a written value to tell two of them apart, and no more (P33). */
export function maskWords(text: string): string {
  const signs = [...text]
  const shown = signs.length > 5 ? 2 : 1
  const end = signs.length > 5 ? signs.slice(-2).join('') : ''
  return text === '' ? '' : `${signs.slice(0, shown).join('')}**${end}`
}
