import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newCommandId } from '@counter/shared/client/commands'
import { caseNumber } from '@counter/shared/vocabulary/number'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { loadKeys } from '../../counter-server/src/store/crypto.ts'
import { readErasures } from '../../counter-server/src/store/erasure-register.ts'
import { endNumbersOf } from '../../counter-server/src/store/village-numbers.ts'
import { lendNumbers } from '../../counter-server/src/usecases/village/lend-numbers.ts'
import type { VillageAgent } from '../../counter-server/src/usecases/village/village-agent.ts'
import { FRIDAY, type Hall, startHall } from '../../counter-server/test/app.ts'
import { attach } from '../../counter-server/test/case-file-fixture.ts'
import { receive } from '../../counter-server/test/case-files.ts'
import { openSession } from '../../counter-server/test/enrolled.ts'
import { jpeg } from '../../counter-server/test/file-bytes.ts'
import { plant } from '../verify/store-copy.ts'
import { makeBackup } from './make-backup.ts'
import { hashOfFile, manifestFile, readManifest, recordIn } from './manifest.ts'
import { restoreBackup } from './restore-backup.ts'
import { aFolder, backUp, hallOf, keysOf, restore } from './restored-hall.fixture.ts'

describe('a backup', () => {
  test('[R14, R16, R17] is made beside the server and restored into an empty folder: all is there, under another epoch, and nobody is signed in', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found } = await receive(clerk, 'MZ-001', 'accept')
    expect((await attach(hall, clerk, found.row.id, jpeg())).status).toBe(200)
    const backup = await backUp(hall)
    expect(readdirSync(backup).toSorted()).toEqual(['counter.db', 'files', 'manifest.json'])
    expect(readManifest(backup)).toMatchObject({
      madeAt: FRIDAY,
      files: 1,
      sha256: await hashOfFile(recordIn(backup)),
    })

    const later = await hallOf(hall, backup)
    const { store } = later.server.counter.deps
    expect(store.epoch).not.toBe(hall.server.counter.deps.store.epoch)
    const url = `/api/cases/${found.row.id}`
    const headers = { cookie: clerk.cookie, 'x-actor': 'staff' }
    expect((await later.server.counter.app.inject({ url, headers })).statusCode).toBe(401)
    const again = await later.signIn('clerk1')
    const { body } = await again.get(url)
    expect(body.row.number).toBe(found.row.number)
    const [audit, journal] = store.read(({ sql }) => [
      sql.prepare("SELECT count(*) FROM audit WHERE action = 'store.restored'").pluck().get(),
      sql.prepare("SELECT data FROM journal WHERE type = 'store.restored'").pluck().get() as string,
    ])
    expect(audit).toBe(1)
    expect(JSON.parse(String(journal))).toMatchObject({ backupAt: FRIDAY, epoch: store.epoch, skipped: 500 })
  })

  test('[V66] after a restore no series of numbers meets what was given out since the backup', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const first = await receive(clerk, 'MZ-001', 'accept')
    const backup = await backUp(hall)
    const since = await receive(clerk, 'MZ-001', 'accept')
    const later = await hallOf(hall, backup)
    const next = await receive(await later.signIn('clerk1'), 'MZ-001', 'accept')
    const serials = [first, since, next].map(({ case: { row } }) => row.number.slice(0, 12))
    expect(serials).toEqual(['2026-00-0001', '2026-00-0002', '2026-00-0502'])
  })

  test('[V62, V66] a number that had come back before the backup may stand on a slip since, and is lent to nobody', async () => {
    const hall = await startHall()
    const { store } = hall.server.counter.deps
    const numbers = await lentTo(hall, 'a-phone')
    await store.write((tx) => endNumbersOf(tx, 'a-phone', 'returned'))
    const backup = await backUp(hall)
    expect(await lentTo(hall, 'second-phone')).toEqual(numbers)
    const later = await hallOf(hall, backup)
    const lent = await lentTo(later, 'third-phone')
    expect(lent[0]).toBe(caseNumber(2026, '05', 551))
  })

  test('[P46, R17] brings back nobody whose data were removed since: the register beside the keys is applied again', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found } = await receive(clerk, 'LY-001', 'accept')
    const { id } = found.row
    await clerk.command(`/api/cases/${id}/withdraw`, { reason: '不办了' })
    hall.clock.to('2036-06-13T01:40:00.000Z')
    const backup = await backUp(hall)
    const [run] = (await (await hall.signIn('admin')).command('/api/retention')).body.runs
    const ran = await (await hall.signIn('supervisor')).command(`/api/retention/${run.id}/run`)
    expect([ran.status, readErasures(keysOf(hall))]).toEqual([
      200,
      [
        { kind: 'cases', id },
        { kind: 'ratings', id: expect.any(String) },
      ],
    ])
    const later = await hallOf(hall, backup)
    const names = later.server.counter.deps.store.read(({ sql }) =>
      sql.prepare('SELECT name_masked, hex(name_enc) FROM person').raw().all(),
    )
    expect(names).toEqual([['***', '']])
  })

  test('[R17, V80, P12] who was shut out after it was made stays out, and who was let in again is in', async () => {
    const hall = await startHall()
    const [lost, found, gone] = [await hall.phone('05'), await hall.phone('05'), await hall.phone('01')]
    const [supervisor, admin] = [await hall.signIn('supervisor'), await hall.signIn('admin')]
    const { items } = (await admin.get('/api/staff')).body
    const clerk = items.find(({ signInName }: { signInName: string }) => signInName === 'clerk2')
    const backup = await backUp(hall)
    const order = (id: string, act: string) =>
      supervisor.command(`/api/devices/${id}/${act}`, { reason: '掉在河里' })
    await order(lost.deviceId, 'lost')
    await order(found.deviceId, 'lost')
    await order(found.deviceId, 'found')
    await admin.command(`/api/devices/${gone.deviceId}/revoke`)
    const stopped = await admin.command(`/api/staff/${clerk.staffId}/stop`, { reason: '离职' })
    expect(stopped.status, JSON.stringify(stopped.body)).toBe(200)

    const later = await hallOf(hall, backup)
    const codeOf = async (phone: Parameters<typeof openSession>[1]) =>
      (await openSession(later.anonymous, phone)).body.code
    expect(await codeOf(lost)).toBe('device.lost')
    expect(await codeOf(found)).toBeUndefined()
    expect(await codeOf(gone)).toBe('device.revoked')
    await expect(later.signIn('clerk2')).rejects.toThrow('session.bad_credentials')
    const told = later.server.counter.deps.store.read(({ sql }) =>
      sql.prepare("SELECT data FROM journal WHERE type = 'store.shut_out_again' ORDER BY seq").pluck().all(),
    )
    expect(told).toHaveLength(5)
  })

  test('[R17, P20] a password that was ended after it was made opens nothing, one that was set before it does', async () => {
    const hall = await startHall()
    const admin = await hall.signIn('admin')
    const { items } = (await admin.get('/api/staff')).body
    const agent = items.find(({ signInName }: { signInName: string }) => signInName === 'v05')
    const before = await backUp(hall)
    const newCode = `/api/staff/${agent.staffId}/new-code`
    const { code } = (await admin.command(newCode, { reason: '忘了密码' })).body
    const set = { signInName: 'v05', code, password: 'Mianyang-2026-x' }
    expect((await (await hall.phone('05')).door.post('/api/sessions/first', set)).status).toBe(200)
    const after = await backUp(hall)

    const passwordAt = async (later: Hall, password: string | undefined) =>
      (await (await later.phone('05')).door.post('/api/sessions', { signInName: 'v05', password })).status
    const older = await hallOf(hall, before)
    const known = older.server.accounts?.find(({ signInName }) => signInName === 'v05')?.password
    expect(await passwordAt(older, known)).toBe(401)
    const newer = await hallOf(hall, after)
    expect(await passwordAt(newer, set.password)).toBe(200)
  })

  test('[R14] that does not open whole is none, and nothing of it stays', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found } = await receive(clerk, 'MZ-001', 'accept')
    await attach(hall, clerk, found.row.id, jpeg())
    const [name = ''] = readdirSync(join(hall.dataDir, 'files'))
    writeFileSync(join(hall.dataDir, 'files', name), 'not what was sealed')
    const backup = join(aFolder(), 'backup')
    const { dataDir, clock } = hall
    const made = makeBackup({ dataDir, keysDir: keysOf(hall), backup, now: clock.now() })
    await expect(made).rejects.toThrow('1 files do not open')
    expect(existsSync(backup)).toBe(false)
  })
})

describe('a restore', () => {
  test('[R17] goes into an empty folder only, and from a whole backup only', async () => {
    const hall = await startHall()
    const backup = await backUp(hall)
    await expect(restore(hall, backup, hall.dataDir)).rejects.toThrow('is not empty')
    rmSync(manifestFile(backup))
    await expect(restore(hall, backup, aFolder())).rejects.toThrow('is no whole backup')
  })

  test.each([
    [
      'a byte of it was changed',
      'is not what its manifest says',
      (backup: string) => {
        const bytes = readFileSync(recordIn(backup))
        bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
        writeFileSync(recordIn(backup), bytes)
      },
    ],
    [
      'its audit chain was cut in the middle',
      'of the audit chain does not fit',
      (backup: string) => {
        dropGuards(recordIn(backup), 'audit')
        plant(recordIn(backup), 'DELETE FROM audit WHERE seq = 2')
      },
    ],
    [
      'a row of a case is not what its events say',
      'differences in cases',
      (backup: string) => plant(recordIn(backup), `UPDATE "case" SET list_key = list_key || ' '`),
    ],
  ])(
    '[R12, R17] refuses a backup when %s, and leaves nothing a server would find',
    async (_what, words, spoil) => {
      const hall = await startHall()
      const clerk = await hall.clerkAt(1)
      await receive(clerk, 'MZ-001', 'accept')
      const backup = await backUp(hall)
      spoil(backup)
      // Who changes a copy could change what it says of itself; the record must tell by itself.
      if (words !== 'is not what its manifest says') await sayItIsSo(backup)
      const dataDir = join(aFolder(), 'data')
      await expect(restore(hall, backup, dataDir)).rejects.toThrow(words)
      expect(readdirSync(dataDir)).not.toContain('counter.db')
    },
  )

  test('[R16] refuses keys that are not those of the backup', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    await receive(clerk, 'MZ-001', 'accept')
    const backup = await backUp(hall)
    const keysDir = aFolder()
    loadKeys(keysDir, true)
    const places = { backup, dataDir: join(aFolder(), 'data'), keysDir, now: hall.clock.now }
    const restored = restoreBackup({ ...places, tell: () => undefined })
    await expect(restored).rejects.toThrow('row 1 of the audit chain does not fit')
  })
})

function lentTo({ server }: Hall, device: string): Promise<readonly string[]> {
  const { deps } = server.counter
  const origin = { actor: 'staff:v05', role: 'agent', device: null, commandId: null }
  const staff = { id: 'v05', displayName: '示例', unit: null, village: '05' } as VillageAgent['staff']
  return lendNumbers(
    deps,
    { deps, origin, staff },
    { device, requestId: newCommandId(), free: 0, waiting: 0 },
  )
}

function dropGuards(file: string, table: string): void {
  const database = new Database(file)
  const names = database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?")
    .pluck()
    .all(table) as string[]
  for (const name of names) database.exec(`DROP TRIGGER "${name}"`)
  database.close()
}

async function sayItIsSo(backup: string): Promise<void> {
  const manifest = { ...readManifest(backup), sha256: await hashOfFile(recordIn(backup)) }
  writeFileSync(manifestFile(backup), JSON.stringify(manifest))
}
