import type { CaseStatus } from '@counter/shared/vocabulary/case'
import type { ExchangeResult } from '@counter/shared/vocabulary/exchange'
import type { PlainDate } from '@counter/shared/vocabulary/time'

const MOST_SIGNS = 50

/**
 * 办件编号 of the data exchange: the implementation code of the item, the day of acceptance and four digits (C1104). Null where
 * no code is loaded, or one with which the number would be longer than the exchange takes.
 */
export function exchangeNumber(code: string, day: PlainDate, serial: number): string | null {
  const number = `${code}${day.replaceAll('-', '')}${String(serial).padStart(4, '0')}`
  return code === '' || number.length > MOST_SIGNS ? null : number
}

/** What decides the code of a case beside its status. */
export interface ExchangeFacts {
  readonly status: CaseStatus
  /** Granted, and the item gives a document. */
  readonly givesDocument: boolean
  /** It went back because its papers never came (C442). */
  readonly isForPapers: boolean
}

/** The code of the exchange for how a case stands, null while it goes on: one table, and no status is renamed for it (C444). */
export function exchangeResult({ status, givesDocument, isForPapers }: ExchangeFacts): ExchangeResult | null {
  if (status === 'returned' && isForPapers) return '5'
  const result = RESULTS[status]
  return result === '6' && givesDocument ? '0' : result
}

const RESULTS = {
  draft: null,
  received: null,
  supplement: null,
  accepted: null,
  reviewing: null,
  paused: null,
  forwarded: '4',
  decided: '6',
  closed: '6',
  not_applicable: '6',
  refused: '1',
  withdrawn: '1',
  returned: '1',
  voided: '2',
} as const satisfies Record<CaseStatus, ExchangeResult | null>
