import { Sha256Field } from '@counter/shared/contract/fields'
import { FileOffset } from '@counter/shared/contract/village'
import type { VillageCode } from '@counter/shared/vocabulary/ids'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { FileDoor, FileProgress, FileSender } from '../../usecases/village/receive-file.ts'
import { deviceOf, originOf, staffOf } from './access.ts'
import { refusals } from './refusals.ts'

/** An agent in session, and a lost phone with what it hands over (V80). */
const SENDERS = ['agent', 'lost'] as const
const PART_LIMIT = 256 * 1024
const params = z.strictObject({ sha256: Sha256Field })
const partHeaders = z.object({
  'x-offset': z.coerce.number().int().nonnegative(),
  'x-size': z.coerce.number().int().positive(),
  'x-part-sha256': Sha256Field,
})

/** `HEAD` and `PUT /files/:sha256`: the photos of the villages, part by part (V67 to V72). */
export function fileRoutes(door: FileDoor): FastifyPluginAsyncZod {
  return async (app) => {
    app.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: PART_LIMIT },
      (_request, body, done) => done(null, body),
    )

    app.head(
      '/files/:sha256',
      { config: { actors: SENDERS }, schema: { params } },
      async (request, reply) => {
        const progress = door.offset(senderOf(request), request.params.sha256)
        return withOffset(reply, progress).send()
      },
    )

    app.put(
      '/files/:sha256',
      {
        bodyLimit: PART_LIMIT,
        config: { actors: SENDERS },
        schema: {
          params,
          headers: partHeaders,
          response: { 200: FileOffset, 409: FileOffset.or(refusals['4xx']), ...refusals },
        },
      },
      async (request, reply) => {
        const { 'x-offset': offset, 'x-size': size, 'x-part-sha256': partHash } = request.headers
        const content = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
        const part = { offset, size, partHash, content }
        const progress = await door.receive(senderOf(request), request.params.sha256, part)
        const { isComplete } = progress
        return withOffset(reply, progress)
          .code(progress.isWrong ? 409 : 200)
          .send({ offset: progress.offset, isComplete })
      },
    )
  }
}

// Nobody is signed in at a lost phone: it sends for its point, and only what it has named (V72, V80).
function senderOf(request: FastifyRequest): FileSender {
  const { village } = request.asker.actor === 'lost' ? deviceOf(request) : staffOf(request).staff
  return { point: (village ?? '') as VillageCode, origin: originOf(request, null) }
}

// HEAD has no body, so the offset stands in a header for both (V69).
function withOffset(reply: FastifyReply, { offset, isComplete }: FileProgress): FastifyReply {
  return reply.headers({ 'x-offset': String(offset), 'x-complete': String(isComplete) })
}
