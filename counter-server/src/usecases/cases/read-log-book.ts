import type { VillageCode } from '@counter/shared/vocabulary/ids'
import { addMonths, instantAt } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import { type LogLine, logLine } from '../../domain/village/log-line.ts'
import { handUpWorkdays } from '../../domain/village/village-timer.ts'
import { findLogBook, type LogBookAsked, type LogBookFacts, logBookPlace } from '../../store/agency.ts'
import { findCaseEvents } from '../../store/case-events.ts'
import { type ConsultationWords, findConsultationCorrections } from '../../store/consultation-corrections.ts'
import { wordsOfConsultation } from '../../store/consultations.ts'
import { nameOfActor } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import type { CaseAsker } from './case-asker.ts'
import { clockContext } from './case-rules.ts'
import { placeOf } from './case-scene.ts'

export interface LogBookLine {
  readonly row: LogBookFacts
  /** Of a case: what its events say, and the days from the village's receipt to the centre's (C518, V17, V89). */
  readonly told: (LogLine & { readonly handUpWorkdays: number }) | null
  /** Of a consultation: what was asked and answered, and what it said before each correction. */
  readonly words: (ConsultationWords & { readonly corrections: readonly CorrectedWords[] }) | null
}

/** What a consultation said before it was corrected, by whom and why (V16). */
export interface CorrectedWords {
  readonly at: Instant
  readonly by: string
  readonly reason: string
  readonly was: ConsultationWords
}

export interface LogBookPage {
  readonly village: VillageCode | null
  /** `2026-06`: only what the point took in that month. */
  readonly month: string | null
  readonly cursor: string | null
  readonly limit: number
}

/** 代办台账, newest first: an agent's own point, for others every point (V16, V17, V19). */
export function readLogBook(
  { store }: Pick<Deps, 'store'>,
  asker: Pick<CaseAsker, 'actor' | 'staff'>,
  asked: LogBookPage,
): { readonly lines: readonly LogBookLine[]; readonly next: string | null } {
  return store.read((tx) => {
    const village = placeOf(asker).village ?? asked.village
    const within = asked.month === null ? null : monthOf(asked.month)
    const rows = findLogBook(tx, { village, within, after: asked.cursor, limit: asked.limit + 1 })
    const shown = rows.slice(0, asked.limit)
    const last = rows.length > asked.limit ? shown.at(-1) : undefined
    return {
      lines: shown.map((row) => lineOf(tx, row)),
      next: last === undefined ? null : logBookPlace(last),
    }
  })
}

function lineOf(tx: Tx, row: LogBookFacts): LogBookLine {
  const { case: taken, consultation } = row
  return {
    row,
    told: taken && {
      ...withNames(tx, logLine(findCaseEvents(tx, taken.id))),
      handUpWorkdays: handUpWorkdays(clockContext(tx).calendar, taken.registeredAt, taken.receivedAt),
    },
    words: consultation && correctedWords(tx, consultation),
  }
}

function correctedWords(
  tx: Tx,
  consultation: NonNullable<LogBookFacts['consultation']>,
): NonNullable<LogBookLine['words']> {
  const first = { ...wordsOfConsultation(tx, consultation), isReferred: consultation.isReferred }
  const said = findConsultationCorrections(tx, consultation.id)
  const wordsAt = (nth: number): ConsultationWords => {
    const { question, answer, isReferred } = said[nth - 1] ?? first
    return { question, answer, isReferred }
  }
  return {
    ...wordsAt(said.length),
    corrections: said.map(({ at, by, reason }, nth) => ({
      at,
      by: nameOfActor(tx, by),
      reason,
      was: wordsAt(nth),
    })),
  }
}

function withNames(tx: Tx, line: LogLine): LogLine {
  const { carrier, followUp, corrections } = line
  return {
    ...line,
    carrier: carrier === null ? null : nameOfActor(tx, carrier),
    followUp: followUp && { ...followUp, by: nameOfActor(tx, followUp.by) },
    corrections: corrections.map((each) => ({ ...each, by: nameOfActor(tx, each.by) })),
  }
}

function monthOf(month: string): NonNullable<LogBookAsked['within']> {
  const first = `${month}-01` as PlainDate
  const midnight = '00:00' as PlainTime
  return {
    from: instantAt(first, midnight),
    before: instantAt(addMonths(first, 1), midnight),
    year: Number(month.slice(0, 4)),
  }
}
