import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import Fastify from 'fastify'
import { openLine } from './timed-line.ts'

const COMMITS = 400
const REQUESTS = 2000
const CLIENTS = 4

/** One row per commit with the durability of the product, and nothing else: commits per second. */
export function measureCommitFloor(folder: string): number {
  const file = join(folder, 'floor.db')
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('CREATE TABLE row (id INTEGER PRIMARY KEY, value TEXT NOT NULL) STRICT')
  const insert = database.prepare('INSERT INTO row (value) VALUES (?)')
  const startedAt = performance.now()
  for (let number = 0; number < COMMITS; number += 1) insert.run('one row')
  const seconds = (performance.now() - startedAt) / 1000
  database.close()
  for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true })
  return COMMITS / seconds
}

/** The constant that the floor answers: as long as the answer to a taken number. */
const CONSTANT = { constant: 'x'.repeat(480) }

/** Fastify answering a constant to the same clients: requests per second. Runs beside the clients, in `url`'s process. */
export async function measureHttpFloor(url: string): Promise<number> {
  const lines = Array.from({ length: CLIENTS }, () => openLine(url))
  for (const line of lines) await line.post('/', CONSTANT)
  const startedAt = performance.now()
  await Promise.all(
    lines.map(async (line) => {
      for (let number = 0; number < REQUESTS / CLIENTS; number += 1) await line.post('/', { number })
    }),
  )
  const seconds = (performance.now() - startedAt) / 1000
  for (const line of lines) line.close()
  return REQUESTS / seconds
}

/** Listens with nothing but the constant. */
export async function serveConstant(port: number): Promise<void> {
  const app = Fastify()
  app.post('/', async () => CONSTANT)
  await app.listen({ host: '127.0.0.1', port })
}
