import { addDays } from './plain-date.ts'
import type { PlainDate } from './time.ts'

/** 23 signs without look-alikes; prime, so one wrong sign or one swap is always found (V60). */
const CHECK_ALPHABET = '34679ACDEFGHJKMNPQRTVWX'

/** Crockford's 32 signs: no I, L, O, U (C1103). */
export const QUERY_CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The check sign of a case number's digits: weights 2, 3, 4 … from the right, modulo 23 (V60). */
export function checkSign(digits: string): string {
  const reversed = [...digits].reverse()
  const sum = reversed.reduce((total, digit, place) => total + Number(digit) * (place + 2), 0)
  return CHECK_ALPHABET.charAt(sum % CHECK_ALPHABET.length)
}

/** A case number `YYYY-VV-NNNN-C`, five serial digits after 9999 (C1101). */
export function caseNumber(year: number, source: string, serial: number): string {
  const digits = String(serial).padStart(4, '0')
  return `${year}-${source}-${digits}-${checkSign(`${year}${source}${digits}`)}`
}

/** True when a text is a case number whose check sign fits; refusal `number.check_failed` otherwise. */
export function isCaseNumber(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{4,5})-([0-9A-Z])$/.exec(text)
  if (parts === null) return false
  const [, year, source, serial, check] = parts
  return check === checkSign(`${year}${source}${serial}`)
}

/** Of which years a lent number may stand on a new slip on a day: those of the old one live for so many days more (V61). */
export function numberYears(day: PlainDate, oldNumberDays: number): readonly number[] {
  const year = Number(day.slice(0, 4))
  const isYoung = day < addDays(`${year}-01-01` as PlainDate, oldNumberDays)
  return isYoung ? [year, year - 1] : [year]
}

/** A code for a slip without a number, `临-VV-XXXXX-C`: five signs of the case's own random bits (V63). */
export function provisionalCode(village: string, caseId: string): string {
  // The last group of a UUIDv7 is random; 23 to the fifth fits into it many times over.
  let rest = Number.parseInt(caseId.slice(-12), 16)
  let signs = ''
  for (let place = 0; place < PROVISIONAL_SIGNS; place += 1) {
    signs += CHECK_ALPHABET.charAt(rest % CHECK_ALPHABET.length)
    rest = Math.floor(rest / CHECK_ALPHABET.length)
  }
  return `临-${village}-${signs}-${provisionalSign(village, signs)}`
}

const PROVISIONAL_SIGNS = 5

/** True when a text is a provisional code whose check sign fits (V63). */
export function isProvisionalCode(text: string): boolean {
  const parts = /^临-(\d{2})-([0-9A-Z]{5})-([0-9A-Z])$/.exec(text)
  if (parts === null) return false
  const [, village = '', signs = '', check] = parts
  return (
    [...signs].every((sign) => CHECK_ALPHABET.includes(sign)) && check === provisionalSign(village, signs)
  )
}

// The village counts by its digits, each sign by its place in the alphabet; weights as for numbers (V60, V63).
function provisionalSign(village: string, signs: string): string {
  const values = [...[...village].map(Number), ...[...signs].map((sign) => CHECK_ALPHABET.indexOf(sign))]
  const sum = values.reverse().reduce((total, value, place) => total + value * (place + 2), 0)
  return CHECK_ALPHABET.charAt(sum % CHECK_ALPHABET.length)
}

/** What a person typed, as the 8 signs it means: blanks and hyphens out, I and L read as 1, O as 0. */
export function normalQueryCode(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0')
}

/** A query code as it is printed, `7K3F-9QPD`. */
export function printedQueryCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}
