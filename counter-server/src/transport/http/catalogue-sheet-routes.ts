import {
  CatalogueImported,
  CataloguePreview,
  CheckCatalogueBody,
  ImportCatalogueBody,
} from '@counter/shared/contract/catalogue'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import writeXlsxFile from 'write-excel-file/node'
import { checkCatalogue, importCatalogue } from '../../usecases/catalogue/import-catalogue.ts'
import { exportCatalogue } from '../../usecases/catalogue/sheet-ground.ts'
import type { Deps } from '../../usecases/deps.ts'
import { toCataloguePreview } from '../../views/catalogue-views.ts'
import { toXlsxCells } from '../../views/report-files.ts'
import { originOf } from './access.ts'
import { refusals } from './refusals.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const READERS = { actors: ['admin', 'supervisor', 'leader'] as const }
const WRITES = { actors: ['admin'] as const }
/** A thousand items as text; anything more is no catalogue of a township. */
const BODY_LIMIT = 8_000_000

/** The catalogue as a workbook, out and back in (A-1, K52). */
export function catalogueSheetRoutes(deps: Deps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/catalogue/sheet', { config: READERS }, async (_request, reply) => {
      const sheets = deps.store.read(exportCatalogue)
      const name = encodeURIComponent('事项目录.xlsx')
      return reply
        .headers({
          'content-type': XLSX,
          'content-disposition': `attachment; filename*=UTF-8''${name}`,
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
        })
        .send(
          await writeXlsxFile(
            sheets.map(({ name: sheet, rows }) => ({ sheet, data: toXlsxCells(rows) })),
          ).toBuffer(),
        )
    })
    app.post(
      '/catalogue/check',
      {
        bodyLimit: BODY_LIMIT,
        config: WRITES,
        schema: { body: CheckCatalogueBody, response: { 200: CataloguePreview, ...refusals } },
      },
      async (request) => deps.store.read((tx) => toCataloguePreview(checkCatalogue(tx, request.body.sheets))),
    )
    app.post(
      '/catalogue/import',
      {
        bodyLimit: BODY_LIMIT,
        config: WRITES,
        schema: { body: ImportCatalogueBody, response: { 200: CatalogueImported, ...refusals } },
      },
      async (request) => {
        const { commandId, sheets } = request.body
        return importCatalogue(deps, { origin: originOf(request, commandId), sheets })
      },
    )
  }
}
