import { uuidv7 } from 'uuidv7'
import type { CommandId } from '../vocabulary/ids.ts'
import type { RefusalParams } from '../vocabulary/refusal.ts'

/** Which cookie the server should look at (N8): several doors are open side by side in one browser. */
export type Door = 'staff' | 'kiosk' | 'wall' | 'rate' | 'village' | 'track'

/** What a screen gets back: the value, a "no" with its code, or silence (reads only; a command goes on asking). */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false
      readonly code: string
      readonly params: RefusalParams
      readonly fields: readonly FieldProblem[]
    }

export interface FieldProblem {
  readonly path: string
  readonly problem: string
}

/** Anything that checks an answer: a schema of zod or of zod/mini. */
export interface Parser<T> {
  parse(value: unknown): T
}

export interface CommandOptions {
  readonly door: Door
  /** No answer yet: the screen says 「正在核对，请稍候」 and the same id goes out again (R6). */
  readonly onChecking?: () => void
  /** 30 s without an answer: 「还没有确认，可以放心再按一次」. Asking goes on. */
  readonly onUnsettled?: () => void
  readonly signal?: AbortSignal
  /** How long one try may take; what is long to make is waited for longer, or each try would begin it anew. */
  readonly withinMs?: number
}

const UNSETTLED_AFTER_MS = 30_000
const TRY_TIMEOUT_MS = 8_000
/** A file is longer on its way; the server cuts it off after 10 s (P44). */
const FILE_TIMEOUT_MS = 12_000

/** A new id, made when a form opens or a key is pressed, and kept until the command is answered (U14). */
export function newCommandId(): CommandId {
  return uuidv7() as CommandId
}

/** Sends one command until it is settled: 2xx done, 4xx refused, all else is unknown and asked again with the same id (R6). */
export async function sendCommand<T>(
  path: string,
  body: object,
  parser: Parser<T>,
  options: CommandOptions,
): Promise<Answer<T>> {
  return sendUntilSettled(path, { method: 'POST', body: JSON.stringify(body) }, parser, options)
}

/** The same with a body of its own kind, which carries the command's id in a header: a file (P13). */
export async function sendUntilSettled<T>(
  path: string,
  init: RequestInit,
  parser: Parser<T>,
  options: CommandOptions,
): Promise<Answer<T>> {
  const startedAt = performance.now()
  for (let attempt = 0; ; attempt += 1) {
    const response = await ask(path, options, init)
    if (response !== null) return settled(response, parser)
    if (options.signal?.aborted) return { ok: false, code: 'aborted', params: {}, fields: [] }
    options.onChecking?.()
    if (performance.now() - startedAt > UNSETTLED_AFTER_MS) options.onUnsettled?.()
    await pause(Math.min(500 * 2 ** attempt, 10_000), options.signal)
  }
}

/** Reads once. Silence and faults answer `offline`; the screen keeps what it has and says its age. */
export async function readOnce<T>(
  path: string,
  parser: Parser<T>,
  door: Door,
  body?: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer<T>> {
  const init = body === undefined ? { method: 'GET' } : { method: 'POST', body: JSON.stringify(body) }
  const response = await ask(path, { door }, { ...init, headers })
  return response === null
    ? { ok: false, code: 'offline', params: {}, fields: [] }
    : settled(response, parser)
}

/** Reads what takes its time to be made, for as long as its maker may need (R7). */
export async function readSlowly<T>(
  path: string,
  parser: Parser<T>,
  options: Patience,
  body?: object,
): Promise<Answer<T>> {
  const init = body === undefined ? { method: 'GET' } : { method: 'POST', body: JSON.stringify(body) }
  const response = await ask(path, options, init)
  return response === null
    ? { ok: false, code: 'offline', params: {}, fields: [] }
    : settled(response, parser)
}

type Patience = Pick<CommandOptions, 'door' | 'signal' | 'withinMs'>

// A 5xx, a proxy's page or a cut line says nothing about what was done, so it counts as no answer.
async function ask(
  path: string,
  options: Patience,
  init: RequestInit,
): Promise<{ isDone: boolean; body: unknown } | null> {
  const stop = new AbortController()
  const isText = init.body === undefined || typeof init.body === 'string'
  const patience = options.withinMs ?? (isText ? TRY_TIMEOUT_MS : FILE_TIMEOUT_MS)
  const timer = setTimeout(() => stop.abort(), patience)
  const give = () => stop.abort()
  options.signal?.addEventListener('abort', give)
  try {
    const headers = new Headers(init.headers)
    headers.set('x-actor', options.door)
    if (init.body !== undefined && !headers.has('content-type'))
      headers.set('content-type', 'application/json')
    const response = await fetch(path, { ...init, headers, credentials: 'same-origin', signal: stop.signal })
    if (response.status >= 500) return null
    return { isDone: response.ok, body: await response.json() }
  } catch {
    return null
  } finally {
    clearTimeout(timer)
    options.signal?.removeEventListener('abort', give)
  }
}

function settled<T>({ isDone, body }: { isDone: boolean; body: unknown }, parser: Parser<T>): Answer<T> {
  if (isDone) return understood(body, parser)
  const refusal = (typeof body === 'object' && body !== null ? body : {}) as {
    code?: string
    params?: RefusalParams
    fields?: FieldProblem[]
  }
  return {
    ok: false,
    code: refusal.code ?? 'fault',
    params: refusal.params ?? {},
    fields: refusal.fields ?? [],
  }
}

// An answer of another version is a fault to tell, not an exception that ends a page's reading loop.
function understood<T>(body: unknown, parser: Parser<T>): Answer<T> {
  try {
    return { ok: true, value: parser.parse(body) }
  } catch {
    return { ok: false, code: 'fault', params: {}, fields: [] }
  }
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
