import type { Errand } from '@counter/shared/contract/errands'
import type { VillageCode } from '@counter/shared/vocabulary/ids'
import type { News } from '../domain/record/audience.ts'
import type { Store } from '../store/store.ts'
import type { Tx } from '../store/tx.ts'
import { readNewsAfter, readSeq } from '../usecases/live/read-news.ts'
import { readErrands } from '../usecases/village/list-errands.ts'
import { villageList } from './case-topics.ts'

/** Up to where a phone knows the stream of its village; it begins with an epoch of its own making. */
export interface Cursor {
  readonly epoch: string
  readonly seq: number
}

/** What a phone has missed of its village: a few changes, or the whole state where there are too many or another store (V55). */
export interface VillageChanges {
  readonly cursor: Cursor
  readonly changes: readonly unknown[]
  /** More rows follow after the cursor. */
  readonly more: boolean
  readonly state?: unknown
  /** What the point owes its cases, whenever a case of it has changed (V21). */
  readonly errands?: readonly Errand[]
}

/** Rows in one answer: a bad line carries some and goes on with the next request. */
const MOST_ROWS = 50

/** The rows of the stream that the live page follows, for a phone whose contact is one short request (V55, R20). */
export function villageChanges(store: Store, village: VillageCode, from: Cursor): VillageChanges {
  return store.read((tx) => {
    const list = villageList(village)
    const missed = from.epoch === store.epoch ? readNewsAfter(tx, list.audience, from) : null
    const { epoch } = store
    if (missed === null) {
      const cursor = { epoch, seq: readSeq(tx, list.audience) }
      return { cursor, changes: [], more: false, state: list.snapshot(tx), errands: errandsOf(tx, village) }
    }
    const some = missed.slice(0, MOST_ROWS)
    const more = missed.length > some.length
    const cursor = { epoch, seq: some.at(-1)?.seq ?? from.seq }
    if (some.length === 0) return { cursor, changes: [], more }
    const news = withoutRepeats(some.flatMap((row) => row.news))
    const changes = list.changes(tx, news, more ? null : news)
    return { cursor, changes, more, errands: errandsOf(tx, village) }
  })
}

// Each is told as it stands now, so a case that changed ten times is told once.
function withoutRepeats(news: readonly News[]): readonly News[] {
  return [...new Map(news.map((each) => [JSON.stringify(each), each])).values()]
}

function errandsOf(tx: Tx, village: VillageCode): readonly Errand[] {
  return readErrands(tx, village)
}
