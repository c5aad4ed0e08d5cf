import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { desc, eq } from 'drizzle-orm'
import { bookReading } from './schema/letters.ts'
import { staff } from './schema/people.ts'
import type { Tx } from './tx.ts'

/** One reading of the opinion book: by whom, and how many new entries there were. */
export interface BookReading {
  readonly id: string
  readonly readOn: PlainDate
  readonly readAt: Instant
  readonly name: string
  readonly count: number
}

export function insertBookReading(tx: Tx, row: typeof bookReading.$inferInsert): void {
  tx.query.insert(bookReading).values(row).run()
}

/** The last readings, newest first. */
export function findBookReadings(tx: Tx, limit: number): BookReading[] {
  return tx.query
    .select({
      id: bookReading.id,
      readOn: bookReading.readOn,
      readAt: bookReading.readAt,
      name: staff.displayName,
      count: bookReading.count,
    })
    .from(bookReading)
    .innerJoin(staff, eq(staff.id, bookReading.staff))
    .orderBy(desc(bookReading.readOn), desc(bookReading.id))
    .limit(limit)
    .all()
}
