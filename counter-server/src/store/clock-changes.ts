import type { CaseId } from '@counter/shared/vocabulary/ids'
import type { SettingKey, SettingValue } from '@counter/shared/vocabulary/setting'
import type { Instant } from '@counter/shared/vocabulary/time'
import { and, asc, count, desc, eq, inArray } from 'drizzle-orm'
import type { CalendarVersion } from '../domain/calendar/calendar-version.ts'
import { insertRow } from './bulk-rows.ts'
import { clockChange, clockChangeCase } from './schema/clock.ts'
import type { Tx } from './tx.ts'

/** A setting that moved due dates, with what it was before. */
export interface SettingStep {
  readonly key: SettingKey
  readonly from: SettingValue
  readonly at: Instant
}

/** What a change brings: the next version of a year's calendar, or another value of a setting. */
export type ChangeContent =
  | { readonly kind: 'calendar'; readonly calendar: CalendarVersion }
  | {
      readonly kind: 'setting'
      readonly key: SettingKey
      readonly from: SettingValue
      readonly to: SettingValue
    }

/** A change of the rules, as it stands (C603). */
export type ChangeRow = Omit<typeof clockChange.$inferSelect, 'content'> & { readonly content: ChangeContent }

/** The published changes of settings that move due dates, in order: what held at an earlier moment (C605). */
export function findSettingSteps(tx: Tx): SettingStep[] {
  return tx.query
    .select({ content: clockChange.content, at: clockChange.settledAt })
    .from(clockChange)
    .where(and(eq(clockChange.kind, 'setting'), inArray(clockChange.state, ['published', 'applied'])))
    .orderBy(asc(clockChange.settledAt))
    .limit(1000)
    .all()
    .map(({ content, at }) => {
      const { key, from } = content as Extract<ChangeContent, { kind: 'setting' }>
      return { key, from, at: at as Instant }
    })
}

export function findChange(tx: Tx, id: string): ChangeRow | undefined {
  return tx.query.select().from(clockChange).where(eq(clockChange.id, id)).get() as ChangeRow | undefined
}

/** The changes of the rules, newest first. */
export function findChanges(tx: Tx, limit: number): ChangeRow[] {
  return tx.query
    .select()
    .from(clockChange)
    .orderBy(desc(clockChange.enteredAt))
    .limit(limit)
    .all() as ChangeRow[]
}

/** The published change that open cases are being brought up to; there is one at most. */
export function findApplyingChange(tx: Tx): ChangeRow | undefined {
  return tx.query.select().from(clockChange).where(eq(clockChange.state, 'published')).get() as
    | ChangeRow
    | undefined
}

/** The proposal that waits for this year or setting; there is one at most. */
export function findEnteredChange(tx: Tx, kind: ChangeRow['kind'], subject: string): ChangeRow | undefined {
  return tx.query
    .select()
    .from(clockChange)
    .where(
      and(eq(clockChange.kind, kind), eq(clockChange.subject, subject), eq(clockChange.state, 'entered')),
    )
    .get() as ChangeRow | undefined
}

export function insertChange(tx: Tx, row: ChangeRow): void {
  tx.query.insert(clockChange).values(row).run()
}

export function saveChange(tx: Tx, row: ChangeRow): void {
  const { state, settledBy, settledAt, appliedAt } = row
  tx.query
    .update(clockChange)
    .set({ state, settledBy, settledAt, appliedAt })
    .where(eq(clockChange.id, row.id))
    .run()
}

/** Notes which event of a case a change made (C604). */
export function insertChangeCase(tx: Tx, row: { change: string; case: CaseId; event: string }): void {
  insertRow(tx, clockChangeCase, row)
}

/** How many cases a change moved. */
export function countChangeCases(tx: Tx, change: string): number {
  const where = eq(clockChangeCase.change, change)
  return tx.query.select({ n: count() }).from(clockChangeCase).where(where).get()?.n ?? 0
}
