import type { ExchangeResult } from '@counter/shared/vocabulary/exchange'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { CaseEvent, CaseFact } from '../../domain/case/event.ts'
import { exchangeNumber, exchangeResult } from '../../domain/case/exchange.ts'
import { nextExchangeSerial } from '../../store/exchange-numbers.ts'
import type { Item } from '../../store/items.ts'
import type { Tx } from '../../store/tx.ts'
import type { CaseScene } from './case-scene.ts'

/** The number and the code by which other platforms know a case (C444, C1104). */
export interface ExchangeLine {
  readonly number: string
  readonly result: ExchangeResult | null
}

/** An acceptance with its number of the exchange: made once, so one that is accepted anew keeps it (C1104). */
export function withExchangeNumber(
  { tx, item }: { readonly tx: Tx; readonly item: Item },
  {
    fact,
    before,
    occurredAt,
  }: { readonly fact: CaseFact; readonly before: readonly CaseEvent[]; readonly occurredAt: Instant },
): CaseFact {
  if (fact.type !== 'case.accepted' && fact.type !== 'case.deemed_accepted') return fact
  const code = item.content.implementationCode.trim()
  if (code === '') return fact
  const number = numberIn(before) ?? newNumber(tx, code, occurredAt)
  return number === null ? fact : ({ ...fact, payload: { ...fact.payload, exchange: number } } as CaseFact)
}

function newNumber(tx: Tx, code: string, at: Instant): string | null {
  const day = civilDate(at)
  // A code too long for the exchange takes no serial.
  return exchangeNumber(code, day, 1) === null
    ? null
    : exchangeNumber(code, day, nextExchangeSerial(tx, code, day))
}

function numberIn(events: readonly CaseEvent[]): string | null {
  for (const { type, payload } of events)
    if ((type === 'case.accepted' || type === 'case.deemed_accepted') && payload.exchange !== undefined)
      return payload.exchange
  return null
}

/** What the page of a case says of the exchange; null where the item has no code in it. */
export function exchangeOf({ events, context, item }: CaseScene): ExchangeLine | null {
  const number = numberIn(events)
  if (number === null) return null
  const { status, decision } = context.state
  const returned = events.findLast(({ type }) => type === 'case.returned')
  const result = exchangeResult({
    status,
    givesDocument: decision === 'granted' && item.content.resultName.trim() !== '',
    isForPapers: returned?.from === 'supplement',
  })
  return { number, result }
}
