import type { LetterChannel } from '@counter/shared/vocabulary/letter'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { Tx } from './tx.ts'

/** What one channel did in a period (C1303). */
export interface ChannelFigures {
  readonly channel: LetterChannel
  readonly received: number
  readonly replied: number
  readonly onTime: number
  readonly satisfied: number
  readonly dissatisfied: number
}

const REPLIED = `SELECT channel, count(*) AS replied, sum(is_on_time) AS onTime,
    count(*) FILTER (WHERE satisfied = 'yes') AS satisfied, count(*) FILTER (WHERE satisfied = 'no') AS dissatisfied
  FROM letter WHERE replied_at IS NOT NULL AND replied_at >= ? AND replied_at < ? GROUP BY channel`
const RECEIVED =
  'SELECT channel, count(*) AS received FROM letter WHERE received_at >= ? AND received_at < ? GROUP BY channel'

/** Letters received, answered, in time and liked, by channel, from one instant to before another: two readings of two indexes (C1303). */
export function countLetters(
  tx: Tx,
  { from, before }: { readonly from: Instant; readonly before: Instant },
): ReadonlyMap<LetterChannel, ChannelFigures> {
  const found = new Map<LetterChannel, ChannelFigures>()
  const add = (rows: readonly Partial<ChannelFigures>[]) => {
    for (const row of rows) {
      const channel = row.channel as LetterChannel
      found.set(channel, { ...(found.get(channel) ?? nothingOf(channel)), ...row })
    }
  }
  add(tx.sql.prepare(RECEIVED).all(from, before) as Partial<ChannelFigures>[])
  add(tx.sql.prepare(REPLIED).all(from, before) as Partial<ChannelFigures>[])
  return found
}

function nothingOf(channel: LetterChannel): ChannelFigures {
  return { channel, received: 0, replied: 0, onTime: 0, satisfied: 0, dissatisfied: 0 }
}
