/** What a phone filed without a network, as the centre and the resident have it afterwards. */
import { deepEqual, equal, ok } from 'node:assert/strict'
import { CaseList } from '@counter/shared/contract/case-lists'
import { CaseDetail } from '@counter/shared/contract/cases'
import type { Page } from 'playwright-core'
import { required } from '../../api/caller.ts'
import { says, stands } from '../see.ts'
import { SIZES, type Stage } from '../stage.ts'
import { contentAtCentre, isDrawnAnew } from './phone-pictures.ts'

const MINUTES_MS = 15 * 60_000
/** The paper that was photographed before the page was killed, and once more after it. */
const PAPER = '注销登记表'

/** Each number stands on one case, and the last has its photos as the phone froze them (V28, V68). */
export async function arrivedOnce(stage: Stage, page: Page, numbers: readonly string[]): Promise<void> {
  const supervisor = await stage.signIn('supervisor')
  const { items } = required(await supervisor.get('/api/cases?village=03&limit=50', CaseList), 'the cases')
  deepEqual(items.map((row) => row.number).sort(), [...numbers].sort())
  const last = items.find((row) => row.number === numbers.at(-1))
  const { row, agency, materials } = required(
    await supervisor.get(`/api/cases/${last?.id}`, CaseDetail),
    'the case',
  )
  ok(materials.every(({ files }) => files.every(({ isStored }) => isStored)))
  const files = materials.find(({ name }) => name === PAPER)?.files ?? []
  equal(files.length, 2)
  // The camera's own is the larger one.
  for (const file of files.toSorted((one, other) => other.size - one.size).slice(0, 1))
    await isDrawnAnew(page, await contentAtCentre(stage.url, supervisor, row.id, file), file)
  const late = Date.parse(row.receivedAt) - Date.parse(agency?.capturedAt ?? '')
  ok(late >= 0 && late < MINUTES_MS, `captured ${late} ms before it was received`)
}

/** The code that the resident was given without a network opens the case, now that the centre has it (V64, V65). */
export async function followsSlip(stage: Stage, address: string, number: string): Promise<void> {
  const { pathname, hash } = new URL(address)
  const resident = await stage.openPage(`${pathname}${hash}`, SIZES.phone)
  await stands(resident, 'P-2', 'received')
  await says(resident, number)
  await resident.context().close()
}
