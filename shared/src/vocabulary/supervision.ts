/** How high a supervision order 督办单 stands: the post that reads it, never a person (C704, C705). */
export const ORDER_LEVELS = ['unit_head', 'deputy_leader', 'chief_leader'] as const
export type OrderLevel = (typeof ORDER_LEVELS)[number]

/** What an order rests on; the ladder issues only by the first (C704). */
export const ORDER_RULES = ['overdue', 'overdue_statutory', 'due_soon', 'complaint', 'other'] as const
export type OrderRule = (typeof ORDER_RULES)[number]

/** Who has issued an order; who issues it closes it, and what the ladder issued is closed by either of the others (C705). */
export const ORDER_ISSUERS = ['system', 'supervisor', 'leader'] as const
export type OrderIssuer = (typeof ORDER_ISSUERS)[number]
