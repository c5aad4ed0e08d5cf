import { civilDate, toMs } from '@counter/shared/vocabulary/plain-date'
import type { RetentionClass } from '@counter/shared/vocabulary/retention'
import type { Instant } from '@counter/shared/vocabulary/time'
import { ENDED_KEY } from './case-lists.ts'
import { dropCaselessFile } from './caseless-files.ts'
import type { FilePlace } from './files.ts'
import type { Tx } from './tx.ts'

/** The first sign of the list key of letters that are answered. */
const ANSWERED_KEY = '2'
const LATEST_MS = 9_999_999_999_999

// Ended cases stand in every list by their end, newest first, so the old ones are one stretch of its index.
const ENDED_BEFORE = `FROM "case" JOIN person ON person.id = "case".person
  JOIN item_version ON item_version.code = "case".item AND item_version.version = "case".item_version
  WHERE "case".list_key > @key AND person.erased_at IS NULL AND (item_version.confidentiality = 'restricted') = @isPetition`

// A letter is done with once nothing that was written is left of it; an anonymous one has no person (C1304).
const LETTERS_BEFORE = `FROM letter WHERE letter.list_key > @key AND EXISTS (SELECT 1 FROM letter_event
  JOIN letter_text ON letter_text.event = letter_event.id WHERE letter_event.letter = letter.id)`

// What was asked at a village point is a question like those by letter, answered at once (V16).
const CONSULTATIONS_BEFORE = 'FROM consultation WHERE captured_at < @before AND length(words_enc) > 0'

/** How many of a class are older than its time. */
const COUNTED: Readonly<Record<RetentionClass, string>> = {
  drafts: 'SELECT count(*) FROM draft WHERE saved_at < @before',
  bookings: 'SELECT count(*) FROM booking WHERE person_look IS NOT NULL AND date < @day',
  ratings: `SELECT count(*) FROM rating LEFT JOIN rating_follow_up AS follow ON follow.rating = rating.id
    LEFT JOIN rating_appeal AS appeal ON appeal.rating = rating.id
    WHERE rating.given_at < @before AND (rating.text_enc IS NOT NULL OR follow.phone_enc IS NOT NULL
      OR length(appeal.text_enc) > 0
      OR EXISTS (SELECT 1 FROM rating_step WHERE rating_step.rating = rating.id AND rating_step.text_enc IS NOT NULL))`,
  cases: `SELECT count(*) ${ENDED_BEFORE}`,
  letters: `SELECT (SELECT count(*) ${LETTERS_BEFORE}) + (SELECT count(*) ${CONSULTATIONS_BEFORE})`,
  petitions: `SELECT count(*) ${ENDED_BEFORE}`,
}

export function countOlder(tx: Tx, kind: RetentionClass, before: Instant): number {
  return tx.sql.prepare(COUNTED[kind]).pluck().get(placesOf(kind, before)) as number
}

/** What is removed piece by piece, a few at a time. */
export type ErasedKind = Extract<RetentionClass, 'cases' | 'letters' | 'petitions'>

/** The next ended cases or letters whose time is over, the latest ended first. */
export function findOld(tx: Tx, kind: ErasedKind, before: Instant, limit: number): string[] {
  const [table, from] = kind === 'letters' ? ['letter', LETTERS_BEFORE] : ['"case"', ENDED_BEFORE]
  const found = tx.sql
    .prepare(`SELECT ${table}.id ${from} ORDER BY ${table}.list_key LIMIT ${limit}`)
    .pluck()
    .all(placesOf(kind, before)) as string[]
  if (kind !== 'letters') return found
  const consultations = tx.sql
    .prepare(`SELECT id ${CONSULTATIONS_BEFORE} ORDER BY id LIMIT ?`)
    .pluck()
    .all({ before }, limit - found.length) as string[]
  return [...found, ...consultations]
}

function placesOf(kind: RetentionClass, before: Instant) {
  if (kind === 'bookings') return { day: civilDate(before) }
  if (kind === 'drafts' || kind === 'ratings') return { before }
  const key = `${kind === 'letters' ? ANSWERED_KEY : ENDED_KEY}${String(LATEST_MS - toMs(before)).padStart(13, '0')}`
  return kind === 'letters' ? { key, before } : { key, isPetition: kind === 'petitions' ? 1 : 0 }
}

/** The columns of a person that name or reach him; the masked name gives way to a sign that says nothing (C1501). */
const FORGET_PERSON = `UPDATE person SET name_enc = x'', id_no_enc = NULL, phone_enc = NULL, address_enc = NULL,
  agent_enc = NULL, contact_enc = NULL, name_masked = '***', name_look = '', id_no_look = NULL, phone_look = NULL,
  erased_at = @at WHERE id IN (SELECT person FROM "case" WHERE id = @id UNION SELECT person FROM letter WHERE id = @id
    UNION SELECT json_extract(payload, '$.person') FROM letter_event WHERE letter = @id AND type = 'letter.writer_corrected')`

/** What was written by hand, the papers' values, the witness and what was answered to the commands of a case. */
const FORGET_WORDS = [
  'DELETE FROM case_text WHERE event IN (SELECT id FROM case_event WHERE "case" = @id)',
  `UPDATE case_paper SET values_enc = x'' WHERE "case" = @id AND length(values_enc) > 0`,
  'UPDATE agency SET witness_enc = NULL WHERE "case" = @id',
  'UPDATE village_visit_case SET remark_enc = NULL WHERE "case" = @id',
  'UPDATE call_back_try SET remark_enc = NULL WHERE "case" = @id',
  // What was refused names the person as the filing does; who solved it and how stands in the journal.
  'DELETE FROM village_attention WHERE case_id = @id',
  'DELETE FROM village_attention WHERE case_id IN (SELECT phone_case FROM village_joined WHERE "case" = @id)',
  'DELETE FROM receipt WHERE command_id IN (SELECT command_id FROM case_event WHERE "case" = @id)',
  // A reprint is no event of the case, but it was answered with the whole paper.
  'DELETE FROM receipt WHERE command_id IN (SELECT command_id FROM journal WHERE subject = @id)',
]

const FORGET_LETTER = [
  'DELETE FROM letter_text WHERE event IN (SELECT id FROM letter_event WHERE letter = @id)',
  `UPDATE case_paper SET values_enc = x'' WHERE letter = @id AND length(values_enc) > 0`,
  'DELETE FROM receipt WHERE command_id IN (SELECT command_id FROM letter_event WHERE letter = @id)',
  `UPDATE consultation SET words_enc = x'', person = '***' WHERE id = @id`,
  `UPDATE consultation_correction SET words_enc = x'' WHERE consultation = @id`,
  'DELETE FROM village_attention WHERE case_id = @id',
  // A reprint is no event of the letter, but it was answered with the whole paper.
  'DELETE FROM receipt WHERE command_id IN (SELECT command_id FROM journal WHERE subject = @id)',
]

const FILES = 'SELECT sha256, point FROM case_file WHERE "case" = ? LIMIT 1000'

/**
 * Removes the personal data of one case or letter: columns, words, papers and files. Events, audit rows and looks stay, so the record
 * is verified as before. Gives the names of contents that no row needs any more (C1501, I41).
 */
export function eraseOne(tx: Tx, kind: ErasedKind, id: string): string[] {
  if (kind !== 'letters') return eraseCase(tx, id)
  eraseLetter(tx, id)
  return []
}

function eraseCase(tx: Tx, id: string): string[] {
  tx.sql.prepare(FORGET_PERSON).run({ id, at: tx.at })
  for (const text of FORGET_WORDS) tx.sql.prepare(text).run({ id })
  const files = tx.sql.prepare(FILES).all(id) as FilePlace[]
  tx.sql.prepare('DELETE FROM case_file WHERE "case" = ?').run(id)
  return files.flatMap((place) => dropCaselessFile(tx, place))
}

/** The same of one letter or consultation (C1301, V16). */
function eraseLetter(tx: Tx, id: string): void {
  tx.sql.prepare(FORGET_PERSON).run({ id, at: tx.at })
  for (const text of FORGET_LETTER) tx.sql.prepare(text).run({ id })
}

/** Removes what was written with ratings, and the numbers that were left; levels stay for the figures (C1003). */
export function eraseRatings(tx: Tx, before: Instant): void {
  for (const text of FORGET_RATINGS) tx.sql.prepare(text).run({ before })
}

const OLD_RATINGS = 'SELECT id FROM rating WHERE given_at < @before'

const FORGET_RATINGS = [
  `UPDATE rating_step SET text_enc = NULL WHERE text_enc IS NOT NULL AND rating IN (${OLD_RATINGS})`,
  `UPDATE rating_follow_up SET phone_enc = NULL WHERE phone_enc IS NOT NULL AND rating IN (${OLD_RATINGS})`,
  `UPDATE rating_appeal SET text_enc = x'', reason_enc = NULL WHERE length(text_enc) > 0 AND rating IN (${OLD_RATINGS})`,
  'UPDATE rating SET text_enc = NULL WHERE text_enc IS NOT NULL AND given_at < @before',
]
