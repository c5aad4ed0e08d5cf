import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import { expect, onTestFinished, test } from 'vitest'
import { loadKeys } from '../../../counter-server/src/store/crypto.ts'
import { countLights } from '../../../counter-server/src/store/light-counts.ts'
import { chanceOf } from '../../play/chance.ts'
import { verifyCases } from '../../verify/verify-cases.ts'
import { NOW, openTownship, writeTownship } from './big-township.ts'
import { boardReadings, searchReadings } from './measured-readings.ts'

const CASES = 120

test('[C301] a made-up township is what its events make of it, and boards and searches find their way in it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'township-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const place = { file: join(folder, 'counter.db'), keys: loadKeys(join(folder, 'keys'), true) }
  const { cases, open, events, known } = await writeTownship(place, CASES)
  expect(cases).toBe(CASES)
  expect(open).toBeGreaterThan(0)
  expect(open).toBeLessThan(CASES / 2)
  expect(verifyCases(place.file)).toMatchObject({ cases: CASES, counted: CASES, events, differences: 0 })

  const deps = await openTownship(place, () => toMs(NOW))
  onTestFinished(() => deps.store.close())
  const { lights } = deps.store.read((tx) => countLights(tx, { from: NOW, to: NOW }, {}))
  expect(Object.values(lights).reduce((sum, count) => sum + count, 0)).toBe(open)
  // A search that finds nothing throws.
  for (const { read } of searchReadings(deps, known, chanceOf(1, 'searches')))
    expect(read()).toContain('"number"')
  for (const { read } of boardReadings(deps, chanceOf(1, 'boards'))) expect(read()).toMatch(/^[[{]/)
})
