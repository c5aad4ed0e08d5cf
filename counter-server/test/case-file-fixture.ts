import { uuidv7 } from 'uuidv7'
import type { Answer, Caller, Hall } from './app.ts'

const ORIGIN = 'http://127.0.0.1:8080'

export interface Sending {
  readonly material?: string
  readonly isReceived?: boolean
  readonly commandId?: string
}

/** Sends a file to a case as the page does. */
export async function attach(
  hall: Hall,
  caller: Caller,
  id: string,
  content: Uint8Array,
  { material = 'other', isReceived = false, commandId = uuidv7() }: Sending = {},
): Promise<Answer> {
  const answer = await hall.server.counter.app.inject({
    method: 'POST',
    url: `/api/cases/${id}/files`,
    headers: {
      origin: ORIGIN,
      'x-actor': 'staff',
      cookie: caller.cookie,
      'content-type': 'application/octet-stream',
      'x-command-id': commandId,
      'x-material': encodeURIComponent(material),
      'x-received': isReceived ? 'yes' : 'no',
    },
    payload: Buffer.from(content),
  })
  return { status: answer.statusCode, body: answer.json(), headers: answer.headers }
}
