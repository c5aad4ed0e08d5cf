import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { uuidv7 } from 'uuidv7'
import { expect, onTestFinished, test } from 'vitest'
import { keyIdOf, loadKeys, seal, unseal } from '../src/store/crypto.ts'
import { openFileDisk } from '../src/store/file-disk.ts'
import { layNextKey } from '../src/store/key-ring.ts'
import { SEALED_TABLES } from '../src/store/sealed-values.ts'
import type { Store } from '../src/store/store.ts'
import { aStore } from './a-store.ts'
import { type Hall, startHall } from './app.ts'
import { attach } from './case-file-fixture.ts'
import { act, receive } from './case-files.ts'
import { jpeg } from './file-bytes.ts'

const REKEY = fileURLToPath(new URL('../../scripts/rekey.ts', import.meta.url))

/** How many values of the store and files of the folder are sealed with each key. */
function sealedBy(store: Store, files: string): Record<number, number> {
  const ids = store.read(({ sql }) =>
    SEALED_TABLES.flatMap(({ table, columns }) =>
      Object.keys(columns).flatMap((column) =>
        (
          sql
            .prepare(`SELECT "${column}" FROM "${table}" WHERE length("${column}") > 0`)
            .pluck()
            .all() as Buffer[]
        ).map(keyIdOf),
      ),
    ),
  )
  const ofFiles = existsSync(files)
    ? readdirSync(files).map((name) => keyIdOf(readFileSync(join(files, name))))
    : []
  const counts: Record<number, number> = {}
  for (const id of [...ids, ...ofFiles]) counts[id] = (counts[id] ?? 0) + 1
  return counts
}

const sealedIn = (hall: Hall) => sealedBy(hall.server.counter.deps.store, join(hall.dataDir, 'files'))

test('[P32] every column that is sealed is known to the renewal of keys', () => {
  const { store } = aStore()
  const columns = store.read(({ sql }) =>
    sql
      .prepare(`SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
        WHERE m.type = 'table' AND c.name LIKE '%\\_enc' ESCAPE '\\' ORDER BY 1`)
      .pluck()
      .all(),
  )
  const known = SEALED_TABLES.flatMap(({ table, columns: each }) =>
    Object.keys(each).map((column) => `${table}.${column}`),
  )
  expect(columns).toEqual(known.toSorted())
})

test('[P32] a new key seals all while the hall goes on, and the older one is then needed by nothing', async () => {
  const hall = await startHall()
  const clerk = await hall.clerkAt(1)
  const { case: found } = await receive(clerk, 'MZ-001', 'accept', { note: '腿脚不便' })
  const id = found.row.id
  await attach(hall, clerk, id, jpeg())
  await act(clerk, id, 'withdraw', { reason: '家里改主意了' })
  expect((await clerk.post(`/api/cases/${id}/reveal`, { field: 'phone', purpose: 'contact' })).status).toBe(
    200,
  )
  const before = await clerk.get(`/api/cases/${id}`)
  expect(Object.keys(sealedIn(hall))).toEqual(['1'])
  const keysDir = join(hall.dataDir, 'keys')
  expect(layNextKey(keysDir)).toBe(2)
  // The hall goes on while it is being sealed.
  const [, other] = await Promise.all([hall.server.jobs.rekey(), receive(clerk, 'LY-001', 'accept')])
  expect(Object.keys(sealedIn(hall))).toEqual(['2'])
  expect((await clerk.get(`/api/cases/${id}`)).body).toEqual(before.body)
  // What never changes is guarded as before.
  const { store } = hall.server.counter.deps
  await expect(
    store.write((tx) => void tx.sql.prepare("UPDATE case_paper SET number = 'x'").run()),
  ).rejects.toThrow('a paper never changes')

  rmSync(join(keysDir, 'data.key'))
  const again = await hall.restart()
  const back = await again.signIn('clerk1')
  expect((await back.get(`/api/cases/${id}`)).body.events).toEqual(before.body.events)
  const [file] = before.body.otherFiles
  expect((await back.get(`/api/cases/${id}/files/${file.sha256}`)).status).toBe(200)
  expect((await back.get(`/api/cases/${other.case.row.id}`)).status).toBe(200)
  rmSync(join(keysDir, 'data-2.key'))
  await expect(again.restart()).rejects.toMatchObject({ code: 'start.key' })
})

test('[P32] killed in the middle it goes on with the same key, and everything opens in between', async () => {
  const { store, file } = aStore()
  const dataDir = join(file, '..')
  const [keysDir, files] = [join(dataDir, 'keys'), join(dataDir, 'files')]
  const ids = Array.from({ length: 4000 }, () => uuidv7())
  await store.write(({ sql, keys, at }) => {
    for (const id of ids)
      sql
        .prepare('INSERT INTO receipt VALUES (?, ?, ?, ?, ?)')
        .run(id, 'staff:one', 'hash', seal(keys, `receipt:${id}`, id), at)
  })
  mkdirSync(files)
  const disk = openFileDisk(files, store.keys)
  for (let nth = 0; nth < 20; nth += 1) await disk.write(`content-${nth}`, jpeg(nth + 1, 1))

  const opensAll = () => {
    const keys = loadKeys(keysDir, false)
    store.read(({ sql }) => {
      for (const id of ids) {
        const value = sql.prepare('SELECT answer_enc FROM receipt WHERE command_id = ?').pluck().get(id)
        expect(unseal(keys, `receipt:${id}`, value as Buffer).toString()).toBe(id)
      }
    })
  }

  const killed = await runRekey(dataDir, (said) => said.includes('sealed with key 2'))
  expect(killed).toBe(null)
  const half = sealedBy(store, files)
  expect(
    [half[1] ?? 0, half[2] ?? 0].every((count) => count > 0),
    JSON.stringify(half),
  ).toBe(true)
  opensAll()

  expect(await runRekey(dataDir, () => false)).toBe(0)
  expect(readdirSync(keysDir).filter((name) => name.startsWith('data'))).toEqual(['data-2.key', 'data.key'])
  expect(sealedBy(store, files)).toEqual({ 2: 4020 })
  rmSync(join(keysDir, 'data.key'))
  opensAll()
})

/** Runs the command as its own process until it ends or `enough` of its words; then it is killed with nothing tidied up. */
function runRekey(dataDir: string, enough: (said: string) => boolean): Promise<number | null> {
  const child = spawn(process.execPath, ['--conditions=@counter/source', '--import', 'tsx', REKEY], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += String(chunk)
    if (enough(said)) child.kill('SIGKILL')
  })
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)))
}
