import type { LostSyncBody } from '@counter/shared/contract/lost-phone'
import type { SyncBody } from '@counter/shared/contract/village'
import type { FileLine, PartAnswer } from '../../../clerk-ui/src/outbox/file-parts.ts'
import type { RawAnswer } from '../../../clerk-ui/src/outbox/sync-answer.ts'
import type { Caller, Hall } from '../../../counter-server/test/app.ts'
import { sha256 } from '../../../counter-server/test/village-fixture.ts'

/** What becomes of a request: lost on one of its two ways, sent twice at once, arriving after the next one, cut, or answered. */
export const WAYS = ['whole', 'lost', 'answer_lost', 'twice', 'late', 'cut'] as const
export type Way = (typeof WAYS)[number]

/** The line between a phone and a hall in the same process: no sockets, the hall's own routes. */
export interface HallLine {
  readonly files: FileLine
  way: Way
  hall: Hall
  /** Whose cookie goes with it; null: nobody is signed in. */
  caller: Caller | null
  sync(body: SyncBody | LostSyncBody): Promise<RawAnswer | null>
}

const ORIGIN = 'http://127.0.0.1:8080'

/** `door` is who speaks: the agent in session, or a lost phone by itself (V80). */
export function lineTo(hall: Hall, door: 'staff' | 'lost' = 'staff'): HallLine {
  const path = door === 'lost' ? '/sync/lost' : '/sync'
  const post = async (caller: Caller, body: object): Promise<RawAnswer> => {
    const { status, body: answer } = await caller.post(path, body)
    return { status, text: JSON.stringify(answer) }
  }
  const late: (() => Promise<unknown>)[] = []
  const line: HallLine = {
    way: 'whole',
    hall,
    caller: null,
    async sync(body) {
      const { caller, way } = line
      if (caller === null || way === 'lost') return null
      // What was held up on the way arrives before the next one is asked.
      for (const arrive of late.splice(0)) await arrive()
      if (way === 'late') {
        late.push(() => post(caller, body))
        return null
      }
      const [answer] = await Promise.all(
        way === 'twice' ? [post(caller, body), post(caller, body)] : [post(caller, body)],
      )
      return heardOf(answer, way)
    },
    files: {
      head: (hash) => part('HEAD', hash, {}, undefined),
      put: (hash, { offset, size, content }) => {
        const headers = {
          'content-type': 'application/octet-stream',
          'x-offset': String(offset),
          'x-size': String(size),
          'x-part-sha256': sha256(content),
        }
        return part('PUT', hash, headers, Buffer.from(content))
      },
    },
  }

  async function part(
    method: 'HEAD' | 'PUT',
    hash: string,
    headers: Readonly<Record<string, string>>,
    payload: Buffer | undefined,
  ): Promise<PartAnswer | null> {
    const { way, caller } = line
    if (caller === null || way === 'lost' || way === 'late') return null
    const own = { origin: ORIGIN, cookie: caller.cookie, 'x-actor': door }
    const answer = await line.hall.server.counter.app.inject({
      method,
      url: `/files/${hash}`,
      headers: { ...headers, ...own },
      ...(payload === undefined ? {} : { payload }),
    })
    if (way === 'answer_lost' || way === 'cut') return null
    return toPart(answer)
  }

  return line
}

function heardOf(answer: RawAnswer, way: Way): RawAnswer | null {
  if (way === 'answer_lost') return null
  return way === 'cut' ? { ...answer, text: answer.text.slice(0, -9) } : answer
}

type Injected = Awaited<ReturnType<Hall['server']['counter']['app']['inject']>>

function toPart({ statusCode, headers, body }: Injected): PartAnswer {
  const { 'x-offset': offset, 'x-complete': complete } = headers
  return {
    status: statusCode,
    offset: offset === undefined ? null : Number(offset),
    isComplete: complete === 'true',
    code: body === '' ? null : ((JSON.parse(body) as { code?: string }).code ?? null),
  }
}
