import {
  CatalogueItem,
  CatalogueList,
  CatalogueQuery,
  DraftActBody,
  DraftReasonBody,
  DraftView,
  SaveDraftBody,
  StartDraftBody,
  StopItemBody,
} from '@counter/shared/contract/catalogue'
import { ItemCodeField } from '@counter/shared/contract/fields'
import { Guide } from '@counter/shared/contract/public/guide'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import { ITEM_DRAFTING } from '../../usecases/catalogue/item-drafting.ts'
import { previewGuide } from '../../usecases/catalogue/preview-guide.ts'
import { publishDraft } from '../../usecases/catalogue/publish-draft.ts'
import { readCatalogue, readItem } from '../../usecases/catalogue/read-catalogue.ts'
import { saveDraft } from '../../usecases/catalogue/save-draft.ts'
import { dropDraft, returnDraft, submitDraft } from '../../usecases/catalogue/settle-draft.ts'
import { startDraft } from '../../usecases/catalogue/start-draft.ts'
import { stopItem } from '../../usecases/catalogue/stop-item.ts'
import type { Deps } from '../../usecases/deps.ts'
import { toCatalogueItem, toCatalogueList, toDraftView } from '../../views/catalogue-views.ts'
import { toGuide } from '../../views/guide-views.ts'
import { originOf } from './access.ts'
import { refusals } from './refusals.ts'

const ofItem = z.strictObject({ code: ItemCodeField })
const ofDraft = z.strictObject({ id: z.uuid() })
const READERS = { actors: ['admin', 'supervisor', 'leader'] as const }
const EITHER = { actors: ['admin', 'supervisor'] as const }
const WRITES = { actors: ['admin'] as const }
const item = { response: { 200: CatalogueItem, ...refusals } }
const draft = { response: { 200: DraftView, ...refusals } }

/** the catalogue; who writes a version does not publish it (C101, C102). */
export function catalogueRoutes(deps: Deps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/catalogue',
      {
        config: READERS,
        schema: { querystring: CatalogueQuery, response: { 200: CatalogueList, ...refusals } },
      },
      async (request) => {
        const { unit = null, find, limit, cursor = '' } = request.query
        return deps.store.read((tx) =>
          toCatalogueList(readCatalogue(tx, { unit, find, limit, after: cursor })),
        )
      },
    )
    app.get('/catalogue/:code', { config: READERS, schema: { params: ofItem, ...item } }, async (request) =>
      deps.store.read((tx) => toCatalogueItem(readItem(tx, request.params.code))),
    )
    // The public guide as the draft would make it, for those who write and review it.
    app.get(
      '/catalogue/:code/guide',
      { config: READERS, schema: { params: ofItem, response: { 200: Guide, ...refusals } } },
      async (request) => deps.store.read((tx) => toGuide(previewGuide(tx, request.params.code))),
    )
    app.post(
      '/catalogue/:code/stop',
      { config: EITHER, schema: { params: ofItem, body: StopItemBody, ...item } },
      async (request) => {
        const { commandId, on, reason } = request.body
        const { code } = request.params
        return toCatalogueItem(
          await stopItem(deps, { origin: originOf(request, commandId), code, on, reason }),
        )
      },
    )
    app.post(
      '/item-drafts',
      { config: WRITES, schema: { body: StartDraftBody, ...draft } },
      async (request) => {
        const { commandId, ...wanted } = request.body
        return toDraftView(await startDraft(deps, { origin: originOf(request, commandId), wanted }))
      },
    )
    app.post(
      '/item-drafts/:id/save',
      { config: WRITES, schema: { params: ofDraft, body: SaveDraftBody, ...draft } },
      async (request) => {
        const { commandId, expectedVersion: rev, draft } = request.body
        const origin = originOf(request, commandId)
        return toDraftView(
          await saveDraft(deps, ITEM_DRAFTING, { origin, id: request.params.id, rev, draft }),
        )
      },
    )
    for (const [act, config, run] of [
      ['submit', WRITES, submitDraft],
      ['publish', EITHER, publishDraft],
    ] as const)
      app.post(
        `/item-drafts/:id/${act}`,
        { config, schema: { params: ofDraft, body: DraftActBody, ...draft } },
        async (request) => {
          const { commandId, expectedVersion: rev } = request.body
          return toDraftView(
            await run(deps, ITEM_DRAFTING, {
              origin: originOf(request, commandId),
              id: request.params.id,
              rev,
            }),
          )
        },
      )
    for (const [act, run] of [
      ['return', returnDraft],
      ['drop', dropDraft],
    ] as const)
      app.post(
        `/item-drafts/:id/${act}`,
        { config: EITHER, schema: { params: ofDraft, body: DraftReasonBody, ...draft } },
        async (request) => {
          const { commandId, expectedVersion: rev, reason } = request.body
          const origin = originOf(request, commandId)
          return toDraftView(await run(deps, ITEM_DRAFTING, { origin, id: request.params.id, rev, reason }))
        },
      )
  }
}
