import type { RefusalCode } from '../vocabulary/refusal.ts'
import type { Sentence } from './sentence.ts'

/** Why figures are not made. */
export const REPORT_REFUSALS = {
  'report.busy': {
    zh: '已有报表在统计，等它好了再点',
    en: 'Other reports are being made. Press again when they are done',
  },
  'report.too_long': {
    zh: '统计时间太长，请选短一些的时间',
    en: 'This takes too long. Choose a shorter time',
  },
  'export.too_large': {
    zh: '超过 {n} 行，请选短一些的时间',
    en: 'More than {n} rows. Choose a shorter time',
  },
  'report.left': { zh: '您已离开，没有再统计', en: 'You left, so it was not made' },
} as const satisfies Partial<Record<RefusalCode, Sentence>>
