import type { CaseChannel, Light } from '@counter/shared/vocabulary/case'
import type { UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import type Database from 'better-sqlite3'
import type { Tx } from './tx.ts'

export type Lights = { readonly [Each in Light]: number }

/** Open cases of one unit, village and channel under each light, and how many are due today. */
export interface PlaceLights {
  readonly unit: UnitCode
  readonly village: VillageCode | null
  readonly channel: CaseChannel
  readonly lights: Lights
  readonly dueToday: number
}

export const NO_LIGHTS: Lights = { green: 0, yellow: 0, red: 0, paused: 0, done: 0, none: 0 }

// What a case counts as until its light changes by itself: a word, or the two instants at which it does (C701).
function groupOf(row: 'OLD' | 'NEW' | 'c'): string {
  const runs = `${row}.clock_kind IS NOT NULL AND ${row}.clock_state = 'running' AND ${row}.due_at IS NOT NULL`
  return `${row}.unit, coalesce(${row}.village, ''), ${row}.channel,
    CASE WHEN ${row}.clock_kind IS NULL THEN 'none' WHEN ${row}.clock_state = 'paused' THEN 'paused' WHEN ${runs} THEN 'running' ELSE 'done' END,
    CASE WHEN ${runs} THEN ${row}.due_at ELSE '' END,
    CASE WHEN ${runs} THEN coalesce(${row}.yellow_at, '9') ELSE '' END`
}

const WATCHED = ['is_open', 'unit', 'village', 'channel', 'clock_kind', 'clock_state', 'due_at', 'yellow_at']
const IS_OTHER = `(${WATCHED.map((name) => `OLD.${name} IS NOT NEW.${name}`).join(' OR ')})`

/**
 * Keeps the open cases counted by place and by what their light depends on, so that a board reads some hundred groups and
 * not each of twenty thousand cases. The counts follow every statement of this connection, which is the only one that
 * writes, go back with what is rolled back, and are made anew at each start: no second truth lies in the file (U34, R4).
 */
export function keepLightCounts(database: Database.Database): void {
  const count = (row: 'OLD' | 'NEW', by: 1 | -1) =>
    `INSERT INTO light_count VALUES (${groupOf(row)}, ${by}) ON CONFLICT DO UPDATE SET n = n + ${by};`
  const comes = `BEGIN ${count('NEW', 1)} END;`
  const goes = `BEGIN ${count('OLD', -1)} DELETE FROM light_count WHERE (unit, village, channel, state, due_at, yellow_at) = (${groupOf('OLD')}) AND n = 0; END;`
  database.exec(`
    CREATE TEMP TABLE light_count (unit TEXT, village TEXT, channel TEXT, state TEXT, due_at TEXT, yellow_at TEXT, n INTEGER,
      PRIMARY KEY (unit, village, channel, state, due_at, yellow_at)) WITHOUT ROWID;
    INSERT INTO light_count SELECT ${groupOf('c')}, count(*) FROM "case" c WHERE c.is_open = 1 GROUP BY 1, 2, 3, 4, 5, 6;
    CREATE TEMP TRIGGER light_comes AFTER INSERT ON main."case" WHEN NEW.is_open ${comes}
    CREATE TEMP TRIGGER light_goes AFTER DELETE ON main."case" WHEN OLD.is_open ${goes}
    CREATE TEMP TRIGGER light_leaves AFTER UPDATE ON main."case" WHEN OLD.is_open AND ${IS_OTHER} ${goes}
    CREATE TEMP TRIGGER light_enters AFTER UPDATE ON main."case" WHEN NEW.is_open AND ${IS_OTHER} ${comes}
  `)
}

// Along the key of the table, so that nothing is put in order for it. The words are those of `lightOf` in the lists.
const COUNT = `SELECT unit, village, channel,
    sum(CASE WHEN due_at >= @now AND yellow_at > @now THEN n ELSE 0 END) AS green,
    sum(CASE WHEN due_at >= @now AND yellow_at <= @now THEN n ELSE 0 END) AS yellow,
    sum(CASE WHEN due_at <> '' AND due_at < @now THEN n ELSE 0 END) AS red,
    sum(CASE state WHEN 'paused' THEN n ELSE 0 END) AS paused,
    sum(CASE state WHEN 'done' THEN n ELSE 0 END) AS done,
    sum(CASE state WHEN 'none' THEN n ELSE 0 END) AS "none",
    sum(CASE WHEN due_at >= @from AND due_at < @to THEN n ELSE 0 END) AS dueToday
  FROM temp.light_count GROUP BY unit, village, channel`

/** Open cases by unit, village, channel and light, the same for every board (U34). */
export function countLights(
  tx: Tx,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): PlaceLights[] {
  const rows = tx.sql.prepare(COUNT).all({ now: tx.at, from, to }) as (Lights & {
    unit: UnitCode
    village: VillageCode | ''
    channel: CaseChannel
    dueToday: number
  })[]
  return rows.map(({ unit, village, channel, dueToday, ...lights }) => ({
    unit,
    channel,
    village: village === '' ? null : village,
    lights,
    dueToday,
  }))
}
