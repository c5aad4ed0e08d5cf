import type Database from 'better-sqlite3'

/** A value of a row as SQLite keeps it. */
export type Cell = string | number | null
export type Row = Readonly<Record<string, Cell>>

/** A table whose rows are made of events alone (Q67). */
export interface Projection {
  readonly table: string
  /** Which rows began within business days: SQL with @from, @before, as days or, with `At`, as their first instants. */
  readonly began: string
  /** The subject of the events that change a row; null when it changes along with something else. */
  readonly subjectOf: (row: Row) => string | null
}

const OF_DAYS = 'business_date >= @from AND business_date < @before'
const OF_TICKETS = {
  began: `ticket IN (SELECT id FROM ticket WHERE ${OF_DAYS})`,
  subjectOf: ({ ticket }: Row) => String(ticket),
}

/** Every table of the hall that an act changes; a new one is added here and nowhere else (Q67). */
export const PROJECTIONS: readonly Projection[] = [
  { table: 'number_counter', began: OF_DAYS, subjectOf: () => null },
  {
    table: 'duty',
    began: 'opened_at >= @fromAt AND opened_at < @beforeAt',
    subjectOf: ({ window }) => `window:${window}`,
  },
  { table: 'ticket', began: OF_DAYS, subjectOf: ({ id }) => String(id) },
  {
    table: 'lease',
    began: `id IN (SELECT lease FROM lease_number WHERE ${OF_DAYS})`,
    subjectOf: ({ id }) => String(id),
  },
  { table: 'lease_number', began: OF_DAYS, subjectOf: ({ lease }) => String(lease) },
  {
    table: 'booking',
    began: 'made_at >= @fromAt AND made_at < @beforeAt',
    subjectOf: ({ id }) => String(id),
  },
  { table: 'intake', began: OF_DAYS, subjectOf: ({ topic }) => `topic:${topic}` },
  {
    table: 'quota',
    began: 'set_at >= @fromAt AND set_at < @beforeAt',
    subjectOf: ({ topic }) => `topic:${topic}`,
  },
  {
    table: 'spare_sheet',
    began: 'printed_at >= @fromAt AND printed_at < @beforeAt',
    subjectOf: () => 'spare',
  },
  { table: 'leg', ...OF_TICKETS },
  { table: 'announcement', ...OF_TICKETS },
  { table: 'print_job', ...OF_TICKETS },
]

export interface Columns {
  readonly key: readonly string[]
  /** Every column but secrets, the key first. */
  readonly open: readonly string[]
  readonly secret: readonly { readonly name: string; readonly type: string }[]
  /** Columns that are not empty when a new row does not name them. */
  readonly filled: ReadonlySet<string>
}

/** The columns of a table. What is named as encrypted, a look-up or a hash never enters an event (P30, P31). */
export function columnsOf(database: Database.Database, table: string): Columns {
  const all = database.pragma(`table_info(${table})`) as {
    name: string
    pk: number
    type: string
    dflt_value: string | null
  }[]
  const key = all
    .filter(({ pk }) => pk > 0)
    .sort((one, other) => one.pk - other.pk)
    .map(({ name }) => name)
  const rest = all.filter(({ pk }) => pk === 0)
  return {
    key,
    open: [...key, ...rest.filter(({ name }) => !isSecret(name)).map(({ name }) => name)],
    secret: rest.filter(({ name }) => isSecret(name)),
    filled: new Set(all.filter(({ dflt_value }) => dflt_value !== null).map(({ name }) => name)),
  }
}

function isSecret(column: string): boolean {
  return /_(enc|look|hash)$/.test(column)
}

/** Column names for SQL, each with what stands before it. */
export function listed(columns: readonly string[], before = ''): string {
  return columns.map((name) => `${before}"${name}"`).join(', ')
}
