import { instantWords } from '@counter/shared/vocabulary/date-words'
import type { PaperId, UnitCode } from '@counter/shared/vocabulary/ids'
import { LETTER_EVENT_WORDS } from '@counter/shared/vocabulary/letter-event-words'
import { CHANNEL_WORDS, LETTER_TOPIC_WORDS } from '@counter/shared/vocabulary/letter-words'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { SHIPPED_WORDING } from '@counter/shared/vocabulary/shipped-wording'
import type { LetterContext } from '../../domain/letter/letter-act.ts'
import { letterClocks } from '../../domain/letter/letter-clocks.ts'
import { projectLetter } from '../../domain/letter/letter-projection.ts'
import { nextPaperNumber } from '../../store/case-numbers.ts'
import { insertPaper } from '../../store/case-papers.ts'
import type { StoredLetterEvent } from '../../store/letter-events.ts'
import type { LetterFacts } from '../../store/letters.ts'
import { findMeta } from '../../store/settings.ts'
import { findUnits } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import { findWordings } from '../../store/wordings.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import type { PaperValues } from '../cases/paper-facts.ts'
import { actorName } from '../people/actor-names.ts'
import { hasPaper, type LetterPaper, letterPaperOf } from './letter-paper-kinds.ts'

/** The letter as the transaction sees it that makes a paper of it. */
interface PaperScene {
  readonly tx: Tx
  readonly newId: () => string
  readonly asker: CaseAsker
  readonly facts: LetterFacts
  readonly events: readonly StoredLetterEvent[]
  readonly context: LetterContext
}

/** Makes the papers of the newest events of a letter; they wait on its page until they are printed. Gives the last one's id. */
export function makeLetterPapers(scene: PaperScene, newest: number): PaperId | null {
  let made: PaperId | null = null
  for (const [place, event] of scene.events.entries())
    if (place >= scene.events.length - newest) made = makePaper(scene, event, place) ?? made
  return made
}

function makePaper(scene: PaperScene, event: StoredLetterEvent, place: number): PaperId | null {
  const { tx, events, facts, asker, newId } = scene
  if (!hasPaper(event.type)) return null
  const before = projectLetter(events.slice(0, place))
  const paper = letterPaperOf({
    event,
    before,
    said: (name) => event.words[name] ?? '',
    answer: events.find(({ id }) => id === before.answerEvent)?.words['text'] ?? '',
    text: events[0]?.words['text'] ?? '',
    by: actorName(tx, event.actor),
    unitName: (unit) => unitName(scene, unit),
    stepWords: (taken) => stepWords(events.find(({ id }) => id === taken)),
  })
  if (paper === null) return null
  const id = newId() as PaperId
  const values = valuesOf(scene, paper, event)
  insertPaper(tx, {
    id,
    case: null,
    letter: facts.id,
    event: event.id,
    kind: paper.kind,
    number: values.paperNumber,
    template: findWordings(tx, paper.kind, 1)[0]?.version ?? SHIPPED_WORDING,
    values,
    commandId: asker.origin.commandId,
  })
  return id
}

function valuesOf(scene: PaperScene, paper: LetterPaper, event: StoredLetterEvent): PaperValues {
  const { tx, facts, asker, context } = scene
  const { kind, number, points } = paper
  const meta = (name: string) => findMeta(tx, `centre.${name}`) ?? ''
  return {
    kind,
    of: 'letter',
    paperNumber: number ?? nextPaperNumber(tx, kind),
    madeAt: civilDate(tx.at),
    centre: meta('name'),
    caseNumber: facts.number,
    itemName: `${CHANNEL_WORDS[context.state.channel].zh} · ${LETTER_TOPIC_WORDS[context.state.topic].zh}`,
    applicant: facts.nameMasked ?? '',
    unitName: unitName(scene, context.state.unit),
    receivedAt: facts.receivedAt,
    ...datesOf(scene, event),
    materials: [],
    points: points
      .filter(([, words]) => words.trim() !== '')
      .map(([point, words]) => ({ point, text: words })),
    until: null,
    where: `${meta('name')}${meta('hall')}`,
    by: asker.staff?.displayName ?? '',
    consultPhone: meta('consultPhone'),
    supervisionPhone: meta('supervisionPhone'),
  }
}

type Dates = Pick<
  PaperValues,
  'dueAt' | 'dueOn' | 'isProvisional' | 'statutoryDueOn' | 'explanation' | 'reasons' | 'unit'
>

// A receipt promises the day that was told with it, and none to whom nobody could tell one (C520).
function datesOf({ tx, context }: PaperScene, event: StoredLetterEvent): Dates {
  const { committed, statutory } = letterClocks(context.state, context, tx.at)
  const isUntold = event.type === 'letter.registered' && !('toldDueOn' in event.payload)
  if (committed === null || isUntold)
    return {
      dueAt: null,
      dueOn: null,
      isProvisional: false,
      statutoryDueOn: null,
      explanation: [],
      reasons: null,
      unit: null,
    }
  const { dueAt, dueOn, provisional, segments, reasons, limit } = committed
  return {
    dueAt,
    dueOn,
    isProvisional: provisional,
    statutoryDueOn: statutory?.dueOn ?? null,
    explanation: segments,
    reasons,
    unit: limit.unit,
  }
}

function stepWords(event: StoredLetterEvent | undefined): string {
  return event === undefined
    ? ''
    : `${instantWords(event.occurredAt, 'zh')} ${LETTER_EVENT_WORDS[event.type].zh}`
}

function unitName({ tx }: Pick<PaperScene, 'tx'>, unit: UnitCode | null): string {
  return findUnits(tx).find(({ code }) => code === unit)?.name ?? ''
}
