import { EDITED_FIELDS, EDITED_WORDS, type EditedField, maskedFact } from './edit.ts'
import { maskIdNumber, maskName } from './identity.ts'

/** By what a slip that was entered again from paper and the phone's own registration are compared (V80). */
export const SLIP_FIELDS = ['item', 'name', 'idNo', ...EDITED_FIELDS] as const
export type SlipField = (typeof SLIP_FIELDS)[number]

export const SLIP_WORDS = {
  item: { zh: '事项', en: 'item' },
  name: { zh: '姓名', en: 'name' },
  idNo: { zh: '证件号码', en: 'document number' },
  ...EDITED_WORDS,
} as const satisfies Record<SlipField, Readonly<Record<'zh' | 'en', string>>>

/**
 * What of the slip in the resident's hand opens nothing: its number, which is that of another matter, or all of it, because the
 * case that it was joined to is another person's (V64, V80).
 */
export const SLIP_FAULTS = ['other_matter', 'shut'] as const
export type SlipFault = (typeof SLIP_FAULTS)[number]

/** Enough of a value to tell two of them apart; an item is no secret (P33). */
export function maskedSlipFact(field: SlipField, value: string): string {
  if (field === 'item' || value === '') return value
  if (field === 'name') return maskName(value)
  return field === 'idNo' ? maskIdNumber(value) : maskedFact(field satisfies EditedField, value)
}
