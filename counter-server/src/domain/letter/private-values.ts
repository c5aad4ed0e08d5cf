import type { PrivateKind } from '@counter/shared/vocabulary/letter'

/** What is known of whoever wrote; empty where nothing was said. */
export interface WriterFacts {
  readonly name: string
  readonly phone: string
  readonly address: string
}

/**
 * What of a person stands in a text that is to be public, or null (C1303): the writer's own name, number and address as they
 * are known, and anything that has the shape of a mobile, of an ID number or of an account. Blanks, dashes and signs without
 * width hide nothing, nor do full-width digits; two numbers that follow each other are two.
 */
export function privateValueIn(text: string, { name, phone, address }: WriterFacts): PrivateKind | null {
  const plain = plainOf(text)
  const holds = (value: string) =>
    closed(plainOf(value)).length > 1 && closed(plain).includes(closed(plainOf(value)))
  if (holds(name)) return 'name'
  if (holds(phone)) return 'phone'
  if (holds(address)) return 'address'
  // Before the mobiles: its last digits may have the shape of one.
  if (ID_NUMBER.test(plain)) return 'id_number'
  if (MOBILE.test(plain)) return 'phone'
  return ACCOUNT.test(plain) ? 'account' : null
}

// What may stand between two digits of one number.
const GAP = String.raw`[\s\u2010-\u2015·-]*`
const MOBILE = numberOf(['(?:(?:00)?86)?', '1', '[3-9]', ...digits(9)])
const ID_NUMBER = numberOf([
  '[1-9]',
  ...digits(5),
  `(?:1${GAP}9|2${GAP}0)`,
  ...digits(2),
  ...['[01]', ...digits(1), '[0-3]', ...digits(4)],
  String.raw`[\dX]`,
])
const ACCOUNT = numberOf([...digits(15), String.raw`(?:${GAP}\d){1,4}`])

function digits(count: number): readonly string[] {
  return Array.from({ length: count }, () => String.raw`\d`)
}

function numberOf(signs: readonly string[]): RegExp {
  return new RegExp(String.raw`(?<!\d)${signs.join(GAP)}(?!\d)`, 'i')
}

function plainOf(text: string): string {
  return text.normalize('NFKC').replaceAll(/\p{Cf}/gu, '')
}

function closed(text: string): string {
  return text.replaceAll(new RegExp(GAP, 'g'), '')
}
