import { DateCaptureBody } from '@counter/shared/contract/capture-time'
import {
  ApproveBody,
  AskPapersBody,
  CaseActBody,
  CaseReasonBody,
  CaseTransferBody,
  ChangeItemBody,
  CheckBody,
  ClockActBody,
  CorrectBody,
  DecideBody,
  DeliverBody,
  EditFactsBody,
  ExtendBody,
  FinishOnSpotBody,
  HandInBody,
  HandUpBody,
  NoteBody,
  PauseBody,
  ReceiveBody,
  RecuseBody,
  RefuseBody,
  ResultBody,
  RevokeBody,
  SupplementBody,
  TellDueBody,
} from '@counter/shared/contract/case-bodies'
import { CaseAnswer, type CaseDetail } from '@counter/shared/contract/cases'
import { CaseIdField } from '@counter/shared/contract/fields'
import { DeclareRelationBody, FindRelationBody } from '@counter/shared/contract/relations'
import type { Actor } from '@counter/shared/vocabulary/actor'
import type { CaseId, CommandId, StaffId } from '@counter/shared/vocabulary/ids'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import { acceptCase } from '../../usecases/cases/accept-case.ts'
import { addNote } from '../../usecases/cases/add-note.ts'
import { approveCase } from '../../usecases/cases/approve-case.ts'
import { askPapers } from '../../usecases/cases/ask-papers.ts'
import type { CaseCommand, CaseDone } from '../../usecases/cases/case-scene.ts'
import { changeItem } from '../../usecases/cases/change-item.ts'
import { convertCase } from '../../usecases/cases/convert-case.ts'
import { correctCase, voidCase } from '../../usecases/cases/correct-case.ts'
import { forwardCase, recordCaseResult, reportCaseUp } from '../../usecases/cases/county-case.ts'
import { dateCapture } from '../../usecases/cases/date-capture.ts'
import { decideCase } from '../../usecases/cases/decide-case.ts'
import { declareRelation, findRelation } from '../../usecases/cases/declare-relation.ts'
import { declineWithdrawal } from '../../usecases/cases/decline-withdrawal.ts'
import { deliverCase } from '../../usecases/cases/deliver-case.ts'
import { editFacts } from '../../usecases/cases/edit-facts.ts'
import { askToExtend } from '../../usecases/cases/extend-case.ts'
import { finishOnSpot } from '../../usecases/cases/finish-on-spot.ts'
import { handIn } from '../../usecases/cases/hand-in.ts'
import { makePledge } from '../../usecases/cases/make-pledge.ts'
import { closeAsNotApplicable } from '../../usecases/cases/not-applicable.ts'
import { pauseCase, resumeCase } from '../../usecases/cases/pause-case.ts'
import { receiveAtWindow } from '../../usecases/cases/receive-case.ts'
import { recordCheck } from '../../usecases/cases/record-check.ts'
import { recuseCase } from '../../usecases/cases/recuse-case.ts'
import { askToRefuse } from '../../usecases/cases/refuse-case.ts'
import { requestSupplement } from '../../usecases/cases/request-supplement.ts'
import { askToReturn } from '../../usecases/cases/return-case.ts'
import { revokeAuthority } from '../../usecases/cases/revoke-authority.ts'
import { takeCase } from '../../usecases/cases/take-case.ts'
import { tellDue } from '../../usecases/cases/tell-due.ts'
import { sendBackCase, takeOverCase, transferCase } from '../../usecases/cases/transfer-case.ts'
import { urgeCase } from '../../usecases/cases/urge-case.ts'
import { withdrawCase } from '../../usecases/cases/withdraw-case.ts'
import type { Deps } from '../../usecases/deps.ts'
import { toCaseAnswer } from '../../views/case-views.ts'
import { caseAskerOf, caseCommandOf } from './case-asker.ts'
import { toHandover, toReceiveCase } from './case-bodies.ts'
import { refusals } from './refusals.ts'

const params = z.strictObject({ id: CaseIdField })
const answer = { response: { 200: CaseAnswer, ...refusals } }
const READERS = ['clerk', 'handler', 'agent', 'supervisor', 'leader'] as const

/** Everything staff do to cases (cases.md 4); who may do what is the table's, the actors here only open the door. */
export function caseRoutes(deps: Deps): FastifyPluginAsyncZod {
  async function done(command: Promise<CaseDone>) {
    const { shown, receipt } = await command
    return toCaseAnswer(shown as CaseDetail, receipt)
  }

  return async (app) => {
    /** One act at `/cases/:id/<name>`. */
    function act<Body extends z.ZodType<{ commandId: CommandId; expectedVersion?: number | undefined }>>(
      name: string,
      actors: readonly Actor[],
      body: Body,
      work: (command: CaseCommand, body: z.infer<Body>) => Promise<CaseDone>,
    ): void {
      app.post(
        `/cases/:id/${name}`,
        { config: { actors }, schema: { params, body, ...answer } },
        async (request) => {
          const sent = request.body as z.infer<Body>
          return done(work(caseCommandOf(request, (request.params as { id: CaseId }).id, sent), sent))
        },
      )
    }

    app.post(
      '/cases',
      { config: { actors: ['clerk'] }, schema: { body: ReceiveBody, ...answer } },
      async (request) => {
        const asker = caseAskerOf(request, request.body.commandId)
        return done(receiveAtWindow(deps, asker, toReceiveCase(request.body)))
      },
    )

    act('accept', ['clerk', 'handler'], ClockActBody, (command) => acceptCase(deps, command))
    act('finish-on-spot', ['clerk', 'supervisor'], FinishOnSpotBody, (command, { result, delivery }) =>
      finishOnSpot(deps, command, { result, delivery: delivery === undefined ? null : toHandover(delivery) }),
    )
    act('convert', ['clerk', 'supervisor'], CaseReasonBody, (command, { reason }) =>
      convertCase(deps, command, reason),
    )
    act('request-supplement', ['clerk', 'handler'], SupplementBody, (command, { materials, reason }) =>
      requestSupplement(deps, command, {
        lines: materials.map(({ name, how }) => ({ name, problem: how })),
        reason: reason ?? '',
      }),
    )
    act('ask-papers', ['clerk', 'handler'], AskPapersBody, (command, { materials, basis }) =>
      askPapers(deps, command, {
        lines: materials.map(({ name, how }) => ({ name, problem: how })),
        basis: basis ?? '',
      }),
    )
    act('pledge', ['clerk', 'handler'], CaseActBody, (command) => makePledge(deps, command))
    act('recuse', ['clerk', 'supervisor'], RecuseBody, (command, { target, unit, person, reason }) =>
      recuseCase(deps, command, {
        unit: target === 'unit' ? (unit ?? null) : null,
        person: target === 'person' ? ((person ?? null) as StaffId | null) : null,
        reason,
      }),
    )
    act('date-capture', ['supervisor'], DateCaptureBody, (command, { at, reason }) =>
      dateCapture(deps, command, { at, reason }),
    )
    act('find-relation', ['supervisor', 'handler'], FindRelationBody, (command, { whose, reason }) =>
      findRelation(deps, command, { whose, reason }),
    )
    act('declare-relation', ['handler', 'clerk'], DeclareRelationBody, (command, { isRelated }) =>
      declareRelation(deps, command, { isRelated }),
    )
    act(
      'edit-facts',
      ['clerk', 'handler', 'supervisor'],
      EditFactsBody,
      (command, { phone, contact, address }) => editFacts(deps, command, { phone, contact, address }),
    )
    act('decline-withdrawal', ['clerk', 'handler', 'supervisor'], CaseReasonBody, (command, { reason }) =>
      declineWithdrawal(deps, command, reason),
    )
    act('revoke-authority', ['clerk', 'supervisor'], RevokeBody, (command, { where, reason }) =>
      revokeAuthority(deps, command, { where, reason: reason ?? '' }),
    )
    act('hand-in', ['clerk'], HandInBody, (command, { materials }) => handIn(deps, command, materials))
    act('refuse', ['clerk'], RefuseBody, (command, { reason, organ }) =>
      askToRefuse(deps, command, { reason, organ }),
    )
    act('not-applicable', ['clerk'], CaseReasonBody, (command, { reason }) =>
      closeAsNotApplicable(deps, command, reason),
    )
    act('take', ['handler'], CaseActBody, (command) => takeCase(deps, command))
    act('pause', ['handler'], PauseBody, (command, { reason, days, noticeNumber }) =>
      pauseCase(deps, command, { reason, told: { value: days, unit: 'workday' }, noticeNumber }),
    )
    act('resume', ['handler'], ClockActBody, (command) => resumeCase(deps, command))
    act('tell-due', ['clerk', 'handler', 'agent', 'supervisor'], TellDueBody, (command, { how }) =>
      tellDue(deps, command, how),
    )
    act('extend', ['handler'], ExtendBody, (command, { days, reason }) =>
      askToExtend(deps, command, { days, reason }),
    )
    act('decide', ['handler'], DecideBody, (command, { decision, result, reason }) =>
      decideCase(deps, command, { decision, result, reason: reason ?? '' }),
    )
    act('deliver', ['clerk', 'handler', 'agent'], DeliverBody, (command, body) =>
      deliverCase(deps, command, toHandover(body)),
    )
    act('withdraw', ['clerk', 'agent'], CaseReasonBody, (command, { reason }) =>
      withdrawCase(deps, command, reason),
    )
    act('change-item', ['clerk', 'supervisor'], ChangeItemBody, (command, { item, reason }) =>
      changeItem(deps, command, { item, reason }),
    )
    act('transfer', ['clerk', 'handler', 'supervisor'], CaseTransferBody, (command, { unit, reason }) =>
      transferCase(deps, command, { unit, reason }),
    )
    act('take-over', ['handler'], CaseActBody, (command) => takeOverCase(deps, command))
    act('send-back', ['handler'], CaseReasonBody, (command, { reason }) =>
      sendBackCase(deps, command, reason),
    )
    act('record-check', ['handler'], CheckBody, (command, { partner, findings }) =>
      recordCheck(deps, command, { partner: partner as StaffId, findings }),
    )
    act('report-up', ['handler'], HandUpBody, (command, { organ, remark }) =>
      reportCaseUp(deps, command, { organ, remark: remark ?? '' }),
    )
    act('forward', ['handler'], HandUpBody, (command, { organ, remark }) =>
      forwardCase(deps, command, { organ, remark: remark ?? '' }),
    )
    act('record-result', ['handler'], ResultBody, (command, { decision, result }) =>
      recordCaseResult(deps, command, { decision, result }),
    )
    act('return-case', ['handler'], CaseReasonBody, (command, { reason }) =>
      askToReturn(deps, command, reason),
    )
    act('void', ['supervisor'], CaseReasonBody, (command, { reason }) => voidCase(deps, command, reason))
    act('correct', ['supervisor'], CorrectBody, (command, { event, reason }) =>
      correctCase(deps, command, { event, reason }),
    )
    act('urge', ['supervisor'], CaseActBody, (command) => urgeCase(deps, command))
    act('add-note', READERS, NoteBody, (command, { reason, materials }) =>
      addNote(deps, command, { text: reason, received: materials ?? [] }),
    )
    act('approve', ['supervisor', 'leader'], ApproveBody, (command, { isApproved, reason }) =>
      approveCase(deps, command, { isApproved, reason: reason ?? '' }),
    )
  }
}
