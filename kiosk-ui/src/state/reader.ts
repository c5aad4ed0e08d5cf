import type { Door } from '@counter/shared/client/commands'
import type { Reader } from '@counter/shared/client/copies'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { pageNow } from './page-clock.ts'

/** Reads through this door; copies are of the hall's day. */
export function readerOf(door: Door): Reader {
  return { door, today: () => civilDate(pageNow()) }
}
