import { Draft, DraftBody, DraftContent, DraftSaved } from '@counter/shared/contract/drafts'
import { TicketIdField } from '@counter/shared/contract/fields'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import { keepDraft, readDraft } from '../../usecases/cases/keep-draft.ts'
import type { Deps } from '../../usecases/deps.ts'
import { caseAskerOf } from './case-asker.ts'
import { refusals } from './refusals.ts'

const params = z.strictObject({ id: TicketIdField })

/** What a clerk has half written for a number; nobody else reads it (C410). */
export function draftRoutes(deps: Deps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/drafts/:id',
      { config: { actors: ['clerk'] }, schema: { params, response: { 200: Draft, ...refusals } } },
      async (request) => {
        const kept = readDraft(deps, caseAskerOf(request), request.params.id)
        if (kept === null) return { draft: null }
        return { draft: { content: DraftContent.parse(JSON.parse(kept.content)), savedAt: kept.savedAt } }
      },
    )
    app.post(
      '/drafts',
      {
        config: { actors: ['clerk'] },
        schema: { body: DraftBody, response: { 200: DraftSaved, ...refusals } },
      },
      async (request) => {
        const { commandId, ticketId, content } = request.body
        const asked = { ticket: ticketId, content: content === null ? null : JSON.stringify(content) }
        return keepDraft(deps, caseAskerOf(request, commandId), asked)
      },
    )
  }
}
