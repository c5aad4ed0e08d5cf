import type { UnitCode } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { checkPersonMayHave } from '../../domain/case/recusal.ts'
import {
  answerSubtask as decideAnswer,
  openSubtask as decideOpening,
  waiveSubtask as decideWaiving,
} from '../../domain/case/subtask.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findCaseEvents } from '../../store/case-events.ts'
import { findCase } from '../../store/cases.ts'
import { once } from '../../store/receipts.ts'
import { findOpenSubtasks, type SubtaskFacts } from '../../store/subtasks.ts'
import { findUnits } from '../../store/township.ts'
import type { Deps } from '../deps.ts'
import type { CaseAsker } from './case-asker.ts'
import { actOnCase, type CaseCommand, type CaseDone, sceneOf } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'

/** 协办: another unit is asked while the case goes on (C805). */
export function openSubtask(
  deps: Deps,
  command: CaseCommand,
  asked: { readonly unit: UnitCode; readonly content: string; readonly dueOn: PlainDate },
): Promise<CaseDone> {
  return actOnCase(deps, command, 'open-subtask', asked, (scene) => {
    const isUnit = findUnits(scene.tx).some(({ code }) => code === asked.unit)
    recordFacts(scene, [decideOpening(scene.context, { ...asked, isUnit })], { text: asked.content })
    return null
  })
}

/** The supervisor lets the case go on without the answer (C805). */
export function waiveSubtask(
  deps: Deps,
  command: CaseCommand,
  asked: { readonly subtask: string; readonly reason: string },
): Promise<CaseDone> {
  return actOnCase(deps, command, 'waive-subtask', asked, (scene) => {
    recordFacts(scene, [decideWaiving(scene.context, asked.subtask, asked.reason)])
    return null
  })
}

/** The answer of the unit that was asked, which sees its question and nothing else of the case (C402, C805). */
export function answerSubtask(
  { store, ...deps }: Deps,
  { asker, id }: CaseCommand,
  asked: { readonly subtask: string; readonly result: string },
): Promise<{ readonly subtask: string }> {
  const { origin, staff } = asker
  return store.write((tx) =>
    once(tx, { origin, name: 'case.answer-subtask', subject: id, content: { id, ...asked } }, () => {
      const facts = findCase(tx, id)
      if (facts === undefined) throw new Refusal('subtask.not_found')
      const scene = sceneOf(deps, tx, asker, facts)
      const answered = decideAnswer(scene.context, { ...asked, unit: staff?.unit ?? null })
      if (staff !== null) checkPersonMayHave(scene.context.state, staff)
      recordFacts(scene, [answered], { text: asked.result })
      return { subtask: asked.subtask }
    }),
  )
}

/** A question to this unit, in the words in which it was asked. */
export type SubtaskLine = SubtaskFacts & { readonly content: string }

const MOST = 100

/** What the unit of the asker is asked for, the earliest due first. */
export function listSubtasks({ store }: Pick<Deps, 'store'>, { staff }: CaseAsker): readonly SubtaskLine[] {
  const unit = staff?.unit ?? null
  if (unit === null) return []
  return store.read((tx) =>
    findOpenSubtasks(tx, unit, MOST).map((line) => ({
      ...line,
      content: findCaseEvents(tx, line.case).find(({ id }) => id === line.id)?.text ?? '',
    })),
  )
}
