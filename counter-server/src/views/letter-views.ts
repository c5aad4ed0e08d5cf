import { LogDraftRead, type RegisteredLetterView } from '@counter/shared/contract/letter-bodies'
import type { LetterCountView, LetterDetail, LetterList, LetterRow } from '@counter/shared/contract/letters'
import type { PublicAnswers } from '@counter/shared/contract/public/answers'
import type { TrackLetter } from '@counter/shared/contract/public/letter'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { z } from 'zod'
import type { RegistrationFacts } from '../domain/letter/letter-event.ts'
import type { LetterCount } from '../usecases/letters/letter-figures.ts'
import type { LetterLine } from '../usecases/letters/letter-lines.ts'
import type { readLogDraft } from '../usecases/letters/log-draft.ts'
import type { PublicAnswer } from '../usecases/letters/publication.ts'
import type { LetterDetailFacts, LetterEventLine } from '../usecases/letters/read-letter.ts'
import type { RegisteredLetter } from '../usecases/letters/register-letter.ts'
import type { TrackedLetter } from '../usecases/letters/track-letter.ts'
import { toClock } from './clock-views.ts'
import { toOrderRow } from './order-views.ts'
import { toPaperLine } from './receipt-views.ts'

export function toLetterRow({ facts, light, unit, left, overdue }: LetterLine): LetterRow {
  return {
    id: facts.id,
    number: facts.number,
    channel: facts.channel,
    topic: facts.topic,
    writer: facts.nameMasked,
    status: facts.status,
    flags: [...facts.flags],
    unit: facts.unit,
    unitName: facts.unitName,
    handler: facts.handlerName,
    externalNumber: facts.externalNumber,
    receivedAt: facts.receivedAt,
    repliedAt: facts.repliedAt,
    light,
    clockKind: facts.clockKind,
    dueOn: facts.dueOn,
    dueAt: facts.dueAt,
    limitUnit: unit,
    left,
    overdue,
    isProvisional: facts.isProvisional,
    isOnTime: facts.isOnTime,
    version: facts.rev,
  }
}

export function toLetterList(lines: readonly LetterLine[], next: string | null): LetterList {
  return { items: lines.map(toLetterRow), next }
}

/** Where a line of the record keeps the words that everybody who handles the letter may read. */
const SHOWN_WORDS = ['text', 'reason', 'organ', 'noticeNumber', 'lateReason'] as const

export function toLetterDetail(facts: LetterDetailFacts): LetterDetail {
  const { line, writer, answer } = facts
  return {
    row: toLetterRow(line),
    writer: { name: writer.name, phone: writer.phone, hasAddress: writer.hasAddress },
    people: facts.people,
    representatives: facts.representatives,
    text: facts.text,
    leader: facts.leader,
    answer: answer === null ? null : { text: answer.text, by: answer.by, signer: answer.signer },
    way: line.facts.way,
    satisfied: line.facts.satisfied,
    review:
      facts.review === null
        ? null
        : { askedOn: facts.review.askedOn, organ: facts.review.organ, outcome: facts.review.outcome },
    publication:
      facts.publication === null
        ? null
        : {
            question: facts.publication.question,
            answer: facts.publication.answer,
            by: facts.publication.by,
            publishedAt: facts.publication.publishedAt,
          },
    clocks: facts.clocks.map(toClock),
    toldDueOn: facts.toldDueOn,
    externalDueOn: facts.externalDueOn,
    originalNumber: facts.originalNumber,
    events: facts.events.map(toEvent),
    orders: facts.orders.map(toOrderRow),
    papers: facts.papers.map(toPaperLine),
    actions: [...facts.actions],
    ways: [...facts.ways],
  }
}

function toEvent({ event, by, isVoided }: LetterEventLine): LetterDetail['events'][number] {
  const { id, type, occurredAt, to, words, payload } = event
  return {
    id,
    type,
    at: occurredAt,
    by,
    to,
    // What the letter itself says stands at the head of the page.
    text: type === 'letter.registered' ? (words['lateReason'] ?? null) : wordsOf(words),
    isVoided,
    registration:
      type === 'letter.facts_corrected'
        ? { from: toRegistration(payload.before), to: toRegistration(payload) }
        : null,
    moves:
      'moves' in payload
        ? payload.moves.map((move) => ({ kind: move.kind, from: move.from, to: move.to }))
        : [],
  }
}

function toRegistration({ channel, topic, receivedAt }: RegistrationFacts) {
  return { channel, topic, receivedOn: civilDate(receivedAt) }
}

function wordsOf(words: Readonly<Record<string, string>>): string | null {
  const said = SHOWN_WORDS.flatMap((name) => words[name] ?? [])
  return said.length === 0 ? null : said.join('；')
}

export function toRegisteredLetter({
  id,
  number,
  queryCode,
  token,
  dueOn,
  paper,
}: RegisteredLetter): RegisteredLetterView {
  // What was answered before letters had papers names none.
  return { id, number, queryCode, token, dueOn, paper: paper ?? null }
}

/** What was half written, as it was typed. */
export function toLogDraft(kept: ReturnType<typeof readLogDraft>): z.infer<typeof LogDraftRead> {
  if (kept === null) return { draft: null }
  return LogDraftRead.parse({ draft: { content: JSON.parse(kept.content), savedAt: kept.savedAt } })
}

export function toLetterCount({ from, to, channels, mailboxes, all }: LetterCount): LetterCountView {
  return {
    from,
    to,
    channels: channels.map(({ channel, ...row }) => ({ channel, ...toFigures(row) })),
    mailboxes: toFigures(mailboxes),
    all: toFigures(all),
  }
}

function toFigures({ received, replied, onTime, satisfied, dissatisfied }: LetterCount['all']) {
  return { received, replied, onTime, satisfied, dissatisfied }
}

/** A published answer as everybody reads it: no number, no name, no day on which it came (C1303). */
export function toPublicAnswers(answers: readonly PublicAnswer[], next: string | null): PublicAnswers {
  return {
    items: answers.map(({ text, channel, topic, unitName, repliedAt, publishedAt, question, answer }) => ({
      id: text,
      channel,
      topic,
      unitName,
      repliedOn: repliedAt === null ? null : civilDate(repliedAt),
      publishedOn: civilDate(publishedAt),
      question,
      answer,
    })),
    next,
  }
}

/** What the holder of the code reads: the way of the letter and its answer, no name (P41, C1304). */
export function toTrackLetter({ facts, light, reply, organ }: TrackedLetter): TrackLetter {
  return {
    number: facts.number,
    status: facts.status,
    light,
    receivedOn: civilDate(facts.receivedAt),
    unitName: facts.unitName,
    dueOn: facts.dueOn,
    reply,
    repliedOn: facts.repliedAt === null ? null : civilDate(facts.repliedAt),
    organ,
  }
}
