import type { IdNumberProblem } from '../vocabulary/identity.ts'
import type { Sentence } from './sentence.ts'

/** What is wrong with the number of a document, as it is said at its field (C1105, C1106). */
export const ID_PROBLEM_WORDS = {
  length: {
    zh: '身份证号不对，请再看一遍（18 位）',
    en: 'The ID number is wrong, please check (18 characters)',
  },
  date: { zh: '身份证号里的出生日期不对', en: 'The birth date in the ID number is wrong' },
  check: {
    zh: '身份证号最后一位对不上，请再看一遍',
    en: 'The last character of the ID number does not match, please check',
  },
  old_card: {
    zh: '这是 15 位旧证号，请用 18 位新证号',
    en: 'This is an old 15-digit number; use the 18-digit one',
  },
  region: { zh: '居住证号以 81、82 或 83 开头', en: 'A permit number begins with 81, 82 or 83' },
  passport: { zh: '护照号只有字母和数字', en: 'A passport number has letters and digits only' },
} as const satisfies Record<IdNumberProblem, Sentence>
