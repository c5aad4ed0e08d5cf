import { newCommandId } from '@counter/shared/client/commands'
import type { CaseId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { expect, test } from 'vitest'
import { countRows } from '../../../counter-server/test/a-store.ts'
import { startHall } from '../../../counter-server/test/app.ts'
import { submissionOf } from '../badlink/submission.ts'
import { aPhone, type ModelPhone } from './model-phone.ts'

const YEAR_MS = 365 * 86_400_000
const NOW = '2026-06-12T01:40:00.000Z'
const LOST_TWO_HOURS = '2026-06-11T23:40:00.000Z'

/** As the page writes it, which goes by the centre's day and not by the phone's (V78). */
async function takeCase(phone: ModelPhone, place: number): Promise<CaseId> {
  const { facts, photos } = submissionOf(7, place, '05' as VillageCode, '2026-12-01' as PlainDate)
  const [signature] = photos
  if (signature === undefined) throw new Error('no signature')
  const photo = { ...signature, size: signature.content.length, mime: 'image/jpeg' as const }
  const caseId = newCommandId() as string as CaseId
  await phone.capture({ type: 'case.register', itemVersion: 1, payload: facts }, caseId, [photo])
  await phone.note(caseId, '补记')
  await phone.settle()
  const { outbox } = phone.tabs[0]?.getState() ?? { outbox: [] }
  expect(new Set(outbox.map(({ state }) => state))).toEqual(new Set(['done']))
  return caseId
}

test('[V76, V77, R8, V100] a phone three years off either way that jumps at the capture, and a centre that loses two hours, stop nothing, and no event is older than the one before it', async () => {
  const hall = await startHall()
  const phone = await aPhone(hall, 'v05')
  await phone.settle()
  const taken: CaseId[] = []
  for (const jump of [0, 3 * YEAR_MS, -6 * YEAR_MS, 3 * YEAR_MS]) {
    phone.setClock(jump)
    taken.push(await takeCase(phone, taken.length))
  }
  hall.clock.to(LOST_TWO_HOURS)
  taken.push(await takeCase(phone, taken.length))

  const { store } = hall.server.counter.deps
  expect(countRows(store, ['case', 'log_book'])).toEqual({ case: 5, log_book: 5 })
  const times = store.read(({ sql }) =>
    sql.prepare('SELECT recorded_at FROM case_event ORDER BY seq').pluck().all(),
  )
  expect(times).toEqual([...times].sort())
  const supervisor = await hall.roleCaller('supervisor')
  for (const caseId of taken) {
    const { agency } = (await supervisor.get(`/api/cases/${caseId}`)).body
    expect(agency.capturedAt <= NOW, agency.capturedAt).toBe(true)
    expect(agency.capturedAt > '2026-06-11', agency.capturedAt).toBe(true)
  }
})

test.each([
  ['three years fast', 3 * YEAR_MS],
  ['three years slow', -3 * YEAR_MS],
])(
  '[V61, V62, V78] a phone %s burns no number, and its slips show those that it was lent',
  async (_how, by) => {
    const hall = await startHall()
    const phone = await aPhone(hall, 'v05')
    phone.setClock(by)
    await phone.settle()
    for (let turn = 0; turn < 6; turn += 1) {
      phone.wait(11 * 60_000)
      for (const tab of phone.tabs) await tab.getState().drain()
    }
    const { store } = hall.server.counter.deps
    expect(countRows(store, ['village_number'])).toEqual({ village_number: 50 })
    // Offline, by what it last heard of the centre's time.
    phone.line.way = 'lost'
    const offline = await phone.register(1)
    expect(offline).toMatchObject({ number: '2026-05-0001-A', provisional: null })
    phone.setClock(-by)
    await phone.settle()
    expect(await phone.register(2)).toMatchObject({ number: '2026-05-0002-D', provisional: null })
    await phone.settle()
    expect(countRows(store, ['village_number', 'case'])).toEqual({ village_number: 50, case: 2 })
    expect(phone.tabs[0]?.getState().numbersLeft).toBe(48)
  },
)
