/** What one request about a file came to; null: no answer that can be believed. */
export interface PartAnswer {
  readonly status: number
  /** Where the centre wants the next part to begin. */
  readonly offset: number | null
  readonly isComplete: boolean
  readonly code: string | null
}

/** How the two requests are asked; the page gives `fetch`, a test a line that breaks. */
export interface FileLine {
  head(sha256: string): Promise<PartAnswer | null>
  put(sha256: string, part: FilePart): Promise<PartAnswer | null>
}

export interface FilePart {
  readonly offset: number
  readonly size: number
  readonly content: Uint8Array<ArrayBuffer>
}

/** 256 KiB, halved after two failures, never below 32 KiB (V69). */
const PART_BYTES = 256 * 1024
const SMALLEST_PART_BYTES = 32 * 1024
const FAILURES_BEFORE_HALF = 2
const MOST_FAILURES = 8
const MOST_DAMAGES = 3
/** So much was sent from here today that the rest goes tomorrow (V68). */
const DAY_FULL = 'file.day_full'

/**
 * `stored`, `refused` with the centre's code, `later` when the line does not carry it now, `day_full` when it is another day's turn,
 * `put_off` for a text that waits.
 */
export type FileOutcome =
  | { readonly outcome: 'stored' | 'later' | 'day_full' | 'put_off' }
  | { readonly outcome: 'refused'; readonly code: string }

/**
 * Sends a file from where the centre has it, part by part; a wrong offset goes on at the right one (V69, V71). Between two
 * parts a text goes first (V44).
 */
export async function sendFile(
  line: FileLine,
  sha256: string,
  content: Uint8Array<ArrayBuffer>,
  isTextDue: () => boolean = () => false,
): Promise<FileOutcome> {
  let failures = 0
  let damages = 0
  let answer = await line.head(sha256)
  while (!answer?.isComplete) {
    failures += Number(isFailure(answer))
    damages += Number(isDamage(answer))
    const refusal = damages < MOST_DAMAGES ? finalCode(answer) : (answer?.code ?? null)
    if (refusal !== null) return { outcome: 'refused', code: refusal }
    if (answer?.code === DAY_FULL) return { outcome: 'day_full' }
    if (failures >= MOST_FAILURES) return { outcome: 'later' }
    if (isTextDue()) return { outcome: 'put_off' }
    answer = await nextPart(line, sha256, content, nextOffset(answer), partBytes(failures))
  }
  return { outcome: 'stored' }
}

// HEAD has no body, so a part is offered to hear in words that the centre does not want the file.
function nextOffset(answer: PartAnswer | null): number | null {
  const isUnnamed = answer?.status === 404 && answer.code === null
  return isUnnamed ? 0 : (answer?.offset ?? null)
}

function nextPart(
  line: FileLine,
  sha256: string,
  content: Uint8Array<ArrayBuffer>,
  offset: number | null,
  bytes: number,
): Promise<PartAnswer | null> {
  if (offset === null) return line.head(sha256)
  const part = content.slice(offset, offset + bytes)
  return line.put(sha256, { offset, size: content.length, content: part })
}

function partBytes(failures: number): number {
  const halvings = Math.floor(failures / FAILURES_BEFORE_HALF)
  return Math.max(PART_BYTES / 2 ** halvings, SMALLEST_PART_BYTES)
}

function isFailure(answer: PartAnswer | null): boolean {
  return answer === null || answer.status >= 400
}

// The centre got it and could not take it; three times is no accident of the line (V70).
function isDamage(answer: PartAnswer | null): boolean {
  return typeof answer?.code === 'string' && isAccident(answer.code)
}

/** Whether this code tells of what happened at the centre or on the way, and nothing of the file: another day it may be taken. */
export function isAccident(code: string): boolean {
  return code === 'file.hash_mismatch' || code === 'fault'
}

// A lost session, too many requests, a full day or damage on the way pass; what the centre says about the file itself does not. Only
// a code is the centre's word: the page of a hotel network has none (V47).
function finalCode(answer: PartAnswer | null): string | null {
  if (answer === null || answer.offset !== null || answer.code === null) return null
  const passes = [401, 403, 429].includes(answer.status) || PASSING.includes(answer.code)
  return answer.status >= 400 && answer.status < 500 && !passes ? answer.code : null
}

const PASSING: readonly string[] = ['file.hash_mismatch', DAY_FULL]
