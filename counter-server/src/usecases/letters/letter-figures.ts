import { LETTER_CHANNELS, MAILBOXES } from '@counter/shared/vocabulary/letter'
import { addDays, instantAt } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import { appendAudit } from '../../store/audit.ts'
import { type ChannelFigures, countLetters } from '../../store/letter-figures.ts'
import type { Origin } from '../../store/origin.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'

/** Whole days, both included. */
export interface DayRange {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** The count of a period by channel, and the one of the four mailboxes that the yearly report names (C1303). */
export interface LetterCount extends DayRange {
  readonly channels: readonly ChannelFigures[]
  readonly mailboxes: Omit<ChannelFigures, 'channel'>
  readonly all: Omit<ChannelFigures, 'channel'>
}

export function letterCount(tx: Tx, { from, to }: DayRange): LetterCount {
  const midnight = (day: PlainDate) => instantAt(day, '00:00' as PlainTime)
  const found = countLetters(tx, { from: midnight(from), before: midnight(addDays(to, 1)) })
  const channels = LETTER_CHANNELS.map((channel) => found.get(channel) ?? { channel, ...NOTHING })
  const isMailbox = ({ channel }: ChannelFigures) => MAILBOXES.some((each) => each === channel)
  return { from, to, channels, mailboxes: sumOf(channels.filter(isMailbox)), all: sumOf(channels) }
}

export function readLetterCount({ store }: Pick<Deps, 'store'>, range: DayRange): LetterCount {
  return store.read((tx) => letterCount(tx, range))
}

const NOTHING = { received: 0, replied: 0, onTime: 0, satisfied: 0, dissatisfied: 0 }

function sumOf(rows: readonly ChannelFigures[]): Omit<ChannelFigures, 'channel'> {
  return rows.reduce(
    (sum, row) => ({
      received: sum.received + row.received,
      replied: sum.replied + row.replied,
      onTime: sum.onTime + row.onTime,
      satisfied: sum.satisfied + row.satisfied,
      dissatisfied: sum.dissatisfied + row.dissatisfied,
    }),
    NOTHING,
  )
}

/** Who took the count out of the house, written before the file leaves (P36). */
export function noteLetterExport(
  { store }: Pick<Deps, 'store'>,
  { origin, from, to, format }: DayRange & { readonly origin: Origin; readonly format: string },
): Promise<void> {
  return store.write((tx) =>
    appendAudit(tx, { origin, action: 'letter.export', subject: `${from}:${to}`, result: format }),
  )
}
