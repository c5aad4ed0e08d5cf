import type { StaffId } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { isWorkingDay } from '../../domain/calendar/working-calendar.ts'
import { bookReadingDueOn } from '../../domain/letter/box-rhythm.ts'
import { type BookReading, findBookReadings, insertBookReading } from '../../store/book-readings.ts'
import { countOfChannel } from '../../store/duty-roster.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import { clockContext } from '../cases/case-rules.ts'
import type { Deps } from '../deps.ts'
import { dayOf } from './duty.ts'

const SHOWN = 12

/** One reading with how many entries of the book were registered that day; the two counts should be one. */
export interface ReadingLine extends BookReading {
  readonly registered: number
}

/** The last readings of the book, and when it is read next (C1301). */
export interface BookFacts {
  readonly readings: readonly ReadingLine[]
  readonly dueOn: PlainDate | null
  readonly isDue: boolean
}

/** The opinion book as the duty page shows it; on a day off nobody is reminded (C1301). */
export function readBook(tx: Tx): BookFacts {
  const readings = findBookReadings(tx, SHOWN).map((reading) => ({
    ...reading,
    registered: countOfChannel(tx, 'opinion_book', dayOf(reading.readOn)),
  }))
  const { calendar } = clockContext(tx)
  const today = civilDate(tx.at)
  const dueOn = bookReadingDueOn(calendar, readings[0]?.readOn ?? null)
  const isDue = isWorkingDay(calendar, today) && (dueOn === null || dueOn <= today)
  return { readings, dueOn, isDue }
}

/** 看意见簿: somebody has read it, and so many entries are new (cases.md 13). */
export function noteBookRead(
  { store, newId }: Pick<Deps, 'store' | 'newId'>,
  { origin, staff, count }: { readonly origin: Origin; readonly staff: StaffId; readonly count: number },
): Promise<BookFacts> {
  return store.write((tx) =>
    once(tx, { origin, name: 'book.read', subject: 'opinion_book', content: { count } }, () => {
      const id = newId()
      insertBookReading(tx, { id, readOn: civilDate(tx.at), readAt: tx.at, staff, count })
      tx.record({ type: 'book.read', subject: `book:${id}`, version: 1, origin, data: { staff, count } })
      tx.tell({ kind: 'figures_changed' })
      return readBook(tx)
    }),
  )
}
