import { DraftActBody, DraftReasonBody } from '@counter/shared/contract/catalogue'
import {
  SaveWordingBody,
  StartWordingBody,
  WordingDraft,
  WordingList,
  WordingView,
} from '@counter/shared/contract/wordings'
import { CASE_PAPERS } from '@counter/shared/vocabulary/case-paper'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import { publishDraft } from '../../usecases/catalogue/publish-draft.ts'
import { saveDraft } from '../../usecases/catalogue/save-draft.ts'
import { dropDraft, returnDraft, submitDraft } from '../../usecases/catalogue/settle-draft.ts'
import type { Deps } from '../../usecases/deps.ts'
import { readWording, readWordings } from '../../usecases/wording/read-wordings.ts'
import { startWording, WORDING_DRAFTING } from '../../usecases/wording/wording-drafting.ts'
import { toWordingDraft, toWordingList, toWordingView } from '../../views/wording-views.ts'
import { originOf } from './access.ts'
import { refusals } from './refusals.ts'

const ofKind = z.strictObject({ kind: z.enum(CASE_PAPERS) })
const ofDraft = z.strictObject({ id: z.uuid() })
const READERS = { actors: ['admin', 'supervisor', 'leader'] as const }
const EITHER = { actors: ['admin', 'supervisor'] as const }
const WRITES = { actors: ['admin'] as const }
const draft = { response: { 200: WordingDraft, ...refusals } }

/** The wording of the papers of a case: who writes the next one does not publish it (C901). */
export function wordingRoutes(deps: Deps): FastifyPluginAsyncZod {
  const { store } = deps
  return async (app) => {
    app.get(
      '/wordings',
      { config: READERS, schema: { response: { 200: WordingList, ...refusals } } },
      async () => store.read((tx) => toWordingList(readWordings(tx))),
    )
    app.get(
      '/wordings/:kind',
      { config: READERS, schema: { params: ofKind, response: { 200: WordingView, ...refusals } } },
      async (request) => store.read((tx) => toWordingView(readWording(tx, request.params.kind))),
    )
    app.post(
      '/wordings/:kind/draft',
      { config: WRITES, schema: { params: ofKind, body: StartWordingBody, ...draft } },
      async (request) => {
        const origin = originOf(request, request.body.commandId)
        return toWordingDraft(await startWording(deps, { origin, kind: request.params.kind }))
      },
    )
    app.post(
      '/wording-drafts/:id/save',
      { config: WRITES, schema: { params: ofDraft, body: SaveWordingBody, ...draft } },
      async (request) => {
        const { commandId, expectedVersion: rev, wording } = request.body
        const seen = { origin: originOf(request, commandId), id: request.params.id, rev, draft: wording }
        return toWordingDraft(await saveDraft(deps, WORDING_DRAFTING, seen))
      },
    )
    for (const [act, config, run] of [
      ['submit', WRITES, submitDraft],
      ['publish', EITHER, publishDraft],
    ] as const)
      app.post(
        `/wording-drafts/:id/${act}`,
        { config, schema: { params: ofDraft, body: DraftActBody, ...draft } },
        async (request) => {
          const { commandId, expectedVersion: rev } = request.body
          const seen = { origin: originOf(request, commandId), id: request.params.id, rev }
          return toWordingDraft(await run(deps, WORDING_DRAFTING, seen))
        },
      )
    for (const [act, run] of [
      ['return', returnDraft],
      ['drop', dropDraft],
    ] as const)
      app.post(
        `/wording-drafts/:id/${act}`,
        { config: EITHER, schema: { params: ofDraft, body: DraftReasonBody, ...draft } },
        async (request) => {
          const { commandId, expectedVersion: rev, reason } = request.body
          const seen = { origin: originOf(request, commandId), id: request.params.id, rev, reason }
          return toWordingDraft(await run(deps, WORDING_DRAFTING, seen))
        },
      )
  }
}
