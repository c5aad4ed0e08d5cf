import { join } from 'node:path'
import Database from 'better-sqlite3'
import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, test } from 'vitest'
import { MigrationChanged, migrate, productMigrations } from '../src/store/migrate.ts'
import { setDurable } from '../src/store/pragmas.ts'
import * as agentCards from '../src/store/schema/agent-cards.ts'
import * as booking from '../src/store/schema/booking.ts'
import * as callBacks from '../src/store/schema/call-backs.ts'
import * as casePapers from '../src/store/schema/case-papers.ts'
import * as cases from '../src/store/schema/cases.ts'
import * as catalogue from '../src/store/schema/catalogue.ts'
import * as clock from '../src/store/schema/clock.ts'
import * as closing from '../src/store/schema/closing.ts'
import * as drafts from '../src/store/schema/drafts.ts'
import * as lease from '../src/store/schema/lease.ts'
import * as ledger from '../src/store/schema/ledger.ts'
import * as notices from '../src/store/schema/notices.ts'
import * as people from '../src/store/schema/people.ts'
import * as photos from '../src/store/schema/photos.ts'
import * as queue from '../src/store/schema/queue.ts'
import * as ratings from '../src/store/schema/ratings.ts'
import * as supervision from '../src/store/schema/supervision.ts'
import * as township from '../src/store/schema/township.ts'
import * as villageNumbers from '../src/store/schema/village-numbers.ts'
import * as villagePoints from '../src/store/schema/village-points.ts'
import { aFolder, aStore } from './a-store.ts'
import { startHall } from './app.ts'

const TABLES = [
  agentCards,
  booking,
  callBacks,
  casePapers,
  cases,
  catalogue,
  clock,
  closing,
  drafts,
  lease,
  ledger,
  notices,
  people,
  photos,
  queue,
  ratings,
  supervision,
  township,
  villageNumbers,
  villagePoints,
].flatMap((part) => Object.values(part).filter((each) => is(each, SQLiteTable)))
const ALL = productMigrations()

function opened(): Database.Database {
  const database = new Database(join(aFolder(), 'counter.db'))
  setDurable(database)
  return database
}

/** A number that was served and one that waits, as the first release wrote them. */
const OLD_DAY = `
  INSERT INTO line VALUES ('general', '综', '综', '综合');
  INSERT INTO unit VALUES ('MZ', '民政', 'unit', 'general', '0000-0000003');
  INSERT INTO topic VALUES ('relief', 'general', 'MZ', 1, 8);
  INSERT INTO "window" VALUES (1, '1号', NULL);
  INSERT INTO staff (id, sign_in_name, display_name, role, password_hash) VALUES ('s1', 'clerk1', '一号岗', 'clerk', 'x');
  INSERT INTO device (id, kind, name, public_key, enrolled_at) VALUES
    ('kiosk', 'kiosk', '取号机', '{}', '2026-06-01T00:00:00.000Z'),
    ('wall', 'wall', '大屏', '{}', '2026-06-01T00:00:00.000Z'),
    ('wall2', 'wall', '二号大屏', '{}', '2026-06-02T00:00:00.000Z');
  INSERT INTO duty (id, "window", staff, opened_at) VALUES ('d1', 1, 's1', '2026-06-12T00:30:00.000Z');
  INSERT INTO ticket (id, business_date, prefix, serial, number, line, topic, cls, channel, status, issued_at, base_ms,
    call_key, issue_order, "window", leg, outcome, quote, query_code_look, token_hash, version) VALUES
    ('t1', '2026-06-12', '综', 1, '综 001', 'general', 'relief', 'ordinary', 'kiosk', 'served',
      '2026-06-12T01:00:00.000Z', 1, 1, 1, 1, 1, 'consulted', '{"ahead":0,"quote":null}', 'look1', 'hash1', 4),
    ('t2', '2026-06-12', '优先', 1, '优先 001', 'general', 'relief', 'priority', 'desk', 'waiting',
      '2026-06-12T01:01:00.000Z', 2, 2, 2, NULL, 0, NULL, NULL, 'look2', 'hash2', 1);
  INSERT INTO leg (ticket, leg, "window", duty, called_at, why) VALUES ('t1', 1, 1, 'd1', '2026-06-12T01:02:00.000Z', '{}');
  INSERT INTO announcement (seq, business_date, kind, ticket, number, "window", call_no, at, clips)
    VALUES (1, '2026-06-12', 'call', 't1', '综 001', 1, 1, '2026-06-12T01:02:00.000Z', '[]');
  INSERT INTO print_job (id, ticket, device, state, queued_at) VALUES
    ('p1', 't1', 'kiosk', 'sent', '2026-06-12T01:00:00.000Z'), ('p2', 't2', NULL, 'queued', '2026-06-12T01:01:00.000Z');`

/** Two letters as they were before orders on them had rows: one with a unit, one that was answered on the spot. */
const OLD_ORDERS = `
  INSERT INTO line VALUES ('general', '综', '综', '综合');
  INSERT INTO unit (code, name, kind, line, phone) VALUES ('MZ', '民政', 'unit', 'general', '0000-0000003');
  INSERT INTO letter (id, number, channel, topic, status, flags, received_at, is_provisional, has_order, list_key, made_with,
    query_code_look, token_hash, rev) VALUES
    ('l1', 'n1', 'phone', 'help', 'assigned', '[]', '2026-06-12T01:00:00.000Z', 0, 1, 'a', 'x', 'c1', 'h1', 4),
    ('l2', 'n2', 'phone', 'help', 'replied', '[]', '2026-06-12T01:00:00.000Z', 0, 0, 'b', 'x', 'c2', 'h2', 5);
  INSERT INTO letter_event (id, letter, rev, type, occurred_at, recorded_at, actor, role, "to", payload)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 4, 'staff:s', 'supervisor', 'assigned', value -> 5
    FROM json_each('[
      ["e1","l1",1,"letter.assigned","2026-06-12T02:00:00.000Z",{"unit":"MZ"}],
      ["o1","l1",2,"order.issued","2026-06-12T03:00:00.000Z",{"number":"督1","level":"unit_head","rule":"other","issuer":"supervisor","replyDueOn":"2026-06-16","replyDueAt":"2026-06-16T09:30:00.000Z"}],
      ["e2","l1",3,"order.replied","2026-06-13T01:00:00.000Z",{"order":"o1"}],
      ["e3","l2",1,"letter.replied","2026-06-12T02:00:00.000Z",{"way":"on_spot","signer":"s"}],
      ["o2","l2",2,"order.issued","2026-06-12T03:00:00.000Z",{"number":"督2","level":"unit_head","rule":"other","issuer":"supervisor","replyDueOn":"2026-06-16","replyDueAt":"2026-06-16T09:30:00.000Z"}]
    ]');`

function shapeOf(database: Database.Database): unknown[] {
  return database.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY type, name').all()
}

describe('migrations', () => {
  const newest = new Database(':memory:')
  migrate(newest, ALL)
  const newestShape = shapeOf(newest)

  test.each(ALL.map(({ number }) => [number]))(
    '[K27] the schema of %i files becomes the newest one',
    (count) => {
      const old = opened()
      migrate(old, ALL.slice(0, count))
      migrate(old, ALL)
      expect(shapeOf(old)).toEqual(newestShape)
      expect(old.prepare('SELECT number FROM migration ORDER BY number').pluck().all()).toEqual(
        ALL.map(({ number }) => number),
      )
    },
  )

  test('[K27] a day of the first release keeps every row and every reference in the newest schema', () => {
    const database = opened()
    migrate(database, ALL.slice(0, 5))
    database.exec(OLD_DAY)
    const held = ['staff', 'device', 'duty', 'ticket', 'leg', 'announcement', 'print_job'].map((table) => {
      const columns = database.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]
      const read = () =>
        database.prepare(`SELECT ${columns.map((name) => `"${name}"`)} FROM "${table}"`).all()
      return { table, read, before: read() }
    })
    migrate(database, ALL)
    for (const { table, read, before } of held) {
      expect(before, table).not.toEqual([])
      expect(read(), table).toEqual(before)
    }
    expect(database.pragma('foreign_key_check')).toEqual([])
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(() => database.exec("DELETE FROM ticket WHERE id = 't1'")).toThrow('FOREIGN KEY')
    expect(database.prepare('SELECT id, speaks FROM device ORDER BY id').raw().all()).toEqual([
      ['kiosk', 0],
      ['wall', 1],
      ['wall2', 0],
    ])
  })

  test('[K27, C705] orders on letters come along, but for those to nobody', () => {
    const database = opened()
    migrate(database, ALL.slice(0, 42))
    database.exec(OLD_ORDERS)
    migrate(database, ALL)
    const rows = database
      .prepare('SELECT id, letter, unit, level, replied_at FROM supervision_order')
      .raw()
      .all()
    expect(rows).toEqual([['o1', 'l1', 'MZ', 'unit_head', '2026-06-13T01:00:00.000Z']])
  })

  test('[K27] the files are numbered without a gap', () => {
    expect(ALL.map(({ number }) => number)).toEqual(ALL.map((_, place) => place + 1))
  })

  test('[K27] an applied file that was changed stops the start', () => {
    const database = opened()
    migrate(database, ALL)
    const changed = ALL.map((each) =>
      each.number === 2 ? { ...each, sql: `${each.sql}\n-- a word more` } : each,
    )
    expect(() => migrate(database, changed)).toThrow(MigrationChanged)
  })

  test('[K27] a file that fails half-way leaves nothing of itself', () => {
    const database = opened()
    migrate(database, ALL)
    const broken = {
      number: ALL.length + 1,
      sql: 'CREATE TABLE half (id TEXT) STRICT; INSERT INTO nowhere VALUES (1)',
    }
    expect(() => migrate(database, [...ALL, broken])).toThrow('no such table')
    expect(database.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'half'").pluck().get()).toBe(0)
    migrate(database, ALL)
  })
})

describe('drizzle and SQL', () => {
  interface Column {
    readonly name: string
    readonly notnull: number
    readonly pk: number
    readonly type: string
  }

  test('more than twenty tables are compared', () => {
    expect(TABLES.length).toBeGreaterThan(20)
  })

  test.each(TABLES.map((table) => [getTableConfig(table).name, table] as const))(
    'table %s has the same columns for drizzle and for SQLite',
    (name, table) => {
      const { store } = aStore()
      const real = store.read((tx) =>
        tx.sql.prepare(`SELECT name, "notnull", pk, type FROM pragma_table_info('${name}')`).all(),
      ) as Column[]
      const told = getTableConfig(table)
      const keys = new Set(told.primaryKeys.flatMap(({ columns }) => columns.map((column) => column.name)))
      const asDrizzle = told.columns.map((column) => ({
        name: column.name,
        type: column.getSQLType().toUpperCase(),
        isRequired: column.notNull || column.primary || keys.has(column.name),
        isKey: column.primary || keys.has(column.name),
      }))
      const asSqlite = real.map((column) => ({
        name: column.name,
        type: column.type,
        isRequired: column.notnull === 1 || column.pk > 0,
        isKey: column.pk > 0,
      }))
      expect(asDrizzle.toSorted(byName)).toEqual(asSqlite.toSorted(byName))
    },
  )

  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)
})

describe('what the database refuses whatever the code believes', () => {
  const call = `UPDATE ticket SET status = 'called', "window" = 1 WHERE status = 'waiting'`

  async function hallWithTwoTickets() {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    for (const _ of [1, 2]) await clerk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' })
    return hall.server.counter.deps.store
  }

  test('[QI13, I13] two called or served tickets at one window', async () => {
    const store = await hallWithTwoTickets()
    await expect(store.write((tx) => void tx.sql.prepare(call).run())).rejects.toThrow(
      'UNIQUE constraint failed: ticket.window',
    )
  })

  test.each([
    ['the same number twice on a day', 'UPDATE ticket SET serial = 1', 'ticket.serial'],
    ['the same place in the order twice on a day', 'UPDATE ticket SET issue_order = 1', 'ticket.issue_order'],
    [
      'a second duty at a window',
      'INSERT INTO duty (id, "window", staff, opened_at) SELECT id || 2, "window", (SELECT id FROM staff WHERE sign_in_name = \'clerk2\'), opened_at FROM duty',
      'duty.window',
    ],
    [
      'a second duty of a clerk',
      'INSERT INTO duty (id, "window", staff, opened_at) SELECT id || 2, 2, staff, opened_at FROM duty',
      'duty.staff',
    ],
    [
      'a second automatic paper of a ticket',
      'INSERT INTO print_job (id, ticket, state, nth, queued_at) SELECT id || 2, ticket, state, nth, queued_at FROM print_job',
      'print_job.ticket',
    ],
  ])('[QI11, I11] %s', async (_what, statement, columns) => {
    const store = await hallWithTwoTickets()
    await expect(store.write((tx) => void tx.sql.prepare(statement).run())).rejects.toThrow(columns)
  })

  test('[QI12] a status that the lifecycle does not know, and a called ticket without a window', async () => {
    const store = await hallWithTwoTickets()
    await expect(
      store.write((tx) => void tx.sql.prepare("UPDATE ticket SET status = 'lost'").run()),
    ).rejects.toThrow('CHECK constraint failed')
    await expect(
      store.write((tx) => void tx.sql.prepare("UPDATE ticket SET status = 'called'").run()),
    ).rejects.toThrow('CHECK constraint failed')
  })
})
