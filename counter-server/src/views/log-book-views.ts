import type { LogBook, LogBookRow } from '@counter/shared/contract/log-book'
import type { z } from 'zod'
import type { LogBookLine } from '../usecases/cases/read-log-book.ts'

function toLogBookRow(line: LogBookLine): LogBookRow {
  const { serial, year, village, agent } = line.row
  return { serial, year, village, agent, case: toCase(line), consultation: toConsultation(line) }
}

function toCase({ row: { case: taken }, told }: LogBookLine): LogBookRow['case'] {
  if (taken === null || told === null) return null
  return {
    id: taken.id,
    number: taken.number,
    alias: taken.alias,
    applicant: taken.applicant,
    item: taken.item,
    itemVersion: taken.itemVersion,
    itemName: taken.itemName,
    status: taken.status,
    relation: taken.relation,
    authority: {
      powers: [...taken.powers],
      until: taken.until,
      signedAs: taken.signedAs,
      revokedAt: told.revokedAt,
    },
    papers: told.papers.map(({ name, form, count }) => ({ name, form, count })),
    registeredAt: taken.registeredAt,
    receivedAt: taken.receivedAt,
    handedUpAt: told.handedUpAt,
    handUpWorkdays: told.handUpWorkdays,
    noticeAt: told.noticeAt,
    relayedAt: told.relayedAt,
    decidedAt: taken.decidedAt,
    result: told.result,
    delivery: told.delivery,
    fee: told.fee,
    returned: told.returned.map(({ at, names }) => ({ at, names: [...names] })),
    followUp: told.followUp,
    isRelative: taken.flags.includes('relative'),
    carrier: told.carrier,
    corrections: told.corrections.map(({ at, by, reason, type, was }) => ({ at, by, reason, type, was })),
  }
}

function toConsultation({ row: { consultation }, words }: LogBookLine): LogBookRow['consultation'] {
  if (consultation === null || words === null) return null
  return {
    id: consultation.id,
    at: consultation.capturedAt,
    person: consultation.person,
    itemName: consultation.itemName,
    question: words.question,
    answer: words.answer,
    isReferred: words.isReferred,
    corrections: words.corrections.map(({ at, by, reason, was }) => ({
      at,
      by,
      reason,
      was: { question: was.question, answer: was.answer, isReferred: was.isReferred },
    })),
  }
}

export function toLogBook(book: {
  readonly lines: readonly LogBookLine[]
  readonly next: string | null
}): z.infer<typeof LogBook> {
  return { items: book.lines.map(toLogBookRow), next: book.next }
}
