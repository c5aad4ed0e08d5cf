import type { PrivateKind } from '@counter/shared/vocabulary/letter'

/** What is known of whoever wrote; empty where nothing was said. */
export interface WriterFacts {
  readonly name: string
  readonly phone: string
  readonly address: string
}

/**
 * What of a person stands in a text that is to be public, or null (C1303): the writer's own name, number and address as they
 * are known, and anything that has the shape of a mobile, of an ID number or of an account. Blanks, hyphens and signs without
 * width between digits hide nothing, nor do full-width digits.
 */
export function privateValueIn(text: string, { name, phone, address }: WriterFacts): PrivateKind | null {
  const plain = compact(text)
  const holds = (value: string) => value.trim().length > 1 && plain.includes(compact(value))
  if (holds(name)) return 'name'
  if (holds(phone) || MOBILE.test(plain)) return 'phone'
  if (holds(address)) return 'address'
  if (ID_NUMBER.test(plain)) return 'id_number'
  return ACCOUNT.test(plain) ? 'account' : null
}

const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/
const ID_NUMBER = /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}[01]\d[0-3]\d{4}[\dX](?!\d)/i
const ACCOUNT = /(?<!\d)\d{16,19}(?!\d)/

function compact(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\u200B-\u200D\uFEFF]/g, '')
    .replaceAll(/(?<=\d)[\s-]+(?=\d)/g, '')
    .trim()
}
