import type { FastifyReply } from 'fastify'

/** Fires when whoever asked has gone without the answer, so that nobody works for an empty chair (R7). */
export function untilGone({ raw }: FastifyReply): AbortSignal {
  const leaving = new AbortController()
  raw.once('close', () => {
    if (!raw.writableFinished) leaving.abort(new Error('the asker has gone'))
  })
  return leaving.signal
}
