import type { Light } from '@counter/shared/vocabulary/case'
import type { UnitCode } from '@counter/shared/vocabulary/ids'
import { orderActs, orderLight } from '../../domain/case/supervision.ts'
import { findTextsOf } from '../../store/case-events.ts'
import { findLetterTextsOf } from '../../store/letter-events.ts'
import { findOpenOrders, findOrdersOf, type OrderFacts, type OrderSubject } from '../../store/orders.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import type { CaseAsker } from './case-asker.ts'
import { placeOf } from './case-scene.ts'

/** One order as every list shows it at this moment (C705). */
export interface OrderLine {
  readonly facts: OrderFacts
  readonly light: Light
  readonly content: string | null
  readonly reply: string | null
  readonly result: string | null
  readonly acts: readonly ('reply' | 'close')[]
}

/** All orders of one case or letter, with what was written on them. */
export function readOrdersOf(tx: Tx, asker: Pick<CaseAsker, 'actor'>, of: OrderSubject): OrderLine[] {
  return toOrderLines(tx, asker, findOrdersOf(tx, of))
}

/** The open orders that the asker may see, the earliest reply due first; a handler's are those of the own unit. */
export function listOpenOrders(
  { store }: Pick<Deps, 'store'>,
  asker: Pick<CaseAsker, 'actor' | 'staff'>,
  asked: {
    readonly unit?: UnitCode | undefined
    readonly cursor?: string | undefined
    readonly limit: number
  },
): { readonly lines: readonly OrderLine[]; readonly next: string | null } {
  return store.read((tx) => {
    const { unit, cursor, limit } = asked
    const [replyDueAt, id] = cursor?.split('~') ?? []
    const after = replyDueAt === undefined || id === undefined ? undefined : { replyDueAt, id }
    const rows = findOpenOrders(tx, { unit: placeOf(asker).unit ?? unit, after, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const last = rows.length > limit ? shown.at(-1) : undefined
    return {
      lines: toOrderLines(tx, asker, shown),
      next: last === undefined ? null : `${last.replyDueAt}~${last.id}`,
    }
  })
}

function toOrderLines(tx: Tx, { actor }: Pick<CaseAsker, 'actor'>, rows: readonly OrderFacts[]): OrderLine[] {
  const eventsOf = (some: readonly OrderFacts[]) =>
    some.flatMap(({ id, replyEvent, closeEvent }) =>
      [id, replyEvent, closeEvent].filter((each) => each !== null),
    )
  const texts = new Map([
    ...findTextsOf(tx, eventsOf(rows.filter((row) => row.case !== null))),
    ...findLetterTextsOf(tx, eventsOf(rows.filter((row) => row.letter !== null))),
  ])
  const textOf = (event: string | null) => (event === null ? null : (texts.get(event) ?? null))
  return rows.map((facts) => ({
    facts,
    light: orderLight(facts, tx.at),
    content: textOf(facts.id),
    reply: textOf(facts.replyEvent),
    result: textOf(facts.closeEvent),
    acts: orderActs(
      { issuer: facts.issuer, isReplied: facts.repliedAt !== null, isClosed: facts.closedAt !== null },
      actor,
    ),
  }))
}
