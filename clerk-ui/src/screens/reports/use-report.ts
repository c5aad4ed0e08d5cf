import { Report } from '@counter/shared/contract/reports'
import { useEffect, useState } from 'react'
import type { Refused } from '../../components/refusal-line.tsx'
import { read } from '../../state/ask.ts'
import type { ReportFilters } from './report-filters.ts'

export interface FoundReport {
  readonly report: Report | null
  /** Why the newest reading failed; the figures before it stay (U11). */
  readonly refused: Refused | null
}

/** The report of a span; read anew at each `attempt`. */
export function useReport({ span, day }: Pick<ReportFilters, 'span' | 'day'>, attempt: number): FoundReport {
  const [found, setFound] = useState<FoundReport & { readonly of: string }>({
    report: null,
    refused: null,
    of: '',
  })
  const of = `${span} ${day}`

  // biome-ignore lint/correctness/useExhaustiveDependencies: the attempt is a reason to read, not what is read
  useEffect(() => {
    let isGone = false
    void read(`/api/reports?${new URLSearchParams({ span, day })}`, Report).then((answer) => {
      if (isGone) return
      if (answer.ok) setFound({ report: answer.value, refused: null, of })
      else setFound((known) => ({ ...known, refused: { code: answer.code, params: answer.params } }))
    })
    return () => {
      isGone = true
    }
  }, [of, attempt])

  // Figures of another span must not stand under this heading.
  return found.of === of || found.of === '' ? found : { report: null, refused: found.refused }
}
