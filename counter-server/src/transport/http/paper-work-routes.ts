import { CaseAnswer, type CaseDetail } from '@counter/shared/contract/cases'
import { CommandIdField, Done } from '@counter/shared/contract/fields'
import {
  PaperWork,
  ReEntryBody,
  SettleFindingBody,
  VoidNumbersBody,
} from '@counter/shared/contract/paper-work'
import { normalQueryCode } from '@counter/shared/vocabulary/number'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../usecases/deps.ts'
import { type ReEntry, reEnterCase } from '../../usecases/village/re-enter-case.ts'
import { readPaperWork } from '../../usecases/village/read-paper-work.ts'
import { settleFinding, voidNumbers } from '../../usecases/village/settle-paper-work.ts'
import { toCaseAnswer } from '../../views/case-views.ts'
import { toPaperWork } from '../../views/paper-work-views.ts'
import { originOf } from './access.ts'
import { caseAskerOf } from './case-asker.ts'
import { toReceiveCase } from './case-bodies.ts'
import { refusals } from './refusals.ts'

const SUPERVISOR = { config: { actors: ['supervisor'] as const } }
const params = z.strictObject({ id: CommandIdField })

/** 需按纸质材料补录: slips whose phone is gone, and what a restored record lacks (V56, V80). */
export function paperWorkRoutes(deps: Deps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/points/paper-work',
      { ...SUPERVISOR, schema: { response: { 200: PaperWork, ...refusals } } },
      async () => deps.store.read((tx) => toPaperWork(readPaperWork(tx))),
    )
    app.post(
      '/points/paper-work/cases',
      { ...SUPERVISOR, schema: { body: ReEntryBody, response: { 200: CaseAnswer, ...refusals } } },
      async (request) => {
        const asker = caseAskerOf(request, request.body.commandId)
        const { shown, receipt } = await reEnterCase(deps, asker, toReEntry(request.body))
        return toCaseAnswer(shown as CaseDetail, receipt)
      },
    )
    app.post(
      '/points/paper-work/void',
      { ...SUPERVISOR, schema: { body: VoidNumbersBody, response: { 200: Done, ...refusals } } },
      async (request) => {
        const { commandId, numbers, reason } = request.body
        return voidNumbers(deps, { origin: originOf(request, commandId), numbers, reason })
      },
    )
    app.post(
      '/points/paper-work/:id/settle',
      { ...SUPERVISOR, schema: { params, body: SettleFindingBody, response: { 200: Done, ...refusals } } },
      async (request) => {
        const { commandId, reason } = request.body
        return settleFinding(deps, { origin: originOf(request, commandId), id: request.params.id, reason })
      },
    )
  }
}

function toReEntry({ number, queryCode = '', ...body }: ReEntryBody): ReEntry {
  const { item, applicant, materials, note, noticeVersion } = toReceiveCase({
    ...body,
    ticketId: null,
    step: 'receive',
  })
  const code = normalQueryCode(queryCode)
  const told = number.trim().toUpperCase()
  return {
    item,
    applicant,
    materials,
    note,
    noticeVersion,
    number: told,
    queryCode: code === '' ? null : code,
  }
}
