import type { PointLine } from '@counter/shared/contract/points'
import type { Words } from '../../text/words.ts'

/** Under so many it is no rate (V89). */
const FEW = 5

/** 「96%（48/50）」; few cases are said as they are, without a rate (V89, U37). */
export function shareWords(words: Words, { n, of }: PointLine['month']['handUp']): string {
  if (of === 0) return words('point.noCases')
  if (of < FEW) return words('point.few', { n, of })
  return words('point.rate', { percent: Math.round((n / of) * 100), n, of })
}
