import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { FollowUpStep, RatingLevel, RatingReason } from '@counter/shared/vocabulary/rating'
import type { Instant } from '@counter/shared/vocabulary/time'
import { and, asc, eq, ne } from 'drizzle-orm'
import { seal, unseal } from './crypto.ts'
import { rating, ratingFollowUp, ratingStep } from './schema/ratings.ts'
import type { Tx } from './tx.ts'

/** What was rated: a visit by its ticket, or a case. */
export interface RatedSubject {
  readonly kind: 'ticket' | 'case'
  readonly id: string
}

export interface NewRating {
  readonly id: string
  readonly subject: RatedSubject
  readonly level: RatingLevel
  readonly reasons: readonly RatingReason[]
  readonly text: string
}

/** The follow-up of a 差评 as it stands. */
export interface FollowUp {
  readonly rating: string
  readonly subject: RatedSubject
  readonly level: RatingLevel
  readonly reasons: readonly RatingReason[]
  readonly text: string
  readonly givenAt: Instant
  readonly step: FollowUpStep
  readonly phone: string | null
  readonly contactDueAt: Instant
  readonly rectifyDueAt: Instant
  readonly version: number
}

/** One step of a follow-up, who took it and what was done. */
export interface FollowUpLine {
  readonly step: FollowUpStep
  readonly text: string
  readonly at: Instant
  readonly by: string
}

export function isRated(tx: Tx, { kind, id }: RatedSubject): boolean {
  const of = and(eq(rating.kind, kind), eq(rating.subject, id))
  return tx.query.select({ id: rating.id }).from(rating).where(of).get() !== undefined
}

export function insertRating(tx: Tx, { id, subject, level, reasons, text }: NewRating): void {
  const textEnc = sealed(tx, `rating:${id}:text`, text)
  tx.query
    .insert(rating)
    .values({ id, kind: subject.kind, subject: subject.id, level, reasons, textEnc, givenAt: tx.at })
    .run()
}

/** Opens the follow-up of a rating with its two timers. */
export function insertFollowUp(
  tx: Tx,
  id: string,
  due: { readonly phone: string; readonly contactDueAt: Instant; readonly rectifyDueAt: Instant },
): void {
  const { phone, contactDueAt, rectifyDueAt } = due
  const phoneEnc = sealed(tx, `rating_follow_up:${id}:phone`, phone)
  tx.query
    .insert(ratingFollowUp)
    .values({ rating: id, step: 'opened', phoneEnc, contactDueAt, rectifyDueAt, version: 1 })
    .run()
}

/** Takes a follow-up one step on; its line keeps what was done, sealed. */
export function saveStep(
  tx: Tx,
  { rating: id, version }: Pick<FollowUp, 'rating' | 'version'>,
  { step, text, by }: { readonly step: FollowUpStep; readonly text: string; readonly by: string },
): void {
  const next = version + 1
  tx.query.update(ratingFollowUp).set({ step, version: next }).where(eq(ratingFollowUp.rating, id)).run()
  const textEnc = sealed(tx, `rating_step:${id}:${next}`, text)
  tx.query.insert(ratingStep).values({ rating: id, version: next, step, textEnc, at: tx.at, by }).run()
}

/** The open follow-ups, the nearest end first. */
export function findOpenFollowUps(tx: Tx, limit: number): FollowUp[] {
  return selectFollowUps(tx)
    .where(ne(ratingFollowUp.step, 'closed'))
    .orderBy(asc(ratingFollowUp.rectifyDueAt), asc(ratingFollowUp.rating))
    .limit(limit)
    .all()
    .map((row) => opened(tx, row))
}

export function findFollowUp(tx: Tx, id: string): FollowUp | undefined {
  const row = selectFollowUps(tx).where(eq(ratingFollowUp.rating, id)).get()
  return row === undefined ? undefined : opened(tx, row)
}

/** The steps of a follow-up in order. */
export function findSteps(tx: Tx, id: string): FollowUpLine[] {
  return tx.query
    .select()
    .from(ratingStep)
    .where(eq(ratingStep.rating, id))
    .orderBy(asc(ratingStep.version))
    .limit(20)
    .all()
    .map(({ version, step, textEnc, at, by }) => ({
      step,
      at,
      by,
      text: plain(tx, `rating_step:${id}:${version}`, textEnc),
    }))
}

/** How often each level was given since an instant; what was not rated counts nowhere, nor does an upheld appeal (C1003, C1005). */
export function countLevels(tx: Tx, since: Instant): readonly { level: RatingLevel; n: number }[] {
  return tx.sql
    .prepare(`SELECT level, count(*) AS n FROM rating r WHERE given_at >= ?
       AND NOT EXISTS (SELECT 1 FROM rating_appeal a WHERE a.rating = r.id AND a.is_upheld = 1) GROUP BY level ORDER BY level`)
    .all(since) as { level: RatingLevel; n: number }[]
}

/** The services that ended since an instant, visits and cases alike, and how many of them were rated (C1002, C1003). */
export function countServices(tx: Tx, since: Instant): { readonly n: number; readonly rated: number } {
  return tx.sql
    .prepare(`SELECT count(*) AS n, count(r.id) AS rated FROM (
         SELECT 'ticket' AS kind, t.id AS id FROM ticket t
           WHERE t.business_date >= ? AND t.status = 'served' AND t.finished_at >= ?
         UNION ALL SELECT 'case', c.id FROM "case" c WHERE c.decided_at >= ?
       ) s LEFT JOIN rating r ON r.kind = s.kind AND r.subject = s.id
         AND NOT EXISTS (SELECT 1 FROM rating_appeal a WHERE a.rating = r.id AND a.is_upheld = 1)`)
    .get(civilDate(since), since, since) as { n: number; rated: number }
}

function selectFollowUps(tx: Tx) {
  return tx.query
    .select({ rating, followUp: ratingFollowUp })
    .from(ratingFollowUp)
    .innerJoin(rating, eq(rating.id, ratingFollowUp.rating))
}

function opened(
  tx: Tx,
  row: { rating: typeof rating.$inferSelect; followUp: typeof ratingFollowUp.$inferSelect },
): FollowUp {
  const { id, kind, subject, level, reasons, textEnc, givenAt } = row.rating
  const { step, phoneEnc, contactDueAt, rectifyDueAt, version } = row.followUp
  const phone = plain(tx, `rating_follow_up:${id}:phone`, phoneEnc)
  return {
    rating: id,
    subject: { kind, id: subject },
    level,
    reasons,
    text: plain(tx, `rating:${id}:text`, textEnc),
    givenAt,
    step,
    phone: phone === '' ? null : phone,
    contactDueAt,
    rectifyDueAt,
    version,
  }
}

function sealed(tx: Tx, place: string, text: string): Buffer | null {
  return text === '' ? null : seal(tx.keys, place, text)
}

function plain(tx: Tx, place: string, sealedText: Buffer | null): string {
  return sealedText === null ? '' : unseal(tx.keys, place, sealedText).toString('utf8')
}
