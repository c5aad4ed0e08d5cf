import type { Parser } from '@counter/shared/client/commands'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Refused } from '../components/refusal-line.tsx'
import { read } from './ask.ts'
import { useReading } from './use-reading.ts'

interface Page<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

export interface Pages<T> {
  /** Null until the first page is there. */
  readonly items: readonly T[] | null
  readonly refused: Refused | null
  readonly hasMore: boolean
  more(): void
  /** Every page that is left, one after the other, once they stand on the screen; null when one of them did not come. */
  whole(): Promise<readonly T[] | null>
  change(change: (known: readonly T[]) => readonly T[]): void
}

/** A list of the server that comes page by page, anew whenever `fresh` changes; the next page is asked for by a press. */
export function usePages<T>(path: string, parser: Parser<Page<T>>, fresh: unknown = 0): Pages<T> {
  const { value, refused, put } = useReading(path, parser, fresh)
  const [notMore, setNotMore] = useState<Refused | null>(null)
  // The page that is under way: a second press asks for no other, and an answer to an older list is dropped.
  const asked = useRef<string | null>(null)
  const newest = useRef(path)
  newest.current = path
  const more = async (cursor: string) => {
    const page = `${path}&cursor=${encodeURIComponent(cursor)}`
    if (asked.current === page) return
    asked.current = page
    const answer = await read(page, parser)
    if (asked.current === page) asked.current = null
    if (newest.current !== path) return
    setNotMore(answer.ok ? null : answer)
    if (answer.ok)
      put((known) => ({ ...answer.value, items: [...(known?.items ?? []), ...answer.value.items] }))
  }
  const whole = async () => {
    const { items, refusal } = await readRest(path, parser, value)
    if (newest.current !== path) return null
    setNotMore(refusal)
    // Who prints next prints what stands there, and a state alone would be drawn later.
    if (items !== null) flushSync(() => put(() => ({ items, next: null })))
    return items
  }
  return {
    items: value?.items ?? null,
    refused: refused ?? notMore,
    hasMore: value?.next != null,
    more: () => {
      if (value?.next != null) void more(value.next)
    },
    whole,
    change: (change) => put((known) => ({ next: known?.next ?? null, items: change(known?.items ?? []) })),
  }
}

async function readRest<T>(
  path: string,
  parser: Parser<Page<T>>,
  first: Page<T> | null,
): Promise<{ readonly items: readonly T[] | null; readonly refusal: Refused | null }> {
  let items = first?.items ?? []
  let next = first?.next ?? null
  while (next !== null) {
    const answer = await read(`${path}&cursor=${encodeURIComponent(next)}`, parser)
    if (!answer.ok) return { items: null, refusal: answer }
    items = [...items, ...answer.value.items]
    next = answer.value.next
  }
  return { items, refusal: null }
}
