import type { VillageAttention } from '@counter/shared/contract/village-attention'

/** How the centre solves what waits; the last two are of a slip that was entered again from paper (V51, V80). */
export const WAYS = ['apply', 'link', 'reject', 'join', 'apart'] as const
export type Way = (typeof WAYS)[number]

/** The ways for this item, the expected one first: one slip is one case, unless that one was entered in error (V80). */
export function waysOf({
  slipCase,
  type,
}: Pick<VillageAttention, 'slipCase' | 'type'>): readonly [Way, ...Way[]] {
  // Only a registration may turn out to be a case that stands; what a later fact says would be lost there (V51).
  if (type !== 'case.register') return ['apply', 'reject']
  if (slipCase === null) return ['apply', 'link', 'reject']
  return slipCase.isVoid ? ['apart', 'link', 'reject'] : ['join', 'apart', 'reject']
}
