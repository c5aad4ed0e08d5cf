import { readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import type { CaseId } from '@counter/shared/vocabulary/ids'
import { expect, test } from 'vitest'
import { sha256 } from '../src/store/crypto.ts'
import { addHallFile } from '../src/store/files.ts'
import { createFileTidier } from '../src/usecases/files/tidy-files.ts'
import { type Hall, startHall } from './app.ts'
import { attach } from './case-file-fixture.ts'
import { receive } from './case-files.ts'
import { jpeg } from './file-bytes.ts'

const PHOTO = jpeg()
const onDisk = (hall: Hall) => readdirSync(join(hall.dataDir, 'files'))

/** The other work gets every turn it can take. */
async function othersHaveTheirTurn(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate)
}

test('[V72] a content whose row commits after the sweep has looked stays', async () => {
  const hall = await startHall({ changesRowsByHand: true })
  const { case: found } = await receive(await hall.clerkAt(1), 'MZ-001', 'accept')
  const { store, files } = hall.server.counter.deps
  const event = found.events[0].id
  const faults: unknown[] = []
  const tidy = createFileTidier({ deps: { store }, ...files, onFault: (error) => faults.push(error) })
  hall.clock.to('2026-08-12T01:40:00.000Z')

  let sweeping: Promise<void> | undefined
  await files.shelf.keep(PHOTO, async (storedAs) => {
    const long = new Date('2026-06-01T00:00:00Z')
    utimesSync(join(hall.dataDir, 'files', storedAs), long, long)
    // The sweep lists the content as an old one that no row names, and then the row commits.
    sweeping = tidy()
    await othersHaveTheirTurn()
    const file = { sha256: sha256(PHOTO), role: 'other', size: PHOTO.length, storedAs, event }
    await store.write((tx) => addHallFile(tx, found.row.id as CaseId, { ...file, mime: 'image/jpeg' }))
  })
  await sweeping
  expect(faults).toEqual([])
  const row = store.read((tx) => tx.sql.prepare('SELECT sha256, stored_as AS storedAs FROM file').get())
  expect(await files.shelf.open(row as { sha256: string; storedAs: string })).toEqual(Buffer.from(PHOTO))
})

test('[V72] a content that one case no longer needs while another one gets it stays', async () => {
  const hall = await startHall({ changesRowsByHand: true })
  const clerk = await hall.clerkAt(1)
  const first = (await receive(clerk, 'MZ-001', 'accept')).case.row.id
  const second = (await receive(clerk, 'LY-001', 'accept')).case.row.id
  await attach(hall, clerk, first, PHOTO)
  const { store, files } = hall.server.counter.deps
  const [name = ''] = onDisk(hall)
  await store.write((tx) => {
    tx.sql.prepare('DELETE FROM case_file').run()
    tx.sql.prepare('DELETE FROM file').run()
  })
  // The rows are gone and the content is about to go, as when a case is erased.
  const [, added] = await Promise.all([files.shelf.drop([name]), attach(hall, clerk, second, PHOTO)])
  expect(added.status).toBe(200)
  const { sha256: hash } = added.body.case.otherFiles[0]
  expect((await clerk.get(`/api/cases/${second}/files/${hash}`)).status).toBe(200)
})

test('[R9, V72] a content whose row is refused goes at once, and one of an unknown end stays for the sweep', async () => {
  const hall = await startHall()
  const { case: found } = await receive(await hall.clerkAt(1), 'MZ-001', 'accept')
  const { files } = hall.server.counter.deps
  const clerk = await hall.signIn('clerk2')
  expect((await attach(hall, clerk, found.row.id, PHOTO, { material: '别的' })).body.code).toBe(
    'material.unknown',
  )
  expect(onDisk(hall)).toEqual([])
  const fault = files.shelf.keep(PHOTO, () => Promise.reject(new Error('the commit was not answered')))
  await expect(fault).rejects.toThrow('not answered')
  expect(onDisk(hall)).toHaveLength(1)
})
