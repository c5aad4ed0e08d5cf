import { Sha256Field } from '@counter/shared/contract/fields'
import { FileOffset } from '@counter/shared/contract/village'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Deps } from '../../usecases/deps.ts'
import type { FileDoor, FileProgress } from '../../usecases/village/receive-file.ts'
import { refusals } from './refusals.ts'
import { agentOf } from './sync-routes.ts'

const PART_LIMIT = 256 * 1024
const params = z.strictObject({ sha256: Sha256Field })
const partHeaders = z.object({
  'x-offset': z.coerce.number().int().nonnegative(),
  'x-size': z.coerce.number().int().positive(),
  'x-part-sha256': Sha256Field,
})

/** `HEAD` and `PUT /files/:sha256`: the photos of the villages, part by part (V67 to V72). */
export function fileRoutes(deps: Deps, door: FileDoor): FastifyPluginAsyncZod {
  return async (app) => {
    app.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: PART_LIMIT },
      (_request, body, done) => done(null, body),
    )

    app.head(
      '/files/:sha256',
      { config: { actors: ['agent'] }, schema: { params } },
      async (request, reply) => {
        const progress = door.offset(agentOf(deps, request), request.params.sha256)
        return withOffset(reply, progress).send()
      },
    )

    app.put(
      '/files/:sha256',
      {
        bodyLimit: PART_LIMIT,
        config: { actors: ['agent'] },
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
        const progress = await door.receive(agentOf(deps, request), request.params.sha256, part)
        const { isComplete } = progress
        return withOffset(reply, progress)
          .code(progress.isWrong ? 409 : 200)
          .send({ offset: progress.offset, isComplete })
      },
    )
  }
}

// HEAD has no body, so the offset stands in a header for both (V69).
function withOffset(reply: FastifyReply, { offset, isComplete }: FileProgress): FastifyReply {
  return reply.headers({ 'x-offset': String(offset), 'x-complete': String(isComplete) })
}
