import type { OutboxItem } from '../../outbox/outbox.ts'
import type { VillageKey } from '../../text/village-zh-cn.ts'

/**
 * What is to be said of the slip in the resident's hand: nothing while it is as it was, else whether its number still leads to
 * the case that the centre has (V63, V66, V80).
 */
export function slipWords({ answer, header }: Pick<OutboxItem, 'answer' | 'header'>): VillageKey | null {
  if (answer?.slip === 'shut') return 'village.slip.shut'
  const told = header.number ?? header.provisional ?? null
  const number = answer?.number ?? null
  if (told === null || number === null || number === told) return null
  return answer?.slip === 'other_matter' ? 'village.slip.apart' : 'village.slip.other'
}

/**
 * The number under which the resident asks: the centre's where it has told one, else the printed one. A slip that opens nothing
 * keeps its own, since the case that stands is another person's (V4, V64).
 */
export function numberNow({ answer, header }: Pick<OutboxItem, 'answer' | 'header'>): string {
  const told = header.number ?? header.provisional ?? ''
  return answer?.slip === 'shut' ? told : (answer?.number ?? told)
}
