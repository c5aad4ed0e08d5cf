import { ItemList, ItemPromise, ItemQuery } from '@counter/shared/contract/case-lists'
import { ItemCodeField } from '@counter/shared/contract/fields'
import { Guide, GuideList } from '@counter/shared/contract/public/guide'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import { findItemsFor, readGuide, readGuideList, readPromise } from '../../usecases/cases/read-guide.ts'
import type { Deps } from '../../usecases/deps.ts'
import { toGuide, toGuideList, toItemList, toItemPromise } from '../../views/guide-views.ts'
import { EVERYBODY, STAFF } from './access.ts'
import { refusals } from './refusals.ts'

const params = z.strictObject({ code: ItemCodeField })

/** The guide for everybody and the catalogue for staff (C109, C-2). */
export function guideRoutes({ store }: Pick<Deps, 'store'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/guide',
      { config: { actors: EVERYBODY }, schema: { response: { 200: GuideList, ...refusals } } },
      async () => store.read((tx) => toGuideList(readGuideList(tx))),
    )
    app.get(
      '/guide/:code',
      { config: { actors: EVERYBODY }, schema: { params, response: { 200: Guide, ...refusals } } },
      async (request) => store.read((tx) => toGuide(readGuide(tx, request.params.code))),
    )
    app.get(
      '/items',
      {
        config: { actors: STAFF },
        schema: { querystring: ItemQuery, response: { 200: ItemList, ...refusals } },
      },
      async (request) => store.read((tx) => toItemList(findItemsFor(tx, request.query))),
    )
    app.get(
      '/items/:code/promise',
      { config: { actors: STAFF }, schema: { params, response: { 200: ItemPromise, ...refusals } } },
      async (request) => store.read((tx) => toItemPromise(readPromise(tx, request.params.code))),
    )
  }
}
