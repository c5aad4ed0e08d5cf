import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { findBrokenAudit } from '../src/store/audit.ts'
import { loadKeys } from '../src/store/crypto.ts'
import { productMigrations } from '../src/store/migrate.ts'
import { openStore } from '../src/store/store.ts'
import { aFolder } from './a-store.ts'
import { kill, type Running, signIn, start } from './child-server.ts'

const KILLS = 3
const BEFORE_EACH_KILL = 60
const CLIENTS = 8

/** The ledger lies outside the server: what was asked, and what was answered. */
interface Entry {
  readonly id: string
  readonly said: 'invoke' | 'ok' | 'unknown'
  readonly number?: string
}

function ledgerIn(folder: string) {
  const file = join(folder, 'ledger.jsonl')
  appendFileSync(file, '')
  return {
    note: (entry: Entry) => appendFileSync(file, `${JSON.stringify(entry)}\n`),
    read: () =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Entry),
  }
}

type Ledger = ReturnType<typeof ledgerIn>

async function issue({ address }: Running, cookie: string, ledger: Ledger, id: string): Promise<boolean> {
  ledger.note({ id, said: 'invoke' })
  try {
    const answer = await fetch(`${address}/api/tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1:8080', cookie },
      body: JSON.stringify({ commandId: id, topic: 'relief', cls: 'ordinary' }),
    })
    const { number } = (await answer.json()) as { number?: string }
    const entry: Entry =
      answer.status === 200 && number !== undefined ? { id, said: 'ok', number } : { id, said: 'unknown' }
    ledger.note(entry)
    return entry.said === 'ok'
  } catch {
    ledger.note({ id, said: 'unknown' })
    return false
  }
}

// Clients press as fast as they are answered, until the server is dead under them.
async function pressUntilKilled(server: Running, cookie: string, ledger: Ledger): Promise<number> {
  let done = 0
  let isDead = false
  const client = async () => {
    while (!isDead) {
      const isDone = await issue(server, cookie, ledger, uuidv7())
      if (isDone) done += 1
      if (done >= BEFORE_EACH_KILL && !isDead) {
        isDead = true
        await kill(server)
      }
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  return done
}

function unsettled(ledger: Ledger): string[] {
  const entries = ledger.read()
  const settled = new Set(entries.filter(({ said }) => said === 'ok').map(({ id }) => id))
  return [...new Set(entries.map(({ id }) => id))].filter((id) => !settled.has(id))
}

/** Asks again for everything whose answer was lost, with the same command; how many were answered now. */
async function settle(server: Running, cookie: string, ledger: Ledger): Promise<number> {
  const answers = []
  for (const id of unsettled(ledger)) answers.push(await issue(server, cookie, ledger, id))
  return answers.filter(Boolean).length
}

interface Row {
  readonly command_id: string
  readonly number: string
}

function ticketsIn(dataDir: string): Row[] {
  const database = new Database(join(dataDir, 'counter.db'), { readonly: true })
  const rows = database
    .prepare(
      "SELECT command_id, json_extract(data, '$.number') AS number FROM journal WHERE type = 'ticket.issued' ORDER BY seq",
    )
    .all() as Row[]
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(database.pragma('foreign_key_check')).toEqual([])
  database.close()
  return rows
}

function brokenAudit(dataDir: string): number | null {
  const store = openStore({
    file: join(dataDir, 'counter.db'),
    keys: loadKeys(join(dataDir, 'keys'), false),
    migrations: productMigrations(),
    now: () => '2026-06-12T01:40:00.000Z' as never,
    newEpoch: uuidv7,
    onListenerFault: () => undefined,
    onDiskFault: () => undefined,
  })
  const broken = store.read((tx) => findBrokenAudit(tx, 1_000_000))
  store.close()
  return broken
}

test('[I1, I2, I5, I7, R40] nothing acknowledged is lost over kill -9, nothing happens twice, and the unknown is settled by asking again', async () => {
  const dataDir = aFolder()
  const ledger = ledgerIn(dataDir)
  let resent = 0
  for (let round = 0; round < KILLS; round += 1) {
    const server = await start(dataDir)
    const cookie = await signIn(server)
    resent += await settle(server, cookie, ledger)
    expect(await pressUntilKilled(server, cookie, ledger)).toBeGreaterThanOrEqual(BEFORE_EACH_KILL)
  }
  const last = await start(dataDir)
  const cookie = await signIn(last)
  resent += await settle(last, cookie, ledger)
  await kill(last)
  expect(resent).toBeGreaterThan(0)
  expect(unsettled(ledger)).toEqual([])
  const rows = ticketsIn(dataDir)
  const acknowledged = ledger.read().filter(({ said }) => said === 'ok')
  expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS * BEFORE_EACH_KILL)
  expect(new Map(acknowledged.map(({ id, number }) => [id, number]))).toEqual(
    new Map(rows.map(({ command_id, number }) => [command_id, number])),
  )
  expect(new Set(rows.map(({ command_id }) => command_id)).size).toBe(rows.length)
  expect(rows.map(({ number }) => number)).toEqual(
    rows.map((_, place) => `综 ${String(place + 1).padStart(3, '0')}`),
  )
  expect(brokenAudit(dataDir)).toBeNull()
}, 120_000)

test('[I10, R3] a second server on the same data is refused, and the first goes on', async () => {
  const dataDir = aFolder()
  const first = await start(dataDir)
  await expect(start(dataDir)).rejects.toThrow('start.already_running')
  expect((await fetch(`${first.address}/api/hall`)).status).toBe(200)
  await kill(first)
  const next = await start(dataDir)
  expect((await fetch(`${next.address}/api/hall`)).status).toBe(200)
}, 60_000)
