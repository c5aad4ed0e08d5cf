import type { TopicKey } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { Hall } from './order.ts'
import type { TopicTimes } from './service-time.ts'
import type { Ticket } from './ticket.ts'

/** How many priority tickets of a topic come in an hour, at this hour of the day (Q60). */
export interface PriorityRate {
  readonly topic: TopicKey
  readonly perHour: number
}

/** Without it the drawn range is too narrow: what makes one window slow today makes all its visits slow. */
export const USUAL_PACE_SPREAD = 0.15

/** What the record and the calendar tell of a queue beside the people in it (Q60, Q61). */
export interface Outlook {
  readonly byTopic: ReadonlyMap<TopicKey, TopicTimes>
  /** Legs seen in the ticket's line; too few of them, and nothing honest can be said (Q62). */
  readonly observedInLine: number
  /** Of all who are called, the share that does not come. */
  readonly missShare: number
  /** Of those who miss their call, the share that comes back to the line (Q28). */
  readonly returnShare: number
  /** How much quicker or slower a window is than usual, as a spread around 1: clerks and days differ. */
  readonly paceSpread: number
  /** From call to start: the way to the window keeps it busy too. */
  readonly walkMinutes: number
  /** From the end of a visit to the next call while somebody waits: putting away, short pauses that nobody announced. */
  readonly turnMinutes: number
  readonly priority: readonly PriorityRate[]
  /** Today's sessions in order; empty where the hall is open at any hour. */
  readonly sessions: readonly { readonly from: Instant; readonly to: Instant }[]
}

/** The line as it is rolled for one place in it. */
export interface RollScene {
  /** Those before the asked place, in call order. */
  readonly before: readonly Ticket[]
  /** The call key of the asked place: later comers with a smaller one go before it (Q14). */
  readonly keyMs: number
  readonly hall: Hall
  readonly outlook: Outlook
}
