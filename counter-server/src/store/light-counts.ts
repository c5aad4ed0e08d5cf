import type { CaseChannel, CaseStatus, Light } from '@counter/shared/vocabulary/case'
import type { ItemCode, UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import type Database from 'better-sqlite3'
import type { Tx } from './tx.ts'

export type Lights = { readonly [Each in Light]: number }

/** Open cases under each light, and how many are due today. */
export interface LightsDue {
  readonly lights: Lights
  readonly dueToday: number
}

export interface PlaceLights extends LightsDue {
  readonly unit: UnitCode
  readonly village: VillageCode | null
}

/** The first instant of a day and that of the next. */
export interface Span {
  readonly from: Instant
  readonly to: Instant
}

export const NO_LIGHTS: Lights = { green: 0, yellow: 0, red: 0, paused: 0, done: 0, none: 0 }

export interface Place {
  readonly unit?: UnitCode | undefined
  readonly village?: VillageCode | undefined
}

/** What a board narrows its cases to, each alone and together (C-4). */
export interface CountedList extends Place {
  readonly channel?: CaseChannel | undefined
  readonly item?: ItemCode | undefined
  readonly status?: CaseStatus | undefined
  readonly hasApproval?: true | undefined
  readonly hasOrder?: true | undefined
  readonly hasDuplicate?: true | undefined
}

// What a case counts as until its light changes by itself: a word, or the two instants at which it does (C701).
function groupOf(row: Row): string {
  const runs = `${row}.clock_kind IS NOT NULL AND ${row}.clock_state = 'running' AND ${row}.due_at IS NOT NULL`
  return `${row}.unit, coalesce(${row}.village, ''), ${row}.channel,
    CASE WHEN ${row}.clock_kind IS NULL THEN 'none' WHEN ${row}.clock_state = 'paused' THEN 'paused' WHEN ${runs} THEN 'running' ELSE 'done' END,
    CASE WHEN ${runs} THEN ${row}.due_at ELSE '' END,
    CASE WHEN ${runs} THEN coalesce(${row}.yellow_at, '9') ELSE '' END`
}

type Row = 'OLD' | 'NEW' | 'c'

// A case stands in each list that its item, its status and its flags leave it in, and in the one of everything.
function listsOf(row: Row): string {
  return `iif(l.by_item, ${row}.item, '') AS item, iif(l.by_status, ${row}.status, '') AS status, l.with_approval, l.with_order, l.with_duplicate`
}

function standsIn(row: Row): string {
  return FLAGS.map((flag) => `l.with_${flag} <= ${row}.has_${flag}`).join(' AND ')
}

const FLAGS = ['approval', 'order', 'duplicate']
const LISTS = ['by_item', 'by_status', ...FLAGS.map((flag) => `with_${flag}`)]
const KEY = `item, status, with_approval, with_order, with_duplicate, unit, village, channel, state, due_at, yellow_at`
const WATCHED = ['is_open', 'unit', 'village', 'channel', 'item', 'status']
  .concat(['clock_kind', 'clock_state', 'due_at', 'yellow_at'])
  .concat(FLAGS.map((flag) => `has_${flag}`))
const IS_OTHER = `(${WATCHED.map((name) => `OLD.${name} IS NOT NEW.${name}`).join(' OR ')})`

/**
 * Keeps the open cases counted for every list that a board offers, by place and by what their light depends on, so that a
 * board reads some hundred groups and not each of twenty thousand cases. The counts follow every statement of this
 * connection, which is the only one that writes, go back with what is rolled back, and are made anew at each start: no
 * second truth lies in the file (U34, R4).
 */
export function keepLightCounts(database: Database.Database): void {
  const count = (row: Row, by: 1 | -1) =>
    `INSERT INTO light_count SELECT ${listsOf(row)}, ${groupOf(row)}, ${by} FROM light_list l WHERE ${standsIn(row)}
      ON CONFLICT DO UPDATE SET n = n + ${by};`
  const comes = `BEGIN ${count('NEW', 1)} END;`
  const goes = `BEGIN ${count('OLD', -1)}
    DELETE FROM light_count WHERE item IN ('', OLD.item) AND status IN ('', OLD.status)
      AND ${FLAGS.map((flag) => `with_${flag} IN (0, OLD.has_${flag})`).join(' AND ')}
      AND (unit, village, channel, state, due_at, yellow_at) = (${groupOf('OLD')}) AND n = 0; END;`
  database.exec(`
    CREATE TEMP TABLE light_list AS SELECT ${LISTS.map((name) => `${name}.n AS ${name}`).join(', ')}
      FROM ${LISTS.map((name) => `(SELECT 0 AS n UNION ALL SELECT 1) AS ${name}`).join(', ')};
    CREATE TEMP TABLE light_count (item TEXT, status TEXT, with_approval INTEGER, with_order INTEGER, with_duplicate INTEGER,
      unit TEXT, village TEXT, channel TEXT, state TEXT, due_at TEXT, yellow_at TEXT, n INTEGER, PRIMARY KEY (${KEY})) WITHOUT ROWID;
    INSERT INTO light_count SELECT ${listsOf('c')}, ${groupOf('c')}, count(*)
      FROM "case" c, light_list l WHERE c.is_open = 1 AND ${standsIn('c')} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11;
    CREATE TEMP TRIGGER light_comes AFTER INSERT ON main."case" WHEN NEW.is_open ${comes}
    CREATE TEMP TRIGGER light_goes AFTER DELETE ON main."case" WHEN OLD.is_open ${goes}
    CREATE TEMP TRIGGER light_leaves AFTER UPDATE ON main."case" WHEN OLD.is_open AND ${IS_OTHER} ${goes}
    CREATE TEMP TRIGGER light_enters AFTER UPDATE ON main."case" WHEN NEW.is_open AND ${IS_OTHER} ${comes}
  `)
}

// The words are those of `lightOf` in the lists.
const SUMS = `coalesce(sum(n) FILTER (WHERE due_at >= @now AND yellow_at > @now), 0) AS green,
    coalesce(sum(n) FILTER (WHERE due_at >= @now AND yellow_at <= @now), 0) AS yellow,
    coalesce(sum(n) FILTER (WHERE due_at <> '' AND due_at < @now), 0) AS red,
    coalesce(sum(n) FILTER (WHERE state = 'paused'), 0) AS paused,
    coalesce(sum(n) FILTER (WHERE state = 'done'), 0) AS done,
    coalesce(sum(n) FILTER (WHERE state = 'none'), 0) AS "none",
    coalesce(sum(n) FILTER (WHERE due_at >= @from AND due_at < @to), 0) AS dueToday`

/** The open cases of a list under each light (U34). */
export function countLights(tx: Tx, today: Span, list: CountedList): LightsDue {
  const [where, values] = listed(list)
  return asCounts(tx.sql.prepare(`SELECT ${SUMS} ${where}`).get({ now: tx.at, ...today, ...values }))
}

/** The same for each unit and village of a place, along the key of the table, so that nothing is put in order for it. */
export function countLightsByPlace(tx: Tx, today: Span, place: Place): PlaceLights[] {
  const [where, values] = listed(place)
  const text = `SELECT unit, village, ${SUMS} ${where} GROUP BY unit, village`
  return tx.sql
    .prepare(text)
    .all({ now: tx.at, ...today, ...values })
    .map((row) => {
      const { unit, village } = row as { unit: UnitCode; village: VillageCode | '' }
      return { unit, village: village === '' ? null : village, ...asCounts(row) }
    })
}

function listed({ item, status, hasApproval, hasOrder, hasDuplicate, ...place }: CountedList) {
  const list = { item: item ?? '', status: status ?? '' }
  const flags = [hasApproval, hasOrder, hasDuplicate].map((flag, bit) => [
    `with_${FLAGS[bit]}`,
    Number(flag ?? 0),
  ])
  const places = Object.entries(place).filter(([, value]) => value !== undefined)
  const values: Record<string, string | number> = { ...list, ...Object.fromEntries([...flags, ...places]) }
  const conditions = Object.keys(values).map((name) => `${name} = @${name}`)
  return [`FROM temp.light_count WHERE ${conditions.join(' AND ')}`, values] as const
}

function asCounts(row: unknown): LightsDue {
  const { dueToday, green, yellow, red, paused, done, none } = row as Lights & { dueToday: number }
  return { lights: { green, yellow, red, paused, done, none }, dueToday }
}
