import type { LogBook, LogBookRow } from '@counter/shared/contract/village'
import type { z } from 'zod'
import type { LogBookLine } from '../usecases/cases/read-log-book.ts'

function toLogBookRow({ row, handUpWorkdays }: LogBookLine): LogBookRow {
  return {
    serial: row.serial,
    caseId: row.caseId,
    number: row.number,
    village: row.village,
    agent: row.agent,
    applicant: row.applicant,
    itemName: row.itemName,
    registeredAt: row.registeredAt,
    receivedAt: row.receivedAt,
    handUpWorkdays,
    status: row.status,
    noticeAt: row.noticeAt,
    decidedAt: row.decidedAt,
    deliveredAt: row.status === 'closed' ? row.endedAt : null,
    isRelative: row.flags.includes('relative'),
  }
}

export function toLogBook(book: {
  readonly lines: readonly LogBookLine[]
  readonly next: string | null
}): z.infer<typeof LogBook> {
  return { items: book.lines.map(toLogBookRow), next: book.next }
}
