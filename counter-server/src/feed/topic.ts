import type { Actor } from '@counter/shared/vocabulary/actor'
import type { Audience, News } from '../domain/record/audience.ts'
import type { Tx } from '../store/tx.ts'
import type { Asker } from '../usecases/people/asker.ts'

/** What a subscriber wants, as it wrote it: `window:3`, or `track` with the secret of its link. */
export interface Wanted {
  readonly topic: string
  readonly argument: string
  readonly token: string | null
}

/** A granted subscription: whose stream it follows and how its bodies are built from the present state. */
export interface Granted {
  readonly audience: Audience
  /** Subscribers with the same key get the same bytes, so a body is built once for all of them. */
  readonly bodyKey: string
  /** The whole present state; null when the reader may no longer see it. */
  snapshot(tx: Tx): unknown
  /** Figures over everything are not made anew at each press: one snapshot at most every so many milliseconds. */
  readonly calmMs?: number
  /**
   * The changes of one stream row. Figures go with the last row only: `whole` is null while newer rows follow,
   * then everything that is told at once, because an earlier row may have moved them.
   */
  changes(tx: Tx, news: readonly News[], whole: readonly News[] | null): readonly unknown[]
}

/** One kind of topic: who may follow it (P10) and how. */
export interface TopicKind {
  readonly name: string
  readonly actors: readonly Actor[]
  /** Null when the object is not the asker's, or does not exist: both look the same (P10). */
  grant(tx: Tx, wanted: Wanted, asker: Asker): Granted | null
}
