import type { TopicKey } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { eq, sql } from 'drizzle-orm'
import type { Intake } from '../domain/queue/closing.ts'
import { intake } from './schema/closing.ts'
import { statement } from './statement.ts'
import type { Tx } from './tx.ts'

const ofDay = statement((query) =>
  query
    .select()
    .from(intake)
    .where(eq(intake.businessDate, sql.placeholder('date')))
    .limit(100)
    .prepare(),
)

/** The topics of a day whose intake has ever changed; of the others it is open. */
export function findIntakes(tx: Tx, date: PlainDate): ReadonlyMap<TopicKey, Intake> {
  return tx.steady(`intakes ${date}`, () => {
    const rows = ofDay(tx).all({ date })
    return new Map(rows.map(({ topic, isStopped, changedAt }) => [topic, { isStopped, changedAt }]))
  })
}

export function saveIntake(tx: Tx, date: PlainDate, topic: TopicKey, isStopped: boolean): void {
  tx.query
    .insert(intake)
    .values({ businessDate: date, topic, isStopped, changedAt: tx.at })
    .onConflictDoUpdate({ target: [intake.businessDate, intake.topic], set: { isStopped, changedAt: tx.at } })
    .run()
}
