import type { FastifyReply } from 'fastify'
import { Refusal } from '../../domain/refusal.ts'

/** Fires when whoever asked has gone without the answer, so that nobody works for an empty chair (R7); no fault of anybody. */
export function untilGone({ raw }: FastifyReply): AbortSignal {
  const leaving = new AbortController()
  raw.once('close', () => {
    if (!raw.writableFinished) leaving.abort(new Refusal('report.left'))
  })
  return leaving.signal
}
