import type { History } from '@counter/shared/contract/history'
import type { HistoryPage } from '../usecases/people/read-history.ts'

export function toHistory({ rows, next }: HistoryPage): History {
  return {
    items: rows.map(({ seq, at, type, by, data }) => ({
      seq,
      at,
      type,
      by,
      reason: wordsOf(data['reason']),
      from: wordsOf(data['from']),
      to: wordsOf(data['to']),
    })),
    next,
  }
}

function wordsOf(value: unknown): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}
