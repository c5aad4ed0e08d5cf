import type { Parser } from '@counter/shared/client/commands'
import { useEffect, useState } from 'react'
import type { Refused } from '../../components/refusal-line.tsx'
import { readReport } from '../../state/ask.ts'

export interface FoundReport<T> {
  readonly report: T | null
  /** Why the newest reading failed; the figures before it stay (U11). */
  readonly refused: Refused | null
}

/** The report at an address; read anew at each `attempt`. Whoever looks elsewhere meanwhile takes the wish back (R7). */
export function useReport<T>(path: string, parser: Parser<T>, attempt: number): FoundReport<T> {
  const [found, setFound] = useState<FoundReport<T> & { readonly of: string }>({
    report: null,
    refused: null,
    of: '',
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: the attempt is a reason to read, not what is read
  useEffect(() => {
    const leaving = new AbortController()
    void readReport(path, parser, leaving.signal).then((answer) => {
      if (leaving.signal.aborted) return
      if (answer.ok) setFound({ report: answer.value, refused: null, of: path })
      else setFound((known) => ({ ...known, refused: { code: answer.code, params: answer.params } }))
    })
    return () => leaving.abort()
  }, [path, parser, attempt])

  // Figures of another time must not stand under this heading.
  return found.of === path || found.of === '' ? found : { report: null, refused: found.refused }
}
