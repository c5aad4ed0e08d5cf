import { CommandIdField, ItemCodeField, Sha256Field } from '@counter/shared/contract/fields'
import { SampleKept } from '@counter/shared/contract/item-draft'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import { keepSample, openAnySample, openSample } from '../../usecases/catalogue/samples.ts'
import type { Deps } from '../../usecases/deps.ts'
import type { FilePlaces } from '../../usecases/files/content-shelf.ts'
import { EVERYBODY, originOf } from './access.ts'
import { bytesOf, FILE_BODY_LIMIT, parseFiles, sendFile } from './file-body.ts'
import { refusals } from './refusals.ts'

const REVIEWERS = ['admin', 'supervisor', 'leader'] as const
const ofSample = z.strictObject({ sha256: Sha256Field })
const shown = z.strictObject({ code: ItemCodeField, sha256: Sha256Field })

/** Filled-in samples of forms: the one kind of file that is public, and only where a published item shows it. */
export function sampleRoutes(deps: Deps, { shelf }: Pick<FilePlaces, 'shelf'>): FastifyPluginAsyncZod {
  return async (app) => {
    parseFiles(app)

    app.post(
      '/samples',
      {
        bodyLimit: FILE_BODY_LIMIT,
        // The supervisor gives the pictures of a point's agents (V1).
        config: { actors: ['admin', 'supervisor'] },
        schema: {
          headers: z.object({ 'x-command-id': CommandIdField }),
          response: { 200: SampleKept, ...refusals },
        },
      },
      async (request) => {
        const origin = originOf(request, request.headers['x-command-id'])
        return keepSample(deps, shelf, { origin, content: bytesOf(request) })
      },
    )

    app.get(
      '/samples/:sha256',
      { config: { actors: REVIEWERS }, schema: { params: ofSample } },
      async (request, reply) => sendFile(reply, await openAnySample(deps, shelf, request.params.sha256)),
    )

    app.get(
      '/guide/:code/samples/:sha256',
      { config: { actors: EVERYBODY }, schema: { params: shown } },
      async (request, reply) => {
        // Whoever reviews a draft looks at its guide before the public does.
        const isReviewer = REVIEWERS.some((each) => each === request.asker.actor)
        const file = isReviewer
          ? await openAnySample(deps, shelf, request.params.sha256)
          : await openSample(deps, shelf, request.params)
        return sendFile(reply, file)
      },
    )
  }
}
