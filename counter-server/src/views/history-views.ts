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
      changes: changesOf(data),
    })),
    next,
  }
}

type Changes = History['items'][number]['changes']

// One field is told by the event itself, several by its list.
function changesOf(data: Readonly<Record<string, unknown>>): Changes {
  if (Array.isArray(data['changes'])) return data['changes'] as Changes
  const [from, to] = [wordsOf(data['from']), wordsOf(data['to'])]
  return from === null && to === null ? [] : [{ field: 'value', from, to }]
}

function wordsOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
