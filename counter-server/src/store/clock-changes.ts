import type { CaseId } from '@counter/shared/vocabulary/ids'
import type { SettingKey, SettingValue } from '@counter/shared/vocabulary/setting'
import type { Instant } from '@counter/shared/vocabulary/time'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { clockChange, clockChangeCase } from './schema/clock.ts'
import type { Tx } from './tx.ts'

/** A setting that moved due dates, with what it was before. */
export interface SettingStep {
  readonly key: SettingKey
  readonly from: SettingValue
  readonly at: Instant
}

/** The published changes of settings that move due dates, in order: what held at an earlier moment (C605). */
export function findSettingSteps(tx: Tx): SettingStep[] {
  return tx.query
    .select({ key: clockChange.subject, content: clockChange.content, at: clockChange.settledAt })
    .from(clockChange)
    .where(and(eq(clockChange.kind, 'setting'), inArray(clockChange.state, ['published', 'applied'])))
    .orderBy(asc(clockChange.settledAt))
    .limit(1000)
    .all()
    .map(({ key, content, at }) => ({
      key: key as SettingKey,
      from: (content as { readonly from: SettingValue }).from,
      at: at as Instant,
    }))
}

/** The published change that open cases are being brought up to; there is one at most. */
export function findApplyingChange(
  tx: Tx,
): { readonly id: string; readonly kind: 'calendar' | 'setting' } | undefined {
  return tx.query
    .select({ id: clockChange.id, kind: clockChange.kind })
    .from(clockChange)
    .where(eq(clockChange.state, 'published'))
    .get()
}

/** Notes which event of a case a change made (C604). */
export function insertChangeCase(tx: Tx, row: { change: string; case: CaseId; event: string }): void {
  tx.query.insert(clockChangeCase).values(row).run()
}
