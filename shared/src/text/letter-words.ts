import type {
  LetterAction,
  LetterFlag,
  LetterStatus,
  PrivateKind,
  Satisfaction,
} from '../vocabulary/letter.ts'
import type { Sentence } from './sentence.ts'

/** How a letter stands and what is done to it (C1302). */
export const LETTER_WORDS = {
  registered: { zh: '已登记', en: 'registered' },
  assigned: { zh: '已交办', en: 'assigned' },
  answering: { zh: '答复中', en: 'being answered' },
  to_sign: { zh: '待签发', en: 'to be signed' },
  replied: { zh: '已答复', en: 'answered' },
  closed: { zh: '已办结', en: 'closed' },
  redirected: { zh: '已转其他机关', en: 'redirected' },
  duplicate: { zh: '重复来信', en: 'duplicate' },
  no_contact: { zh: '联系不上', en: 'writer not reached' },
  assign: { zh: '交办', en: 'assigned' },
  reply_on_spot: { zh: '当场答复', en: 'answered on the spot' },
  take: { zh: '承办', en: 'taken' },
  send_back: { zh: '退回交办', en: 'sent back' },
  answer: { zh: '提交答复', en: 'answered' },
  sign: { zh: '签发', en: 'signed' },
  rework: { zh: '退回修改', en: 'sent back for changes' },
  reply: { zh: '登记答复', en: 'recorded as answered' },
  close: { zh: '办结', en: 'closed' },
  redirect: { zh: '转其他机关', en: 'redirected' },
  link: { zh: '并入另一件', en: 'linked as a duplicate' },
  unlink: { zh: '不是重复', en: 'taken out as no duplicate' },
  set_topic: { zh: '改类别', en: 'given another topic' },
  set_date: { zh: '记上级期限', en: 'given the county’s date' },
  convert: { zh: '转信访', en: 'converted to a petition' },
  give_notice: { zh: '信访告知', en: 'answered with the petition notice' },
  extend: { zh: '延期', en: 'extended' },
  tell_due: { zh: '告知期限', en: 'told its date' },
  supervise: { zh: '督办', en: 'ordered' },
  ask_review: { zh: '登记复查申请', en: 'sent to review' },
  record_review: { zh: '登记复查结果', en: 'given its review' },
  draft_publication: { zh: '拟公开', en: 'drafted for publication' },
  publish: { zh: '公开', en: 'published' },
  withdraw_publication: { zh: '撤下公开', en: 'withdrawn from the public list' },
  correct_facts: { zh: '更正登记', en: 'registered otherwise' },
  correct_writer: { zh: '更正来信人', en: 'given another writer' },
  correct: { zh: '更正', en: 'corrected' },
  add_note: { zh: '备注', en: 'noted' },
} as const satisfies Record<LetterStatus | LetterAction, Sentence>

/** What of a person was found in a text that is to be published (C1303). */
export const PRIVATE_WORDS = {
  name: { zh: '来信人姓名', en: 'the writer’s name' },
  phone: { zh: '电话号码', en: 'a phone number' },
  address: { zh: '来信人住址', en: 'the writer’s address' },
  id_number: { zh: '身份证号', en: 'an ID number' },
  account: { zh: '账号', en: 'an account number' },
} as const satisfies Record<PrivateKind, Sentence>

export const SATISFACTION_WORDS = {
  yes: { zh: '满意', en: 'Satisfied' },
  no: { zh: '不满意', en: 'Not satisfied' },
  not_said: { zh: '未表态', en: 'Not said' },
} as const satisfies Record<Satisfaction, Sentence>

export const LETTER_FLAG_WORDS = {
  anonymous: { zh: '匿名', en: 'anonymous' },
  urgent: { zh: '紧急', en: 'urgent' },
  group: { zh: '集体来访', en: 'group' },
  petition: { zh: '信访', en: 'petition' },
  extended: { zh: '已延期', en: 'extended' },
  supervised: { zh: '有督办', en: 'under an order' },
} as const satisfies Record<LetterFlag, Sentence>

/** The columns and the two sums of the count of a period (C1303). */
export const COUNT_WORDS = {
  title: { zh: '来信办理', en: 'Letters' },
  channel: { zh: '渠道', en: 'Channel' },
  received: { zh: '收到', en: 'Received' },
  replied: { zh: '已答复', en: 'Answered' },
  onTime: { zh: '按时答复', en: 'In time' },
  satisfied: { zh: '满意', en: 'Satisfied' },
  dissatisfied: { zh: '不满意', en: 'Not satisfied' },
  mailboxes: { zh: '四个信箱合计', en: 'The four mailboxes' },
  all: { zh: '全部', en: 'All' },
} as const satisfies Record<string, Sentence>
