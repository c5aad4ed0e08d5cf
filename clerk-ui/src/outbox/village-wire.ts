import type { LostSyncBody } from '@counter/shared/contract/lost-phone'
import type { SyncBody } from '@counter/shared/contract/village'
import type { FileLine, FilePart, PartAnswer } from './file-parts.ts'
import { sha256Hex } from './hash.ts'
import type { RawAnswer } from './sync-answer.ts'

/** Far below the 60 s after which nothing may still say 发送中 (V36). */
const SYNC_TIMEOUT_MS = 30_000
const PART_TIMEOUT_MS = 60_000
const KNOCK_TIMEOUT_MS = 8_000

/** Sends one `POST /sync`; silence is null. `onStatus` hears 401, because the session may be over. */
export async function postSync(
  body: SyncBody,
  onStatus: (status: number) => void,
): Promise<RawAnswer | null> {
  const answer = await post('/sync', body, 'staff')
  if (answer !== null) onStatus(answer.status)
  return answer
}

/** Sends one `POST /sync/lost` (V80). */
export function postLost(body: LostSyncBody): Promise<RawAnswer | null> {
  return post('/sync/lost', body, 'lost')
}

function post(path: string, body: object, door: Door): Promise<RawAnswer | null> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const read = async (response: Response) => ({ status: response.status, text: await response.text() })
  return request(path, init, SYNC_TIMEOUT_MS, read, door)
}

/** Asks whether the centre is there, and says not even who asks; the page of another network says nothing (V43, V47). */
export async function knock(): Promise<boolean> {
  const isThere = await request(
    '/health/live',
    { cache: 'no-store', credentials: 'omit' },
    KNOCK_TIMEOUT_MS,
    async (response) => {
      const body: unknown = await response.json()
      return response.ok && typeof body === 'object' && body !== null && 'ok' in body && body.ok === true
    },
  )
  return isThere === true
}

/** Who speaks: the agent who is signed in, or a lost phone by itself (V80). */
type Door = 'staff' | 'lost'

/** `HEAD` and `PUT /files/:sha256` over fetch (V69). */
export function fileLine(door: Door): FileLine {
  return {
    head: (sha256) =>
      request(
        `/files/${sha256}`,
        { method: 'HEAD' },
        PART_TIMEOUT_MS,
        async (response) => partAnswerOf(response, null),
        door,
      ),
    async put(sha256, part) {
      const init = { method: 'PUT', headers: await headersOf(part), body: part.content }
      return request(
        `/files/${sha256}`,
        init,
        PART_TIMEOUT_MS,
        async (response) => partAnswerOf(response, await response.json().catch(() => null)),
        door,
      )
    },
  }
}

async function headersOf({ offset, size, content }: FilePart): Promise<Record<string, string>> {
  return {
    'content-type': 'application/octet-stream',
    'x-offset': String(offset),
    'x-size': String(size),
    'x-part-sha256': await sha256Hex(content),
  }
}

// The offset stands in a header, because the answer to HEAD has no body; another machine's page has no such header.
function partAnswerOf({ status, headers }: Response, body: unknown): PartAnswer | null {
  const code = codeOf(body)
  const offset = headers.get('x-offset')
  if (offset === null && status < 400) return null
  // A fault of the centre itself is named; anything else between here and there is silence.
  if (offset === null && status >= 500 && code !== 'fault') return null
  return {
    status,
    offset: offset === null ? null : Number(offset),
    isComplete: headers.get('x-complete') === 'true',
    code,
  }
}

function codeOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('code' in body)) return null
  return typeof body.code === 'string' ? body.code : null
}

// The body is read within the same time: one that never ends would be 发送中 for ever (V36).
async function request<T>(
  path: string,
  init: RequestInit,
  timeoutMs: number,
  read: (response: Response) => Promise<T>,
  door: Door = 'staff',
): Promise<T | null> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), timeoutMs)
  try {
    const headers = { ...(init.headers as Record<string, string> | undefined), 'x-actor': door }
    return await read(
      await fetch(path, { credentials: 'same-origin', ...init, headers, signal: stop.signal }),
    )
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}
