import { Revealed } from '@counter/shared/contract/case-bodies'
import {
  LETTER_BODIES,
  LogDraftBody,
  LogDraftKept,
  LogDraftRead,
  RegisteredLetterView,
  RegisterLetterBody,
  RevealWriterBody,
} from '@counter/shared/contract/letter-bodies'
import {
  LetterCountQuery,
  LetterCountView,
  LetterDetail,
  LetterExportBody,
  LetterList,
  LetterQuery,
} from '@counter/shared/contract/letters'
import type { Actor } from '@counter/shared/vocabulary/actor'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import type { CaseActor } from '../../domain/case/lifecycle.ts'
import { LETTER_WHO } from '../../domain/letter/letter-lifecycle.ts'
import type { Deps } from '../../usecases/deps.ts'
import { LETTER_ACTS, type LetterAsks } from '../../usecases/letters/letter-acts.ts'
import { actOnLetter } from '../../usecases/letters/letter-command.ts'
import { noteLetterExport, readLetterCount } from '../../usecases/letters/letter-figures.ts'
import type { LetterScene } from '../../usecases/letters/letter-scene.ts'
import { listLetters } from '../../usecases/letters/list-letters.ts'
import { keepLogDraft, readLogDraft } from '../../usecases/letters/log-draft.ts'
import { readLetter } from '../../usecases/letters/read-letter.ts'
import { registerLetter } from '../../usecases/letters/register-letter.ts'
import { revealWriter } from '../../usecases/letters/reveal-writer.ts'
import { letterSheet } from '../../views/letter-sheet.ts'
import {
  toLetterCount,
  toLetterDetail,
  toLetterList,
  toLogDraft,
  toRegisteredLetter,
} from '../../views/letter-views.ts'
import { originOf } from './access.ts'
import { caseAskerOf } from './case-asker.ts'
import { refusals } from './refusals.ts'
import { sendSheet } from './send-table.ts'

const params = z.strictObject({ id: z.uuid() })
const READERS = ['clerk', 'handler', 'supervisor', 'leader'] as const satisfies readonly Actor[]
/** Who may be shown a writer in full; a leader signs without anybody's name (P11). */
const ASKERS = ['clerk', 'handler', 'supervisor'] as const satisfies readonly Actor[]
const COUNTERS = ['supervisor', 'leader'] as const satisfies readonly Actor[]

type Act = keyof typeof LETTER_BODIES

/** Who may send each act: the table of the domain names them, and the timer sends nothing (P10). */
function actorsOf(act: Act): readonly Actor[] {
  if (act === 'reply_order') return ['handler']
  if (act === 'close_order') return ['supervisor', 'leader']
  const who: readonly CaseActor[] = LETTER_WHO[act]
  return who.filter((each): each is Actor => each !== 'system')
}

/** Letters 诉求件: logged, assigned, answered, signed, told, closed, counted (cases.md 13). */
export function letterRoutes(deps: Deps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/letters',
      {
        config: { actors: READERS },
        schema: { querystring: LetterQuery, response: { 200: LetterList, ...refusals } },
      },
      async (request) => {
        const { lines, next } = listLetters(deps, caseAskerOf(request), request.query)
        return toLetterList(lines, next)
      },
    )
    app.post(
      '/letters',
      {
        config: { actors: READERS },
        schema: { body: RegisterLetterBody, response: { 200: RegisteredLetterView, ...refusals } },
      },
      async (request) => {
        const { commandId, name, phone, address, arrived, answer, ...coming } = request.body
        const asked = { coming, writer: { name, phone, address }, arrived, answer }
        return toRegisteredLetter(await registerLetter(deps, caseAskerOf(request, commandId), asked))
      },
    )
    app.get(
      '/letters/draft',
      { config: { actors: READERS }, schema: { response: { 200: LogDraftRead, ...refusals } } },
      async (request) => toLogDraft(readLogDraft(deps, caseAskerOf(request))),
    )
    app.post(
      '/letters/draft',
      {
        config: { actors: READERS },
        schema: { body: LogDraftBody, response: { 200: LogDraftKept, ...refusals } },
      },
      async (request) => {
        const { commandId, content } = request.body
        // A complaint about staff leaves no trace here, also not half written (C1401).
        const kept = content === null || content.isAboutStaff ? null : JSON.stringify(content)
        return keepLogDraft(deps, caseAskerOf(request, commandId), kept)
      },
    )
    app.get(
      '/letters/count',
      {
        config: { actors: READERS },
        schema: { querystring: LetterCountQuery, response: { 200: LetterCountView, ...refusals } },
      },
      async (request) => toLetterCount(readLetterCount(deps, request.query)),
    )
    app.post(
      '/letters/export',
      { config: { actors: COUNTERS }, schema: { body: LetterExportBody } },
      async (request, reply) => {
        const { from, to, format, language } = request.body
        await noteLetterExport(deps, { origin: originOf(request, null), from, to, format })
        const count = toLetterCount(readLetterCount(deps, { from, to }))
        return sendSheet(reply, format, letterSheet(count, language))
      },
    )
    app.get(
      '/letters/:id',
      { config: { actors: READERS }, schema: { params, response: { 200: LetterDetail, ...refusals } } },
      async (request) =>
        deps.store.read((tx) =>
          toLetterDetail(readLetter(deps, tx, caseAskerOf(request), request.params.id)),
        ),
    )
    app.post(
      '/letters/:id/reveal',
      {
        config: { actors: ASKERS },
        schema: { params, body: RevealWriterBody, response: { 200: Revealed, ...refusals } },
      },
      async (request) => {
        const { field, kind, purpose: words } = request.body
        const asked = { id: request.params.id, field, purpose: kind, words }
        return revealWriter(deps, caseAskerOf(request), asked)
      },
    )
    for (const act of Object.keys(LETTER_BODIES) as Act[])
      app.post(
        `/letters/:id/${act.replaceAll('_', '-')}`,
        {
          config: { actors: actorsOf(act) },
          schema: { params, body: LETTER_BODIES[act], response: { 200: LetterDetail, ...refusals } },
        },
        async (request) => {
          const { commandId, expectedVersion = null, ...asked } = request.body
          const command = {
            asker: caseAskerOf(request, commandId),
            id: request.params.id,
            expectedVersion,
          }
          // One table holds bodies and acts under the same names; which of them this is was said by the address.
          const decide = LETTER_ACTS[act] as (scene: LetterScene, asked: LetterAsks[Act]) => LetterScene
          return toLetterDetail(
            await actOnLetter(deps, command, { name: act, content: asked }, (scene) =>
              decide(scene, asked as LetterAsks[Act]),
            ),
          )
        },
      )
  }
}
