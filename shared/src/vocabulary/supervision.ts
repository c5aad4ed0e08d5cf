/** How high a supervision order 督办单 stands: the post that reads it, never a person (C704, C705). */
export const ORDER_LEVELS = ['unit_head', 'deputy_leader', 'chief_leader'] as const
export type OrderLevel = (typeof ORDER_LEVELS)[number]

/** What an order rests on; the ladder issues only by the first (C704). */
export const ORDER_RULES = ['overdue', 'overdue_statutory', 'due_soon', 'complaint', 'other'] as const
export type OrderRule = (typeof ORDER_RULES)[number]

type Told = Readonly<Record<'zh' | 'en', string>>

/** Posts and rules as papers and screens say them. */
export const LEVEL_WORDS = {
  unit_head: { zh: '单位负责人', en: 'Head of the unit' },
  deputy_leader: { zh: '分管负责人', en: 'Deputy leader in charge' },
  chief_leader: { zh: '主要负责人', en: 'Chief leader' },
} as const satisfies Record<OrderLevel, Told>

export const RULE_WORDS = {
  overdue: { zh: '超过承诺时限', en: 'The promise was missed' },
  overdue_statutory: { zh: '超过法定时限', en: 'The statutory limit was missed' },
  due_soon: { zh: '快到期了', en: 'It is due soon' },
  complaint: { zh: '群众反映', en: 'A resident complained' },
  other: { zh: '其他', en: 'Something else' },
} as const satisfies Record<OrderRule, Told>

/** What an order of the ladder asks, since nobody wrote it (C704). */
export const LADDER_ASKS = {
  zh: '已超承诺时限，请说明原因，抓紧办理',
  en: 'The promise was missed. Say why, and carry on at once',
} as const satisfies Told

/** Who has issued an order; who issues it closes it, and what the ladder issued is closed by either of the others (C705). */
export const ORDER_ISSUERS = ['system', 'supervisor', 'leader'] as const
export type OrderIssuer = (typeof ORDER_ISSUERS)[number]
