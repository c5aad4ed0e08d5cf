import { CaseAnswer, type CaseDetail } from '@counter/shared/contract/cases'
import { CaseIdField } from '@counter/shared/contract/fields'
import {
  AnswerSubtaskBody,
  OpenSubtaskBody,
  SubtaskAnswered,
  SubtaskList,
  WaiveSubtaskBody,
} from '@counter/shared/contract/subtasks'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import type { CaseDone } from '../../usecases/cases/case-scene.ts'
import { answerSubtask, listSubtasks, openSubtask, waiveSubtask } from '../../usecases/cases/subtasks.ts'
import type { Deps } from '../../usecases/deps.ts'
import { toCaseAnswer } from '../../views/case-views.ts'
import { toSubtaskList } from '../../views/subtask-views.ts'
import { caseAskerOf, caseCommandOf } from './case-asker.ts'
import { refusals } from './refusals.ts'

const params = z.strictObject({ id: CaseIdField })
const answer = { response: { 200: CaseAnswer, ...refusals } }

/** 协办: asked on the case, answered by the other unit from its own list, waived by the supervisor (C805). */
export function subtaskRoutes(deps: Deps): FastifyPluginAsyncZod {
  async function done(command: Promise<CaseDone>) {
    const { shown, receipt } = await command
    return toCaseAnswer(shown as CaseDetail, receipt)
  }

  return async (app) => {
    app.get(
      '/subtasks',
      { config: { actors: ['handler'] }, schema: { response: { 200: SubtaskList, ...refusals } } },
      async (request) => toSubtaskList(listSubtasks(deps, caseAskerOf(request))),
    )
    app.post(
      '/cases/:id/open-subtask',
      { config: { actors: ['handler'] }, schema: { params, body: OpenSubtaskBody, ...answer } },
      async (request) => {
        const { unit, content, dueOn } = request.body
        const command = caseCommandOf(request, request.params.id, request.body)
        return done(openSubtask(deps, command, { unit, content, dueOn }))
      },
    )
    app.post(
      '/cases/:id/answer-subtask',
      {
        config: { actors: ['handler'] },
        schema: { params, body: AnswerSubtaskBody, response: { 200: SubtaskAnswered, ...refusals } },
      },
      async (request) => {
        const { subtask, result } = request.body
        const command = caseCommandOf(request, request.params.id, request.body)
        return answerSubtask(deps, command, { subtask, result })
      },
    )
    app.post(
      '/cases/:id/waive-subtask',
      { config: { actors: ['supervisor'] }, schema: { params, body: WaiveSubtaskBody, ...answer } },
      async (request) => {
        const { subtask, reason } = request.body
        const command = caseCommandOf(request, request.params.id, request.body)
        return done(waiveSubtask(deps, command, { subtask, reason }))
      },
    )
  }
}
