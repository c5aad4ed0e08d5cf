import { Sha256Field, VillageCodeField } from '@counter/shared/contract/fields'
import { VillagePointList } from '@counter/shared/contract/public/points'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import { Refusal } from '../../domain/refusal.ts'
import type { Deps } from '../../usecases/deps.ts'
import type { FilePlaces } from '../../usecases/files/content-shelf.ts'
import { findShownPhoto, readPublicPoints } from '../../usecases/village/read-public-points.ts'
import { toVillagePoints } from '../../views/point-views.ts'
import { EVERYBODY } from './access.ts'
import { sendFile } from './file-body.ts'
import { refusals } from './refusals.ts'

const shown = z.strictObject({ village: VillageCodeField, sha256: Sha256Field })

/** 村级代办点 as everybody reads them: place, hours, phone, and who serves (V1). */
export function villagePointRoutes(
  { store }: Pick<Deps, 'store'>,
  { shelf }: Pick<FilePlaces, 'shelf'>,
): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/village-points',
      { config: { actors: EVERYBODY }, schema: { response: { 200: VillagePointList, ...refusals } } },
      async () => store.read((tx) => toVillagePoints(readPublicPoints(tx))),
    )
    app.get(
      '/village-points/:village/photos/:sha256',
      { config: { actors: EVERYBODY }, schema: { params: shown } },
      async (request, reply) => {
        const { village, sha256 } = request.params
        const row = store.read((tx) => findShownPhoto(tx, village, sha256))
        if (row === undefined) throw new Refusal('file.not_found')
        return sendFile(reply, { mime: row.mime, content: await shelf.open(row) })
      },
    )
  }
}
