import type { CaseEventType } from '@counter/shared/vocabulary/case'
import { CASE_EVENT_WORDS } from '@counter/shared/vocabulary/case-event-words'
import {
  type CasePaperKind,
  DECISION_WORDS,
  type PaperPoint,
  WAY_WORDS,
} from '@counter/shared/vocabulary/case-paper'
import type { Limit } from '@counter/shared/vocabulary/clock'
import { dateWords, instantWords } from '@counter/shared/vocabulary/date-words'
import { PAUSE_WORDS } from '@counter/shared/vocabulary/due-words'
import type { StaffId, UnitCode } from '@counter/shared/vocabulary/ids'
import { LADDER_ASKS, LEVEL_WORDS, RULE_WORDS } from '@counter/shared/vocabulary/supervision'
import type { CaseState } from '../../domain/case/case-state.ts'
import { promisedIn } from '../../domain/case/committed-clock.ts'
import type { CaseEvent, CaseEventPayloads } from '../../domain/case/event.ts'
import { REMEDIES } from '../../domain/case/remedies.ts'
import type { StoredEvent } from '../../store/case-events.ts'
import { findStaff } from '../../store/people.ts'
import { findUnits } from '../../store/township.ts'
import type { CaseScene } from './case-scene.ts'
import type { PointLine } from './paper-facts.ts'
import { makePaper } from './receipt-facts.ts'

/** What a paper is made from: the event and the state before it. */
interface Recorded<Type extends CaseEventType> {
  readonly event: StoredEvent & CaseEvent<Type>
  readonly before: CaseState
  /** In which days the promise counts; an extension is as many of them (C513). */
  readonly unit: Limit['unit']
  /** Who did or approved it, by post. */
  readonly by: string
  unitName(unit: UnitCode | null): string
  personName(person: StaffId): string
  /** A step as it stands in the record: when, and what was done. */
  stepWords(event: string): string
}

interface EventPaper {
  readonly kind: CasePaperKind
  readonly points: readonly (readonly [PaperPoint, string])[]
  /** Where the event brings its own number. */
  readonly number?: string
}

type PaperOf = { readonly [Type in CaseEventType]?: (recorded: Recorded<Type>) => EventPaper | null }

/** The events that are told on a paper of their own, whoever causes them (cases.md 4, column "document"). */
const PAPERS: PaperOf = {
  'case.not_applicable': ({ event: { payload } }) => ({
    kind: 'not_applicable',
    points: [
      ['reason', payload.reason],
      ['remedies', REMEDIES],
    ],
  }),
  'case.refused': ({ event: { payload }, by }) => ({
    kind: 'refusal',
    points: [
      ['reason', payload.reason],
      ['organ', payload.organ],
      ['remedies', REMEDIES],
      ['approvedBy', by],
    ],
  }),
  'case.deemed_accepted': ({ event: { payload } }) => ({
    kind: 'acceptance',
    points: [['reason', `${dateWords(payload.noticeDueOn, 'zh')}前没有告知补正，自收件之日起视为受理`]],
  }),
  'case.paused': ({ event: { payload } }) => ({
    kind: 'pause',
    points: [
      ['reason', PAUSE_WORDS[payload.reason].zh],
      ['days', daysWords(payload.told)],
    ],
  }),
  'case.transferred': ({ event: { payload }, before, unitName }) => ({
    kind: 'hand_over',
    points: [
      ['fromUnit', unitName(before.handOver?.from ?? before.unit)],
      ['toUnit', unitName(payload.unit)],
      ['reason', payload.reason],
    ],
  }),
  'check.recorded': ({ event: { payload, text }, personName }) => ({
    kind: 'check',
    points: [
      ['people', payload.people.map(personName).join('、')],
      ['result', text ?? ''],
    ],
  }),
  'case.reported_up': ({ event: { payload, text } }) => ({
    kind: 'report',
    points: [
      ['toUnit', payload.organ],
      ['reason', text ?? ''],
    ],
  }),
  'case.forwarded': ({ event: { payload, text } }) => ({
    kind: 'forwarding',
    points: [
      ['toUnit', payload.organ],
      ['reason', text ?? ''],
    ],
  }),
  'case.result_recorded': ({ event: { payload, text } }) => ({
    kind: payload.decision === 'granted' ? 'decision' : 'denial',
    points: [
      ['decision', DECISION_WORDS[payload.decision].zh],
      ['result', text ?? ''],
    ],
  }),
  'order.issued': ({ event: { payload, text } }) => ({
    kind: 'supervision',
    number: payload.number,
    points: orderPoints(payload, text ?? ''),
  }),
  'case.resumed': () => ({ kind: 'resumption', points: [] }),
  'case.withdrawn': ({ event: { payload } }) => ({
    kind: 'withdrawal',
    points: [['reason', payload.reason]],
  }),
  'case.returned': ({ event: { payload }, by }) => ({
    kind: 'return',
    points: [
      ['reason', payload.reason],
      ['remedies', REMEDIES],
      ['approvedBy', by],
    ],
  }),
  'case.voided': ({ event: { payload } }) => ({ kind: 'void', points: [['reason', payload.reason]] }),
  'event.voided': ({ event: { payload }, stepWords }) => ({
    kind: 'correction',
    points: [
      ['step', stepWords(payload.eventId)],
      ['reason', payload.reason],
    ],
  }),
  'case.extended': ({ event: { payload }, before, unit, by }) => ({
    kind: 'extension',
    points: [
      ['reason', payload.reason],
      ['days', `延长 ${daysWords({ value: payload.days, unit })}`],
      ['dueBefore', toldWords(before)],
      ['approvedBy', by],
    ],
  }),
  'case.decided': ({ event: { payload, text }, by }) =>
    payload.onSpot
      ? null
      : {
          kind: payload.decision === 'granted' ? 'decision' : 'denial',
          points: [
            ['decision', DECISION_WORDS[payload.decision].zh],
            ['result', text ?? ''],
            ['reason', payload.reason],
            ['remedies', payload.remedies],
            ['approvedBy', payload.approvedBy === null ? '' : by],
          ],
        },
  // What was decided and handed over in one moment is on the paper of that moment (C201).
  'case.delivered': ({ event, before }) =>
    before.decidedAt === event.occurredAt
      ? null
      : {
          kind: 'delivery',
          points: [
            ['receiver', event.payload.receiver],
            ['relation', event.payload.relation],
            ['way', WAY_WORDS[event.payload.way].zh],
            ['postNumber', event.payload.postNumber],
          ],
        },
}

/** What an order says on paper, whether it is given on a case or on a letter (C705). */
export function orderPoints(
  { level, rule, replyDueAt }: CaseEventPayloads['order.issued'],
  content: string,
): readonly (readonly [PaperPoint, string])[] {
  return [
    ['level', LEVEL_WORDS[level].zh],
    ['reason', RULE_WORDS[rule].zh],
    ['content', content === '' ? LADDER_ASKS.zh : content],
    ['replyBy', instantWords(replyDueAt, 'zh')],
  ]
}

/** Makes the paper of an event that has one; it waits among the papers of the case until it is printed. */
export function makeEventPaper(
  scene: CaseScene,
  { event, before }: { event: StoredEvent; before: CaseState },
): void {
  const { tx, asker, context, events } = scene
  const paper = paperOf({
    event,
    before,
    unit: promisedIn(context.state, context.item),
    by: asker.staff?.displayName ?? '',
    unitName: (unit) => findUnits(tx).find(({ code }) => code === unit)?.name ?? '',
    personName: (person) => findStaff(tx, person)?.displayName ?? '',
    stepWords: (taken) => stepWords(events.find(({ id }) => id === taken)),
  })
  if (paper === null) return
  const points: readonly PointLine[] = paper.points
    .filter(([, words]) => words.trim() !== '')
    .map(([point, words]) => ({ point, text: words }))
  const { kind, number } = paper
  makePaper(scene, kind, { points, ...(number === undefined ? {} : { paperNumber: number }) })
}

function paperOf<Type extends CaseEventType>(recorded: Recorded<Type>): EventPaper | null {
  const make: PaperOf[Type] = PAPERS[recorded.event.type as Type]
  return make === undefined ? null : make(recorded)
}

function stepWords(event: StoredEvent | undefined): string {
  return event === undefined
    ? ''
    : `${instantWords(event.occurredAt, 'zh')} ${CASE_EVENT_WORDS[event.type].zh}`
}

function daysWords({ value, unit }: Limit): string {
  return `${value} 个${unit === 'workday' ? '工作日' : '自然日'}`
}

function toldWords({ told }: CaseState): string {
  const last = told.at(-1)
  return last === undefined ? '' : dateWords(last.dueOn, 'zh')
}
