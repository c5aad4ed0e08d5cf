import type { VillageAttention } from '@counter/shared/contract/village-attention'

/** How the centre solves what waits; `join` and `apart` are of a slip that was entered again from paper, `noted` of what nobody can read (V51, V80). */
export const WAYS = ['apply', 'link', 'reject', 'join', 'apart', 'noted'] as const
/** What opened no more on a lost phone: its header alone is here. */
export const UNREADABLE = 'command.unreadable'
export type Way = (typeof WAYS)[number]

/** The ways for this item, the expected one first: one slip is one case, unless that one was entered in error (V80). */
export function waysOf({
  slipCase,
  type,
  code,
}: Pick<VillageAttention, 'slipCase' | 'type' | 'code'>): readonly [Way, ...Way[]] {
  if (code === UNREADABLE) return ['noted']
  // Only a registration may turn out to be a case that stands; what a later fact says would be lost there (V51).
  if (type !== 'case.register') return ['apply', 'reject']
  if (slipCase === null) return ['apply', 'link', 'reject']
  return slipCase.isVoid ? ['apart', 'link', 'reject'] : ['join', 'apart', 'reject']
}
