import {
  CheckLedgerBody,
  EnterLedgerBody,
  ImportLedgerBody,
  LedgerImport,
  LedgerImportList,
  LedgerPreview,
  WithdrawLedgerBody,
} from '@counter/shared/contract/ledger'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import writeXlsxFile from 'write-excel-file/node'
import { z } from 'zod'
import type { ImportRow } from '../../store/ledger-imports.ts'
import { findItemsFor } from '../../usecases/cases/read-guide.ts'
import type { Deps } from '../../usecases/deps.ts'
import { enterImport } from '../../usecases/ledger/enter-import.ts'
import { prepareLedger } from '../../usecases/ledger/prepare-ledger.ts'
import { importFacts, readImports } from '../../usecases/ledger/read-imports.ts'
import { importLedger, previewImport, withdrawImport } from '../../usecases/ledger/settle-import.ts'
import { ledgerTemplate } from '../../views/ledger-template.ts'
import { toLedgerImport, toLedgerPreview } from '../../views/ledger-views.ts'
import { originOf } from './access.ts'
import { refusals } from './refusals.ts'

const params = z.strictObject({ id: z.uuid() })
const EITHER = { actors: ['admin', 'supervisor'] as const }
const ENTERS = { actors: ['admin'] as const }
const IMPORTS = { actors: ['supervisor'] as const }
const changed = { response: { 200: LedgerImport, ...refusals } }
/** Ten thousand rows as text; anything more is no ledger. */
const BODY_LIMIT = 8_000_000
const MOST_ITEMS = 200
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** the open cases of an old ledger; one person enters the sheet, another takes the cases over (K52). */
export function ledgerRoutes(deps: Deps): FastifyPluginAsyncZod {
  const shown = (row: ImportRow) => deps.store.read((tx) => toLedgerImport(importFacts(tx, row)))
  return async (app) => {
    app.get(
      '/ledgers',
      { config: EITHER, schema: { response: { 200: LedgerImportList, ...refusals } } },
      async () => ({ items: readImports(deps).map(toLedgerImport), next: null }),
    )
    app.get('/ledgers/template', { config: EITHER }, async (_request, reply) => {
      const items = deps.store.read((tx) => findItemsFor(tx, { find: '', limit: MOST_ITEMS }))
      const name = encodeURIComponent('旧台账模板.xlsx')
      return reply
        .headers({
          'content-type': XLSX,
          'content-disposition': `attachment; filename*=UTF-8''${name}`,
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
        })
        .send(await writeXlsxFile(ledgerTemplate(items)).toBuffer())
    })
    app.post(
      '/ledgers/check',
      {
        config: ENTERS,
        bodyLimit: BODY_LIMIT,
        schema: { body: CheckLedgerBody, response: { 200: LedgerPreview, ...refusals } },
      },
      async (request, reply) => {
        reply.header('cache-control', 'no-store')
        return toLedgerPreview(await prepareLedger(deps, request.body.rows))
      },
    )
    app.post(
      '/ledgers',
      { config: ENTERS, bodyLimit: BODY_LIMIT, schema: { body: EnterLedgerBody, ...changed } },
      async (request) => {
        const { commandId, fileName, rows } = request.body
        return shown(await enterImport(deps, { origin: originOf(request, commandId), fileName, sheet: rows }))
      },
    )
    app.get(
      '/ledgers/:id/preview',
      { config: EITHER, schema: { params, response: { 200: LedgerPreview, ...refusals } } },
      async (request, reply) => {
        reply.header('cache-control', 'no-store')
        return toLedgerPreview(await previewImport(deps, request.params.id))
      },
    )
    app.post(
      '/ledgers/:id/import',
      { config: IMPORTS, schema: { params, body: ImportLedgerBody, ...changed } },
      async (request) => {
        const { commandId, preview } = request.body
        const origin = originOf(request, commandId)
        return shown(await importLedger(deps, { origin, id: request.params.id, preview }))
      },
    )
    app.post(
      '/ledgers/:id/withdraw',
      { config: EITHER, schema: { params, body: WithdrawLedgerBody, ...changed } },
      async (request) => {
        const { commandId, reason } = request.body
        const origin = originOf(request, commandId)
        return shown(await withdrawImport(deps, { origin, id: request.params.id, reason }))
      },
    )
  }
}
