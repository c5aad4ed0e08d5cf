import type { IssuedTicket } from '@counter/shared/contract/hall'
import { isEmergencyNumber } from '@counter/shared/vocabulary/lease'
import type { Say } from './text.ts'
import { aheadWords } from './wait-words.ts'

/** Who is ahead of a number; nobody can say that of one that was given without the server (K-3). */
export function standingWords({ number, quote }: Pick<IssuedTicket, 'number' | 'quote'>, say: Say): string {
  return isEmergencyNumber(number) ? say('k3.emergency') : aheadWords({ ...quote }, say)
}
