import type { PlainDate } from '@counter/shared/vocabulary/time'
import { expect, test } from 'vitest'
import { keepCopy, readCopy } from '../../../clerk-ui/src/outbox/case-copies.ts'
import { dataKey } from '../../../clerk-ui/src/outbox/vault.ts'
import { PEOPLE_TOPIC, WALK_TOPIC } from '../../../clerk-ui/src/screens/village/copy-topics.ts'
import { newDraft } from '../../../clerk-ui/src/screens/village/draft.ts'
import { forgetPeople, keepPerson, readPeople } from '../../../clerk-ui/src/screens/village/recent-people.ts'
import { forgetWalks, readWalk } from '../../../clerk-ui/src/screens/village/walk.ts'
import { startHall } from '../../../counter-server/test/app.ts'
import { chanceOf } from '../../play/chance.ts'
import { newResident } from '../../play/residents.ts'
import { applyCommit, type DiskImage } from '../badlink/disk-image.ts'
import { aPhone } from './model-phone.ts'
import { textOn } from './text-on-disk.ts'

const DAY_MS = 86_400_000
const TODAY = '2026-06-12' as PlainDate

const RESIDENTS = Array.from({ length: 10 }, (_, place) => {
  const { idNo, phone } = newResident(chanceOf(20260614, `kept ${place}`))
  return { name: `金丝雀${place}号`, idNo, phone, group: `金丝巷${place}组`, note: `金丝备注${place}` }
})

/** What V42 lets an open phone keep: of people of late what is typed of them, of a walk phone and group. */
const ALLOWED: Readonly<Record<string, readonly (keyof (typeof RESIDENTS)[number])[]>> = {
  [PEOPLE_TOPIC]: ['name', 'idNo', 'phone', 'group'],
  [WALK_TOPIC]: ['phone', 'group'],
}

/** Which kinds of value of a resident a text holds. */
const kindsIn = (text: string) =>
  (['name', 'idNo', 'phone', 'group', 'note'] as const).filter((kind) =>
    RESIDENTS.some((each) => text.includes(each[kind])),
  )

/** An agent has registered and noted all of them, and what waited is acknowledged. */
async function anEmptiedPhone() {
  const hall = await startHall()
  const image: DiskImage = new Map()
  const phone = await aPhone(hall, 'v05', {
    image: new Map(),
    committed: (commit) => applyCommit(image, structuredClone(commit)),
    passes: () => undefined,
  })
  phone.line.way = 'lost'
  const cases: string[] = []
  for (const [place, { name, idNo, phone: number, group, note }] of RESIDENTS.entries()) {
    const { caseId } = await phone.register(place, { name, idNo, phone: number, address: group })
    await phone.note(caseId, note)
    cases.push(caseId)
    await keepPerson({ ...newDraft(TODAY), name, idNo, phone: number, group }, place)
  }
  await phone.settle()
  expect(new Set(phone.tabs[0]?.getState().outbox.map(({ state }) => state))).toEqual(new Set(['done']))
  const agent = phone.line.caller
  if (agent === null) throw new Error('nobody is signed in')
  const { status, body } = await agent.post('/api/walks', { cases: cases.slice(0, 5) })
  expect(status, JSON.stringify(body)).toBe(200)
  await keepCopy(WALK_TOPIC, body, 0)
  return { phone, image }
}

/** Every value on the whole disk that the key in memory opens, by the name under which it lies. */
async function openedOf(image: DiskImage): Promise<ReadonlyMap<string, string>> {
  expect(dataKey()).not.toBeNull()
  const shelves = [...image.values()].flatMap((book) => [...book].filter(([name]) => name === 'cache'))
  const names = shelves.flatMap(([, { rows }]) => [...rows.keys()])
  const topics = names.map((name) => name.split('/').slice(2).join('/'))
  const opened = await Promise.all(
    topics.map(async (topic) => [topic, textOn(await readCopy(topic))] as const),
  )
  return new Map(opened)
}

test('[V42, V100] of what the centre has, an open phone keeps the people of late and the walk and nothing else, each only for its time', async () => {
  const { phone, image } = await anEmptiedPhone()
  // As it lies there, nobody reads a word of it.
  expect(kindsIn(textOn(image))).toEqual([])
  const opened = await openedOf(image)
  for (const [topic, text] of opened) expect(kindsIn(text), topic).toEqual(ALLOWED[topic] ?? [])
  expect([...opened.keys()]).toEqual(expect.arrayContaining(Object.keys(ALLOWED)))

  expect((await readPeople(30 * DAY_MS)).map(({ name }) => name)).not.toContain(RESIDENTS[0]?.name)
  expect(await readPeople(31 * DAY_MS)).toEqual([])
  expect(kindsIn((await openedOf(image)).get(PEOPLE_TOPIC) ?? '')).toEqual([])
  expect((await readWalk(DAY_MS - 1))?.walk.items).toHaveLength(5)
  expect(await readWalk(DAY_MS)).toBeNull()
  await forgetWalks(DAY_MS)
  await forgetPeople(60 * DAY_MS)
  expect((await openedOf(image)).has(PEOPLE_TOPIC)).toBe(true)
  await forgetPeople(61 * DAY_MS)
  const left = await openedOf(image)
  expect([left.has(WALK_TOPIC), left.has(PEOPLE_TOPIC)]).toEqual([false, false])
  phone.lock()
  expect(await readCopy(PEOPLE_TOPIC)).toBeNull()
})
