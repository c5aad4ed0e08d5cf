import type { Sentence } from '@counter/shared/text/sentence'

/** What K-8 alone says; it is loaded with that page, because a kiosk's first page pays for every word (K54). */
export const OPINION_WORDS = {
  scan: { zh: '扫码在手机上写，凭查询码看答复', en: 'Scan to write on your phone; a code shows the answer' },
  staff: {
    zh: '投诉工作人员，请打监督电话或投意见箱',
    en: 'Complaints about staff: the supervision phone or the letter box',
  },
} as const satisfies Record<string, Sentence>
