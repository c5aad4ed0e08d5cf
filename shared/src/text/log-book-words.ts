import type { Satisfaction } from '../vocabulary/agency.ts'
import type { Sentence } from './sentence.ts'

/** The columns of the 代办台账, in the order of the township's paper book (V17). */
export const LOG_BOOK_WORDS = {
  title: { zh: '代办台账', en: 'Agency log book' },
  posted: { zh: '代办情况公示', en: 'Agency work, for the notice board' },
  serial: { zh: '序号', en: 'No.' },
  number: { zh: '办件编号', en: 'Case number' },
  alias: { zh: '原编号', en: 'Number on the slip' },
  point: { zh: '代办点', en: 'Point' },
  agent: { zh: '代办员', en: 'Agent' },
  applicant: { zh: '群众', en: 'Resident' },
  relation: { zh: '身份', en: 'Capacity' },
  item: { zh: '事项', en: 'Matter' },
  authority: { zh: '委托', en: 'Authority' },
  papers: { zh: '材料', en: 'Papers' },
  registered: { zh: '收件', en: 'Taken' },
  handedUp: { zh: '交件', en: 'Handed up' },
  relayed: { zh: '转告补正', en: 'Notice passed on' },
  decided: { zh: '办结', en: 'Decided' },
  result: { zh: '结果', en: 'Result' },
  delivered: { zh: '送达', en: 'Handed over' },
  returned: { zh: '退还原件', en: 'Originals returned' },
  fee: { zh: '规费和票据号', en: 'Official fee, receipt' },
  followUp: { zh: '回访', en: 'Follow-up' },
  relative: { zh: '近亲属', en: 'Near relative' },
  carrier: { zh: '报送人', en: 'Sent by' },
  corrections: { zh: '更正', en: 'Corrections' },
  was: { zh: '原记', en: 'before:' },
  consultation: { zh: '咨询', en: 'Consultation' },
  referred: { zh: '已转镇中心', en: 'sent on to the centre' },
  revoked: { zh: '已撤回', en: 'taken back' },
  until: { zh: '至', en: 'until' },
  notYet: { zh: '未转告', en: 'not passed on' },
  granted: { zh: '准予', en: 'granted' },
  denied: { zh: '不予', en: 'denied' },
  original: { zh: '原件', en: 'original' },
  copy: { zh: '复印件', en: 'copy' },
  yes: { zh: '是', en: 'yes' },
} as const satisfies Readonly<Record<string, Sentence>>

/** What a resident said at the agent's own follow-up (V20). */
export const SATISFACTION_WORDS = {
  satisfied: { zh: '满意', en: 'satisfied' },
  fair: { zh: '一般', en: 'fair' },
  dissatisfied: { zh: '不满意', en: 'dissatisfied' },
} as const satisfies Record<Satisfaction, Sentence>
