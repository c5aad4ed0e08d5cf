import type { RefusalCode } from '../vocabulary/refusal.ts'
import type { Sentence } from './sentence.ts'

/** Letters, the box and the duty post. */
export const LETTER_REFUSALS = {
  'letter.not_found': { zh: '没有这封来信', en: 'There is no such letter' },
  'letter.forbidden': { zh: '这封信不归您办', en: 'This letter is not yours to handle' },
  'letter.wrong_status': {
    zh: '这封信现为“{status}”，不能{action}[；现在可以：{actions}]',
    en: 'The letter is “{status}”; it cannot be {action}[. Possible now: {actions}]',
  },
  'letter.changed': {
    zh: '这封信刚有变化，请看最新情况',
    en: 'The letter has just changed. Look at the latest state',
  },
  'letter.text_missing': { zh: '请写明说的是什么事', en: 'Write what it is about' },
  'letter.reply_incomplete': {
    zh: '请填答复、签发人和方式',
    en: 'A reply needs its text, who signed it, and the way',
  },
  'letter.about_staff': {
    zh: '投诉工作人员请打监督电话，或投纸质信箱',
    en: 'Complaints about staff go to the supervision phone or the paper box',
  },
  'letter.topic_by_supervisor': { zh: '调查、疑难由主管来定', en: 'The supervisor sets this topic' },
  'letter.too_many_representatives': {
    zh: '集体来访最多推{n}名代表',
    en: 'A group sends at most {n} representatives',
  },
  'letter.leader_missing': { zh: '请写接访领导', en: 'Write which leader received the visit' },
  'letter.not_on_spot': {
    zh: '只有来访和电话可当场答复',
    en: 'Only visits and calls are answered on the spot',
  },
  'letter.not_petition': { zh: '这封信没有转信访', en: 'This letter is no petition' },
  'letter.petition_already': { zh: '这封信已转信访', en: 'This letter is a petition already' },
  'letter.review_too_late': {
    zh: '申请复查的期限到{date}为止',
    en: 'A review could be asked for until {date}',
  },
  'letter.objection_too_late': {
    zh: '退回要在{date}前提出',
    en: 'An objection had to come by {date}',
  },
  'letter.original_wrong': { zh: '不能并入这一件', en: 'It cannot be linked to that letter' },
  'letter.about_unit': {
    zh: '信里说的就是该单位，请交别的单位',
    en: 'The letter is about that unit. Choose another',
  },
  'publication.incomplete': { zh: '请写公开的来信大意和答复', en: 'Write what was asked and the answer' },
  'publication.private_value': {
    zh: '里面有{gaps}，不能公开',
    en: 'It holds {gaps} and cannot be published',
  },
  'publication.none_drafted': { zh: '请先拟要公开的内容', en: 'Write first what is to be published' },
  'publication.is_public': {
    zh: '已经公开，要改请先撤下',
    en: 'It is public. Withdraw it first to change it',
  },
  'publication.not_public': { zh: '这封信没有公开', en: 'This letter is not public' },
  'complaint.recusal': { zh: '您应回避', en: 'You must stand aside' },
  'duty.two_people': { zh: '开意见箱要两个人', en: 'The box is opened by two people' },
} as const satisfies Partial<Record<RefusalCode, Sentence>>
