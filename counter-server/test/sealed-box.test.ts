import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sealBox } from '@counter/shared/client/seal-box'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { expect, test } from 'vitest'
import { openBox } from '../src/store/sealed-box.ts'
import { layNextSealingKey, openSealingRing } from '../src/store/sealing-ring.ts'
import { createForgetter } from '../src/usecases/record/forget-by-age.ts'
import { aFolder } from './a-store.ts'
import { startHall } from './app.ts'

const NOW = '2026-06-12T01:40:00.000Z' as Instant
const words = new TextEncoder().encode('王秀英 420106195501010023')

test('[V31] what a phone seals opens at the centre, at its own place and nowhere else', async () => {
  const sealing = openSealingRing(aFolder())
  const box = await sealBox(sealing.newest(NOW), 'export/one/1', words)
  expect(openBox({ sealing }, 'export/one/1', box)?.toString()).toBe('王秀英 420106195501010023')
  expect(openBox({ sealing }, 'export/one/2', box)).toBe(null)
  expect(openBox({ sealing: openSealingRing(aFolder()) }, 'export/one/1', box)).toBe(null)
  expect(Buffer.from(box).includes('420106')).toBe(false)
})

test('[V31] a box with any byte changed or cut opens as nothing, and is no fault', async () => {
  const sealing = openSealingRing(aFolder())
  const box = await sealBox(sealing.newest(NOW), 'place', words)
  for (let at = 0; at < box.length; at += 1) {
    const changed = box.slice()
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(openBox({ sealing }, 'place', changed), `byte ${at}`).toBe(null)
    expect(openBox({ sealing }, 'place', box.slice(0, at)), `cut at ${at}`).toBe(null)
  }
})

test('[V31] a newer key is told, the older one opens its boxes until 400 days after, also over a restart', async () => {
  const folder = aFolder()
  const sealing = openSealingRing(folder)
  const box = await sealBox(sealing.newest(NOW), 'place', words)
  expect(layNextSealingKey(folder, NOW)).toBe(2)
  sealing.renew()
  expect(sealing.newest(NOW).number).toBe(2)
  expect(openBox({ sealing: openSealingRing(folder) }, 'place', box)).toEqual(Buffer.from(words))
  expect(sealing.forget(NOW)).toEqual([])
  expect(sealing.forget(instantOf(toMs(NOW) + 1))).toEqual([1])
  expect(openBox({ sealing }, 'place', box)).toBe(null)
  expect(readdirSync(folder)).toEqual(['sealing-2.key'])
})

test('[V31] an enrolled phone is told the key of its centre, which keeps the other half beside the record', async () => {
  const hall = await startHall()
  const phone = await hall.phone('05')
  const told = await phone.door.get('/api/sealing-key')
  expect(told.status).toBe(200)
  expect(told.body).toEqual({ number: 1, publicKey: expect.stringMatching(/^[\w-]{87}$/) })
  const clerk = await hall.clerkAt(1)
  expect((await clerk.get('/api/sealing-key')).status).toBe(403)
  const { deps } = hall.server.counter
  const { store } = deps
  const box = await sealBox(told.body, 'place', words)
  expect(openBox(store.keys, 'place', box)).toEqual(Buffer.from(words))
  const keysDir = join(hall.dataDir, 'keys')
  layNextSealingKey(keysDir, store.now())
  hall.clock.forward(400 * 86_400_000)
  await createForgetter(deps)()
  expect(readdirSync(keysDir)).toContain('sealing-1.key')
  hall.clock.forward(2 * 86_400_000)
  await createForgetter(deps)()
  expect(readdirSync(keysDir)).not.toContain('sealing-1.key')
  expect(openBox(store.keys, 'place', box)).toBe(null)
})
