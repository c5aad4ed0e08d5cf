import type { Answer } from '@counter/shared/client/commands'
import { useCallback, useEffect, useRef, useState } from 'react'

export interface Read<T> {
  readonly value: T | null
  /** Why there is nothing: a refusal's code, `offline`, or null while it is on its way. */
  readonly problem: string | null
  readonly again: () => void
}

/** Asks when the page opens, and again when somebody presses 「再试」. `ask` must keep its identity. */
export function useRead<T>(ask: () => Promise<Answer<T>>): Read<T> {
  const [heard, setHeard] = useState<{ value: T | null; problem: string | null }>({
    value: null,
    problem: null,
  })
  const newest = useRef(ask)
  const again = useCallback(() => {
    newest.current = ask
    setHeard({ value: null, problem: null })
    void ask().then((answer) => {
      if (newest.current !== ask) return
      setHeard(answer.ok ? { value: answer.value, problem: null } : { value: null, problem: answer.code })
    })
  }, [ask])
  useEffect(again, [again])
  return { ...heard, again }
}
