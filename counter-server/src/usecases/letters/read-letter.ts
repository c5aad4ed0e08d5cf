import type { ClockReading } from '@counter/shared/vocabulary/clock'
import { maskPhone } from '@counter/shared/vocabulary/identity'
import type { LetterAction, LetterClock, ReplyWay, ReviewOutcome } from '@counter/shared/vocabulary/letter'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { voidedEvents } from '../../domain/case/standing-events.ts'
import { WAYS_OF } from '../../domain/letter/answer-letter.ts'
import { possibleLetterActs } from '../../domain/letter/letter-act.ts'
import { letterClocks } from '../../domain/letter/letter-clocks.ts'
import type { StoredLetterEvent } from '../../store/letter-events.ts'
import { findLetter } from '../../store/letters.ts'
import type { Tx } from '../../store/tx.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import { type CasePaperLine, readPapersOf } from '../cases/case-papers.ts'
import { type OrderLine, readOrdersOf } from '../cases/read-orders.ts'
import type { Deps } from '../deps.ts'
import { actorName } from '../people/actor-names.ts'
import { type LetterLine, letterLineFor, toLetterLine } from './letter-lines.ts'
import { type LetterScene, openLetter } from './letter-scene.ts'
import { writerField } from './writer.ts'

/** One line of the record: what was taken back says so (C302). */
export interface LetterEventLine {
  readonly event: StoredLetterEvent
  readonly by: string
  readonly isVoided: boolean
}

/** A letter as its page shows it. */
export interface LetterDetailFacts {
  readonly line: LetterLine
  readonly writer: {
    readonly name: string | null
    readonly phone: string | null
    readonly hasAddress: boolean
  }
  readonly people: number
  readonly representatives: number
  readonly text: string
  readonly leader: string
  readonly answer: { readonly text: string; readonly by: string; readonly signer: string | null } | null
  readonly clocks: readonly ClockReading<LetterClock>[]
  readonly review: {
    readonly askedOn: PlainDate
    readonly organ: string
    readonly outcome: ReviewOutcome | null
  } | null
  /** What the public page says or would say (C1303). */
  readonly publication: {
    readonly question: string
    readonly answer: string
    readonly by: string
    readonly publishedAt: Instant | null
  } | null
  readonly toldDueOn: PlainDate | null
  readonly externalDueOn: PlainDate | null
  readonly originalNumber: string | null
  readonly events: readonly LetterEventLine[]
  readonly orders: readonly OrderLine[]
  readonly papers: readonly CasePaperLine[]
  readonly actions: readonly LetterAction[]
  readonly ways: readonly ReplyWay[]
}

/** Reads a letter for its page. Refuses `letter.not_found`. */
export function readLetter(
  deps: Pick<Deps, 'newId'>,
  tx: Tx,
  asker: CaseAsker,
  id: string,
): LetterDetailFacts {
  return letterDetail(openLetter(deps, tx, asker, id))
}

/** What a letter's page shows of a scene, also right after an act. */
export function letterDetail(scene: LetterScene): LetterDetailFacts {
  const { tx, context, events, asker } = scene
  const { state } = context
  const facts = findLetter(tx, scene.facts.id)
  if (facts === undefined) throw new Error('a letter that was read is there')
  const first = events[0]?.words ?? {}
  const voided = voidedEvents(events)
  // Who has just handed the letter back may do nothing more with it.
  const isOwn = asker.actor !== 'handler' || (state.unit !== null && state.unit === asker.staff?.unit)
  return {
    line: letterLineFor(asker, toLetterLine(tx, facts)),
    writer: writerOf(scene),
    people: state.people,
    representatives: state.representatives,
    text: first['text'] ?? '',
    leader: first['leader'] ?? '',
    answer: answerOf(scene),
    clocks: Object.values(letterClocks(state, context, tx.at)).filter((reading) => reading !== null),
    review: reviewOf(scene),
    publication: publicationOf(scene),
    toldDueOn: state.told.at(-1)?.dueOn ?? null,
    externalDueOn: state.external?.dueOn ?? null,
    originalNumber: state.original === null ? null : (findLetter(tx, state.original)?.number ?? null),
    events: events.map((event) => ({
      event,
      by: actorName(tx, event.actor),
      isVoided: voided.has(event.id),
    })),
    orders: readOrdersOf(tx, asker, { letter: facts.id }),
    papers: readPapersOf(tx, { letter: facts.id }, (actor) => actorName(tx, actor)),
    actions: isOwn ? possibleLetterActs(context) : [],
    ways: WAYS_OF[state.channel],
  }
}

function writerOf({ tx, facts, events, asker }: LetterScene): LetterDetailFacts['writer'] {
  if (asker.actor === 'leader') return { name: null, phone: null, hasAddress: false }
  const phone = writerField(tx, { facts, events }, 'phone')
  return {
    name: facts.nameMasked,
    phone: phone === null ? null : maskPhone(phone),
    hasAddress: writerField(tx, { facts, events }, 'address') !== null,
  }
}

function reviewOf({ context, events }: LetterScene): LetterDetailFacts['review'] {
  const { review } = context.state
  if (review === null) return null
  const organ = events.find(({ id }) => id === review.event)?.words['organ'] ?? ''
  return { askedOn: review.askedOn, organ, outcome: review.outcome }
}

function publicationOf({ tx, context, events }: LetterScene): LetterDetailFacts['publication'] {
  const { publication } = context.state
  const drafted = events.find(({ id }) => id === publication?.text)
  if (publication === null || drafted === undefined) return null
  return {
    question: drafted.words['question'] ?? '',
    answer: drafted.words['answer'] ?? '',
    by: actorName(tx, drafted.actor),
    publishedAt: publication.publishedAt,
  }
}

function answerOf({ tx, context, events }: LetterScene): LetterDetailFacts['answer'] {
  const { answerEvent, signedBy } = context.state
  const answered = events.find(({ id }) => id === answerEvent)
  if (answered === undefined) return null
  return {
    text: answered.words['text'] ?? '',
    by: actorName(tx, answered.actor),
    signer: signedBy === null ? null : actorName(tx, `staff:${signedBy}`),
  }
}
