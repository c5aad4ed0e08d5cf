import type { TicketChannel } from '@counter/shared/vocabulary/ticket'
import { getTableColumns } from 'drizzle-orm'
import type { Quote } from '../domain/queue/estimate.ts'
import type { Ticket } from '../domain/queue/ticket.ts'
import { ticket } from './schema/queue.ts'
import type { Tx } from './tx.ts'

/*
 * The waiting line is read and written whole at each call, so these statements are written once from the table's own
 * columns and run without the query builder, which would look at every cell of every row.
 */
const {
  channel: _channel,
  quote: _quote,
  queryCodeLook: _look,
  tokenHash: _hash,
  ...open
} = getTableColumns(ticket)
// Secrets of the row never travel with the domain's ticket: they are not even read.
const OPEN = Object.entries(open).map(([key, { name }]) => ({ key, name }))
const ALL = Object.entries(getTableColumns(ticket)).map(([key, { name }]) => ({ key, name }))
const READ = `SELECT ${OPEN.map(({ key, name }) => `"${name}" AS "${key}"`).join(', ')} FROM ticket`
const INSERT = `INSERT INTO ticket (${ALL.map(({ name }) => `"${name}"`).join(', ')})
  VALUES (${ALL.map(() => '?').join(', ')})`

/** The part of a ticket that the order of the queue knows nothing of. */
export interface TicketSecrets {
  readonly channel: TicketChannel
  readonly queryCodeLook: string
  readonly tokenHash: string
  readonly quote: { readonly ahead: number; readonly quote: Quote | null }
}

type TicketRow = Omit<Ticket, 'needsSpokenCall'> & { readonly needsSpokenCall: 0 | 1 }

/** Tickets by the rest of a SELECT: index, condition, order and limit. */
export function readTickets(tx: Tx, rest: string, ...values: readonly (string | number)[]): Ticket[] {
  const rows = tx.sql
    .prepare(`${READ} ${rest}`)
    .raw()
    .all(...values) as unknown[][]
  return rows.map(toTicket)
}

// Bare cells are put together here: for a long line the driver's own objects take three times as long.
function toTicket(cells: readonly unknown[]): Ticket {
  const value: Record<string, unknown> = {}
  for (const [place, { key }] of OPEN.entries()) value[key] = cells[place]
  value['needsSpokenCall'] = value['needsSpokenCall'] === 1
  return value as unknown as Ticket
}

export function writeNewTicket(tx: Tx, value: Ticket, { quote, ...secrets }: TicketSecrets): void {
  const row = toRow(value) as unknown as Record<string, unknown>
  const rest: Record<string, unknown> = { ...secrets, quote: JSON.stringify(quote) }
  tx.sql.prepare(INSERT).run(ALL.map(({ key }) => (key in rest ? rest[key] : row[key])))
}

/** How many rows had the version and status of `before`: one, or none when a race was lost. */
export function writeTicket(tx: Tx, before: Ticket, after: Ticket): number {
  // Only what changed is written: of a long line that was passed this is one count each.
  const changed = OPEN.filter(({ key }) => before[key as keyof Ticket] !== after[key as keyof Ticket])
  if (changed.length === 0) return 1
  return tx.sql
    .prepare(
      `UPDATE ticket SET ${changed.map(({ key, name }) => `"${name}" = @${key}`).join(', ')}
       WHERE id = @id AND version = @versionBefore AND status = @statusBefore`,
    )
    .run({ ...toRow(after), versionBefore: before.version, statusBefore: before.status }).changes
}

function toRow(value: Ticket): TicketRow {
  return { ...value, needsSpokenCall: value.needsSpokenCall ? 1 : 0 }
}
