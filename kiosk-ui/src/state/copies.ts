import type { Door } from '@counter/shared/client/commands'
import { type Answer, type Parser, readOnce } from '@counter/shared/client/commands'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { pageNow } from './page-clock.ts'

/** Something public that was read, and from which day its copy is; null when it is fresh. */
export interface Copy<T> {
  readonly value: T
  readonly copiedOn: PlainDate | null
}

const PREFIX = 'counter.copy '

/** Reads something public; when the server is silent, the last copy of this browser answers with its day (K-6). */
export async function readOrCopy<T>(path: string, parser: Parser<T>, door: Door): Promise<Answer<Copy<T>>> {
  const answer = await readOnce(path, parser, door)
  if (answer.ok) {
    keep(path, answer.value)
    return { ...answer, value: { value: answer.value, copiedOn: null } }
  }
  const copy = answer.code === 'offline' ? copyOf(path, parser) : null
  return copy === null ? answer : { ok: true, value: copy }
}

function keep(path: string, value: unknown): void {
  const text = JSON.stringify({ on: civilDate(pageNow()), value })
  try {
    localStorage.setItem(PREFIX + path, text)
  } catch {
    // A full or forbidden store only costs the copy; the page itself has what it read.
  }
}

function copyOf<T>(path: string, parser: Parser<T>): Copy<T> | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PREFIX + path) ?? 'null')
    const { on, value } = kept as { on: PlainDate; value: unknown }
    return { value: parser.parse(value), copiedOn: on }
  } catch {
    // No copy, or one that an older build of this page has kept.
    return null
  }
}
