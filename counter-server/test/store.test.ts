import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../src/domain/refusal.ts'
import { findBrokenAudit } from '../src/store/audit.ts'
import { migrate, productMigrations } from '../src/store/migrate.ts'
import { assertDurable, setDurable } from '../src/store/pragmas.ts'
import { columnsOf } from '../src/store/projections.ts'
import { dropOldReceipts, once } from '../src/store/receipts.ts'
import { saveSetting } from '../src/store/settings.ts'
import type { Store } from '../src/store/store.ts'
import type { StreamNews } from '../src/store/streams.ts'
import type { Tx } from '../src/store/tx.ts'
import { aFolder, anOrigin, aStore, countRows } from './a-store.ts'

const LEFT_BY_A_COMMAND = ['setting', 'journal', 'receipt', 'audit', 'stream', 'stream_event']

// A whole command as the use cases write it: state, journal, receipt, audit and news.
function change(tx: Tx, key: string, origin = anOrigin()): string {
  return once(tx, { origin, name: 'setting.save', subject: key, content: { key } }, () => {
    saveSetting(tx, key, 1, origin.actor, '试')
    tx.record({ type: 'setting.saved', subject: key, version: 1, origin, data: {} })
    tx.tell({ kind: 'figures_changed' })
    return key
  })
}

function pragma(store: Store, name: string): unknown {
  return store.read((tx) => tx.sql.prepare(`PRAGMA ${name}`).pluck().get())
}

describe('what the connection is set to', () => {
  test.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['recursive_triggers', 1],
    ['secure_delete', 1],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['busy_timeout', 250],
    ['temp_store', 2],
    ['wal_autocheckpoint', 1000],
    ['journal_size_limit', 67_108_864],
  ])('[R1] %s reads back as %s after a write', async (name, value) => {
    const { store } = aStore()
    await store.write((tx) => change(tx, 'one'))
    expect(pragma(store, name)).toBe(value)
  })

  test('[R1] a setting that reads back differently stops the start', () => {
    const database = new Database(`${aFolder()}/counter.db`)
    setDurable(database)
    migrate(database, productMigrations())
    database.pragma('synchronous = NORMAL')
    expect(() => assertDurable(database)).toThrow('synchronous is 1')
    database.close()
  })

  test('[R1] every table of the product is STRICT', () => {
    const { store } = aStore()
    const loose = store.read((tx) =>
      tx.sql
        .prepare(
          "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
        )
        .pluck()
        .all(),
    )
    expect(loose).toEqual([])
  })
})

test('[R5] a receipt is forgotten when its time is over, a few at a time, and never before 90 days', async () => {
  const { store, clock } = aStore()
  const origin = anOrigin()
  await store.write((tx) => change(tx, 'one', origin))
  await store.write((tx) => change(tx, 'two'))
  await store.write((tx) => saveSetting(tx, 'retention.receipts', 90, 'staff:one', '试'))
  clock.forward(90 * 86_400_000)
  expect(await store.write((tx) => dropOldReceipts(tx, 100))).toBe(0)
  clock.forward(1_000)
  expect(await store.write((tx) => dropOldReceipts(tx, 1))).toBe(1)
  expect(await store.write((tx) => dropOldReceipts(tx, 100))).toBe(1)
  expect(countRows(store, ['receipt', 'audit'])).toEqual({ receipt: 0, audit: 2 })
})

describe('one commit for several writers', () => {
  test('[R4] writers who come together share commits, and each has its own answer', async () => {
    const { store } = aStore()
    const commits: (readonly StreamNews[])[] = []
    store.onCommit((news) => commits.push(news))
    const keys = Array.from({ length: 20 }, (_, place) => `key-${place}`)
    const answers = await Promise.all(keys.map((key) => store.write((tx) => change(tx, key))))
    expect(answers).toEqual(keys)
    // A busy machine may cut a group at its 20 ms, but not into one commit per writer.
    expect(commits.length).toBeLessThan(keys.length)
    expect(commits.flatMap((news) => news.map(({ seq }) => seq))).toEqual(keys.map((_, place) => place + 1))
  })

  test('[R4] more than 64 writers take more than one commit', async () => {
    const { store } = aStore()
    const sizes: number[] = []
    store.onCommit((news) => sizes.push(news.length))
    await Promise.all(
      Array.from({ length: 130 }, (_, place) => store.write((tx) => change(tx, `key-${place}`))),
    )
    expect(Math.max(...sizes)).toBeLessThanOrEqual(64)
    expect(sizes.reduce((sum, size) => sum + size)).toBe(130)
  })

  test('[R4, I4] a refusal rolls back its own part alone, and nobody is told of it', async () => {
    const { store } = aStore()
    const told: StreamNews[] = []
    store.onCommit((news) => told.push(...news))
    const refused = store.write((tx) => {
      change(tx, 'refused')
      throw new Refusal('queue.empty')
    })
    const [before, between, after] = await Promise.allSettled([
      store.write((tx) => change(tx, 'before')),
      refused,
      store.write((tx) => change(tx, 'after')),
    ])
    expect([before.status, between.status, after.status]).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(countRows(store, LEFT_BY_A_COMMAND)).toEqual({
      setting: 2,
      journal: 2,
      receipt: 2,
      audit: 2,
      stream: 1,
      stream_event: 2,
    })
    expect(told.map(({ seq }) => seq)).toEqual([1, 2])
    expect(store.read((tx) => findBrokenAudit(tx, 1000))).toBeNull()
  })

  test('[R4] when COMMIT itself fails the whole group is unknown and nothing of it stays', async () => {
    const { store } = aStore()
    const told: unknown[] = []
    store.onCommit((news) => told.push(news))
    // An event of a case that does not exist is allowed until COMMIT looks.
    const orphan = store.write((tx) => {
      tx.sql
        .prepare(
          `INSERT INTO case_event (id, "case", rev, type, occurred_at, recorded_at, actor, role, "to", payload) VALUES ('e', 'nowhere', 1, 'case.received', ?, ?, 'a', 'clerk', 'received', '{}')`,
        )
        .run(tx.at, tx.at)
    })
    const [one, other] = await Promise.allSettled([store.write((tx) => change(tx, 'one')), orphan])
    expect([one.status, other.status]).toEqual(['rejected', 'rejected'])
    expect(told).toEqual([])
    expect(countRows(store, LEFT_BY_A_COMMAND)).toEqual({
      setting: 0,
      journal: 0,
      receipt: 0,
      audit: 0,
      stream: 0,
      stream_event: 0,
    })
    expect(await store.write((tx) => change(tx, 'two'))).toBe('two')
  })

  test('[R10] a listener that throws does not make its request fail', async () => {
    const { store, faults } = aStore()
    store.onCommit(() => {
      throw new Error('a screen is gone')
    })
    expect(await store.write((tx) => change(tx, 'one'))).toBe('one')
    expect(faults).toEqual([new Error('a screen is gone')])
  })

  test('[R10] a full disk refuses writes with store.full, reads go on, and writes come back by themselves', async () => {
    const { store } = aStore()
    await store.write((tx) => change(tx, 'before'))
    const pages = Number(pragma(store, 'page_count'))
    pragma(store, `max_page_count = ${pages}`)
    const full = await Promise.allSettled(
      Array.from({ length: 40 }, (_, place) =>
        store.write((tx) => change(tx, `key-${place}-${'x'.repeat(3000)}`)),
      ),
    )
    const lost = full.filter((each): each is PromiseRejectedResult => each.status === 'rejected')
    expect(lost.length).toBeGreaterThan(0)
    for (const { reason } of lost) expect(reason).toMatchObject({ name: 'Refusal', code: 'store.full' })
    expect(countRows(store, ['setting', 'receipt', 'audit'])).toEqual({
      setting: 41 - lost.length,
      receipt: 41 - lost.length,
      audit: 41 - lost.length,
    })
    pragma(store, 'max_page_count = 1073741823')
    expect(await store.write((tx) => change(tx, 'after'))).toBe('after')
  })
})

describe('all or none', () => {
  test('[I3] a write that fails leaves no state, journal, receipt, audit or stream row', async () => {
    const { store } = aStore()
    const broken = store.write((tx) => {
      change(tx, 'one')
      throw new Error('a fault after everything was written')
    })
    await expect(broken).rejects.toThrow('a fault after everything was written')
    expect(countRows(store, LEFT_BY_A_COMMAND)).toEqual({
      setting: 0,
      journal: 0,
      receipt: 0,
      audit: 0,
      stream: 0,
      stream_event: 0,
    })
  })

  test('[I2, R5] the same command answers again without acting again, even after a refusal of another one', async () => {
    const { store } = aStore()
    const origin = anOrigin()
    expect(await store.write((tx) => change(tx, 'one', origin))).toBe('one')
    expect(await store.write((tx) => change(tx, 'one', origin))).toBe('one')
    await expect(store.write((tx) => change(tx, 'two', origin))).rejects.toMatchObject({
      code: 'command.reused',
    })
    await expect(
      store.write((tx) => change(tx, 'one', { ...origin, actor: 'staff:two' })),
    ).rejects.toMatchObject({ code: 'command.reused' })
    expect(countRows(store, ['setting', 'journal', 'receipt', 'audit'])).toEqual({
      setting: 1,
      journal: 1,
      receipt: 1,
      audit: 1,
    })
  })

  test('[R5] a refusal leaves no receipt, so the same command may be sent again', async () => {
    const { store } = aStore()
    const origin = anOrigin()
    const facts = { origin, name: 'try', subject: 'x', content: {} }
    const refused = store.write((tx) =>
      once(tx, facts, (): string => {
        throw new Refusal('queue.empty')
      }),
    )
    await expect(refused).rejects.toMatchObject({ code: 'queue.empty' })
    expect(await store.write((tx) => once(tx, facts, () => 'now'))).toBe('now')
  })

  test('[K26] a transaction that waits for something does not compile, and is refused when it runs', async () => {
    const { store } = aStore()
    // @ts-expect-error a promise would resolve after COMMIT
    const waiting = store.write(async (tx) => change(tx, 'one'))
    await expect(waiting).rejects.toThrow('a transaction cannot return a promise')
    expect(countRows(store, ['setting', 'receipt'])).toEqual({ setting: 0, receipt: 0 })
  })

  test('[I45, R8] event time never runs backwards, also when the clock does', async () => {
    const { store, clock } = aStore()
    await store.write((tx) => change(tx, 'one'))
    clock.forward(-60_000)
    await store.write((tx) => change(tx, 'two'))
    const times = store.read((tx) => tx.sql.prepare('SELECT at FROM journal ORDER BY seq').pluck().all())
    expect(times).toEqual(['2026-06-12T01:40:00.000Z', '2026-06-12T01:40:00.000Z'])
  })
})

describe('rows of the hall and their events', () => {
  const counter =
    "INSERT INTO number_counter VALUES ('2026-06-12', 'A', 1) ON CONFLICT DO UPDATE SET last = last + 1"
  const lastRows = (store: Store) =>
    store.read((tx) => tx.sql.prepare('SELECT rows FROM journal ORDER BY seq').pluck().all())

  test('[Q67] a row that changes without an event is refused, and nothing of it stays', async () => {
    const { store } = aStore()
    await expect(store.write((tx) => void tx.sql.prepare(counter).run())).rejects.toThrow(
      'number_counter changed without an event',
    )
    expect(countRows(store, ['number_counter', 'journal'])).toEqual({ number_counter: 0, journal: 0 })
  })

  test('[Q67] an event holds the change of its whole use case, and nothing of one that was refused', async () => {
    const { store } = aStore()
    const raise = (times: number, isRefused: boolean) =>
      store.write((tx) => {
        for (let time = 0; time < times; time += 1) tx.sql.prepare(counter).run()
        if (isRefused) throw new Refusal('queue.empty')
        change(tx, `${times}`)
      })
    await raise(1, false)
    await expect(raise(5, true)).rejects.toThrow('queue.empty')
    await raise(2, false)
    await store.write((tx) => change(tx, 'no row'))
    expect(lastRows(store)).toEqual([
      '[["number_counter",["2026-06-12","A"],{"business_date":"2026-06-12","series":"A","last":1}]]',
      '[["number_counter",["2026-06-12","A"],{"last":3}]]',
      null,
    ])
  })

  test('[Q67] what is named as encrypted, a look-up or a hash is no part of a projection', () => {
    const { file } = aStore()
    const database = new Database(file)
    const { key, secret, open } = columnsOf(database, 'ticket')
    database.close()
    expect([key, secret.map(({ name }) => name)]).toEqual([['id'], ['query_code_look', 'token_hash']])
    expect(open).not.toContain('token_hash')
  })
})

describe('the records that only grow', () => {
  const event = `INSERT INTO case_event (id, "case", rev, type, occurred_at, recorded_at, actor, role, "to", payload) VALUES ('e', 'c', 1, 't', '', '', 'a', 'r', 'received', '{}')`

  test.each([
    ['journal', "UPDATE journal SET type = 'other'"],
    ['journal', 'DELETE FROM journal'],
    [
      'journal',
      "REPLACE INTO journal SELECT seq, at, business_date, 'other', subject, version, actor, device, command_id, data, rows FROM journal",
    ],
    ['audit', "UPDATE audit SET result = 'other'"],
    ['audit', 'DELETE FROM audit'],
    [
      'audit',
      "REPLACE INTO audit SELECT seq, at, 'other', device, action, subject, command_id, result, prev_hash, hash, mac FROM audit",
    ],
    [
      'audit',
      'INSERT INTO audit SELECT seq + 2, at, actor, device, action, subject, command_id, result, prev_hash, hash, mac FROM audit',
    ],
    ['case_event', "UPDATE case_event SET type = 'other'"],
    ['case_event', 'DELETE FROM case_event'],
    ['case_event', event.replace('INSERT', 'REPLACE')],
  ])('[I21, P36] %s refuses %s', async (_table, statement) => {
    const { store } = aStore()
    await store.write((tx) => change(tx, 'one'))
    const attempt = store.write((tx) => {
      tx.sql.prepare('PRAGMA defer_foreign_keys = 1').run()
      tx.sql.prepare(event).run()
      tx.sql.prepare(statement).run()
    })
    await expect(attempt).rejects.toThrow(/append-only|come one after another/)
  })

  test('[I40] a row changed behind the product is found by its place in the chain', async () => {
    const { store, file } = aStore()
    for (const key of ['one', 'two', 'three']) await store.write((tx) => change(tx, key))
    expect(store.read((tx) => findBrokenAudit(tx, 1000))).toBeNull()
    const other = new Database(file)
    other.exec("DROP TRIGGER audit_no_update; UPDATE audit SET subject = 'two-two' WHERE seq = 2")
    other.close()
    expect(store.read((tx) => findBrokenAudit(tx, 1000))).toBe(2)
  })
})
