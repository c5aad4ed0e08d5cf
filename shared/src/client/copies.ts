import { Guide, GuideList } from '../contract/public/guide.ts'
import type { PlainDate } from '../vocabulary/time.ts'
import { type Answer, type Door, type Parser, readOnce } from './commands.ts'

/** Something public that was read, and from which day its copy is; null when it is fresh. */
export interface Copy<T> {
  readonly value: T
  readonly copiedOn: PlainDate | null
}

/** Who reads, and the day that a copy made now is of. */
export interface Reader {
  readonly door: Door
  today(): PlainDate
}

const BETWEEN_MS = 100
const PREFIX = 'counter.copy '

/** Reads something public; when the server is silent, the last copy of this browser answers with its day (K-6). */
export async function readOrCopy<T>(
  path: string,
  parser: Parser<T>,
  { door, today }: Reader,
): Promise<Answer<Copy<T>>> {
  const answer = await readOnce(path, parser, door)
  if (answer.ok) {
    keep(path, answer.value, today())
    return { ...answer, value: { value: answer.value, copiedOn: null } }
  }
  const copy = answer.code === 'offline' ? copyOf(path, parser) : null
  return copy === null ? answer : { ok: true, value: copy }
}

/** Copies every guide, one after another and slowly, because people come first. False when the server fell silent. */
export async function keepGuides(reader: Reader, isStopped: () => boolean): Promise<boolean> {
  const list = await readOrCopy('/api/guide', GuideList, reader)
  if (!list.ok || list.value.copiedOn !== null) return false
  for (const { code } of list.value.value.items) {
    if (isStopped()) return false
    const guide = await readOrCopy(`/api/guide/${encodeURIComponent(code)}`, Guide, reader)
    if (!guide.ok || guide.value.copiedOn !== null) return false
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS))
  }
  return true
}

function keep(path: string, value: unknown, on: PlainDate): void {
  const text = JSON.stringify({ on, value })
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
