import { maskPhone, maskWords } from './identity.ts'

/** What of a case's person may be put right by the village or the hall (V73). */
export const EDITED_FIELDS = ['phone', 'contact', 'address'] as const
export type EditedField = (typeof EDITED_FIELDS)[number]

/** Their names, on pages and in a refusal. */
export const EDITED_WORDS = {
  phone: { zh: '电话', en: 'phone' },
  contact: { zh: '联系人', en: 'contact' },
  address: { zh: '住址', en: 'address' },
} as const satisfies Record<EditedField, Readonly<Record<'zh' | 'en', string>>>

/** Enough of a value to tell two of them apart; whole it is seen on the page of its case, by a recorded look (P33, P34). */
export function maskedFact(field: EditedField, value: string): string {
  return field === 'phone' && value !== '' ? maskPhone(value) : maskWords(value)
}
