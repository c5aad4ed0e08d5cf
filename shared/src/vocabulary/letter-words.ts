import type { LetterChannel, LetterTopic, ReplyWay, ReviewOutcome } from './letter.ts'

type Told = Readonly<Record<'zh' | 'en', string>>

/** Channels, topics and ways of a reply as papers and screens say them. */
export const CHANNEL_WORDS = {
  visit: { zh: '来访', en: 'Visit' },
  phone: { zh: '24小时电话', en: '24-hour phone' },
  secretary_box: { zh: '书记信箱', en: 'Secretary’s mailbox' },
  magistrate_box: { zh: '县长信箱', en: 'County head’s mailbox' },
  unit_box: { zh: '部门信箱', en: 'Unit mailbox' },
  township_box: { zh: '乡镇信箱', en: 'Township mailbox' },
  website: { zh: '网站留言', en: 'Website' },
  opinion_box: { zh: '意见箱', en: 'Opinion box' },
  opinion_book: { zh: '意见簿', en: 'Opinion book' },
  hotline: { zh: '12345', en: '12345' },
  supervision_phone: { zh: '监督电话', en: 'Supervision phone' },
} as const satisfies Record<LetterChannel, Told>

export const LETTER_TOPIC_WORDS = {
  consult: { zh: '咨询', en: 'Question' },
  suggest: { zh: '建议', en: 'Suggestion' },
  praise: { zh: '表扬', en: 'Praise' },
  complaint: { zh: '投诉', en: 'Complaint' },
  help: { zh: '求助', en: 'Call for help' },
  investigate: { zh: '调查', en: 'To investigate' },
  hard: { zh: '疑难', en: 'Hard matter' },
  personal_data: { zh: '个人信息', en: 'Personal data' },
} as const satisfies Record<LetterTopic, Told>

export const REPLY_WAY_WORDS = {
  read_out: { zh: '电话念给本人', en: 'Read out by phone' },
  in_writing: { zh: '书面答复', en: 'Sent in writing' },
  in_book: { zh: '写在意见簿上', en: 'Written in the book' },
  on_spot: { zh: '当场说清', en: 'Said on the spot' },
  by_code: { zh: '凭查询码看', en: 'Under the query code' },
} as const satisfies Record<ReplyWay, Told>

export const REVIEW_WORDS = {
  upheld: { zh: '维持原意见', en: 'Upheld' },
  changed: { zh: '变更原意见', en: 'Changed' },
  revoked: { zh: '撤销原意见', en: 'Revoked' },
} as const satisfies Record<ReviewOutcome, Told>
