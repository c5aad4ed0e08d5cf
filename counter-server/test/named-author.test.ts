import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { type Caller, type Hall, startHall } from './app.ts'
import { aLostPhone, handOver } from './lost-phone.fixture.ts'
import { aRegistration, freeze, sync, syncOne } from './village-fixture.ts'

const idOf = async (caller: Caller) => (await caller.get('/api/sessions/own')).body.staffId as string

/** The one of 06 was moved to the point of the other. */
async function moveToPoint(admin: Caller): Promise<void> {
  const { items } = (await admin.get('/api/staff')).body
  const account = items.find(({ signInName }: { signInName: string }) => signInName === 'v06')
  const { displayName, role, unit, posts, windows, version: expectedVersion } = account
  const post = { displayName, role, unit, posts, windows, village: '05', expectedVersion, reason: '调岗' }
  const moved = await admin.command(`/api/staff/${account.staffId}/change`, post)
  expect(moved.status, JSON.stringify(moved.body)).toBe(200)
}

// Each at a phone of the point.
const signedIn = async (hall: Hall, name: string) => (await hall.phone('05')).signIn(name)

/** Two agents of point 05. */
async function twoAgents() {
  const hall = await startHall()
  await moveToPoint(await hall.roleCaller('admin'))
  const [agent, other] = [await signedIn(hall, 'v05'), await signedIn(hall, 'v06')]
  const supervisor = await hall.roleCaller('supervisor')
  const items = async () => (await supervisor.get('/api/village-attention')).body.items
  return { agent, other, items, authorId: await idOf(agent), otherId: await idOf(other) }
}

const aQuestion = () =>
  freeze('consult.log', { item: null, question: '能办吗', answer: '已答复', isReferred: false })

describe('the author whom a header names', () => {
  test('[V29, V35] is who sends it; what names another is refused by itself, kept nowhere, and taken when its author sends it', async () => {
    const { agent, other, items, authorId } = await twoAgents()
    const [own, before, foreign] = [
      aRegistration({}, { authorId }),
      aQuestion(),
      aRegistration({}, { authorId }),
    ]
    expect((await syncOne(agent, own)).status).toBe('applied')
    const { results } = await sync(other, [before, foreign, aQuestion()])
    expect(results.map(({ status }) => status)).toEqual(['applied', 'attention', 'applied'])
    expect(results[1]).toMatchObject({
      code: 'author.differs',
      message: '这一条是别人登记的，请由登记人自己发送',
      messageEn: 'Somebody else captured this entry. Its author sends it',
      number: null,
      stored: false,
    })
    expect(await items()).toEqual([])
    expect((await syncOne(agent, foreign)).code).toBeNull()
  })

  test('[V29, V49] is looked at before the receipt: another learns nothing of what was taken', async () => {
    const { agent, other, authorId } = await twoAgents()
    const command = aRegistration({}, { authorId })
    const { number } = await syncOne(agent, command)
    const told = await syncOne(other, command)
    expect(told).toMatchObject({ code: 'author.differs', number: null, queryCode: null, link: null })
    expect(await syncOne(agent, command)).toMatchObject({ status: 'duplicate', number })
  })

  test('[V29, V58] may be left out, as pages of before did, and is nothing but an id', async () => {
    const { agent } = await twoAgents()
    const { results } = await sync(agent, [
      aRegistration(),
      aRegistration({}, { authorId: 'v05' }),
      aRegistration({}, { authorId: null }),
    ])
    expect(results.map(({ code }) => code)).toEqual([null, 'command.malformed', 'command.malformed'])
  })

  test('[V29, V80] is whom a lost phone says: what it brings under another name is not kept, and nobody is told of it', async () => {
    const { lost, staffId, items } = await aLostPhone()
    const [own, foreign] = [
      aRegistration({}, { authorId: staffId }),
      aRegistration({}, { authorId: uuidv7() }),
    ]
    const unread = { ...aRegistration({}, { authorId: uuidv7() }), payload: {} }
    const { results, wipe } = await handOver(lost, [own, foreign, unread], { author: staffId })
    expect(results.map(({ isKept }: { isKept: boolean }) => isKept)).toEqual([true, false, false])
    expect(wipe).toBe(false)
    expect((await items()).map(({ id }: { id: string }) => id)).toEqual([own.header['id']])
  })
})
