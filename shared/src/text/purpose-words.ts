import type { RevealPurpose } from '../vocabulary/personal-data.ts'
import type { Sentence } from './sentence.ts'

/** Why personal data were looked at, in the words that the clerk picks and the resident reads (P35). */
export const PURPOSE_WORDS = {
  contact: { zh: '打电话联系', en: 'to call' },
  identity: { zh: '核对身份', en: 'to check who it is' },
  materials: { zh: '核对材料', en: 'to check the papers' },
  delivery: { zh: '送达结果', en: 'to hand over the result' },
  follow_up: { zh: '回访', en: 'to ask afterwards' },
  supervision: { zh: '督查', en: 'supervision' },
  other: { zh: '其他事由', en: 'another reason' },
} as const satisfies Record<RevealPurpose, Sentence>
