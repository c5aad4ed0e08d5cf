import { newCommandId } from '@counter/shared/client/commands'
import { expect, test } from 'vitest'
import { FRIDAY, startHall } from '../../../counter-server/test/app.ts'
import { aRegistration, type Frozen, freeze, syncBody } from '../../../counter-server/test/village-fixture.ts'
import { chanceOf } from '../../play/chance.ts'
import { newResident } from '../../play/residents.ts'
import { withSteps } from '../steps/statement-steps.ts'
import { brought, exported, statusesOf } from './exported.fixture.ts'
import { aPhone } from './model-phone.ts'

/** Residents with values that may stand in no line of the log: name, number, phone, what was noted and the slip's secrets. */
const RESIDENTS = Array.from({ length: 8 }, (_, place) => {
  const { idNo, phone } = newResident(chanceOf(20260613, `log ${place}`))
  const queryCode = `7K3F9QP${place}`
  return {
    applicant: { name: `金丝雀${place}号`, idNo, phone, village: '05' },
    note: `金丝备注${place}，住在坡上`,
    secrets: { queryCode, token: `canary${place}hijklmnopqrstuv` },
  }
})
const CANARIES = RESIDENTS.flatMap(({ applicant: { name, idNo, phone }, note, secrets }) => [
  ...[name, idNo, phone, note],
  ...Object.values(secrets),
])
const leaks = (text: string) => CANARIES.filter((canary) => text.includes(canary))

type Change = Record<string, unknown>

function aCanary(place: number, change: Change = {}, header: Change = {}): Frozen {
  const { applicant, secrets } = RESIDENTS[place] ?? { applicant: {}, secrets: {} }
  return aRegistration({ applicant, secrets, ...change }, { seq: place + 1, ...header })
}

/** A hall whose log is kept down to its finest line. */
async function aLoggedHall() {
  const lines: string[] = []
  const phones = new Map<string, string>()
  const hall = await startHall({ phones, logTo: { write: (line) => void lines.push(line) } })
  return { hall, phones, log: () => lines.join('') }
}

test('[V42, V100] no value of a resident stands in the log: not of what is taken, refused, broken or at fault', async () => {
  const { hall, log } = await aLoggedHall()
  const agent = await hall.signIn('v05')
  const send = (...commands: readonly Frozen[]) => agent.post('/sync', syncBody(commands))
  const taken = aCanary(0)
  const note = freeze('note.add', { text: RESIDENTS[0]?.note }, { caseId: taken.header['caseId'] })
  const known = { id: taken.header['id'], caseId: taken.header['caseId'] }
  const { applicant } = RESIDENTS[1] ?? {}
  const answer = await send(
    taken,
    note,
    aCanary(1, { item: 'SB-005' }),
    aCanary(1, { applicant: { ...applicant, village: '06' } }),
    aCanary(1, { applicant: { ...applicant, nickname: RESIDENTS[1]?.note } }),
    aCanary(1, {}, { payloadHash: '0'.repeat(64) }),
    aCanary(1, {}, known),
  )
  expect(answer.body.results.map(({ code }: { code: string | null }) => code)).toEqual([
    ...[null, null, 'item.in_person_required', 'person.other_village'],
    ...['command.malformed', 'command.malformed', 'command.reused'],
  ])
  // Bodies that are no sync at all: a word where a form stands, and text that is no JSON.
  expect((await agent.post('/sync', { ...syncBody([]), commands: RESIDENTS[2] })).status).toBe(400)
  const torn = JSON.stringify(aCanary(2)).replaceAll('"name":', '"name":x')
  const headers = { 'x-actor': 'staff', cookie: agent.cookie, origin: 'http://127.0.0.1:8080' }
  const unread = await hall.server.counter.app.inject({
    method: 'POST',
    url: '/sync',
    headers: { ...headers, 'content-type': 'application/json' },
    payload: torn,
  })
  expect(unread.statusCode).toBe(400)
  const looked = { number: answer.body.results[0].number, code: RESIDENTS[3]?.secrets.queryCode }
  expect((await hall.anonymous.post('/api/track/case', looked)).status).not.toBe(200)
  // A fault at each statement that stores something of the command.
  for (let failing = 7; failing < 30; failing += 1)
    await withSteps(
      (step, source) => {
        if (step === failing) throw new Error(`planted before ${source.slice(0, 30)}`)
      },
      () => send(aCanary(4)),
    )
  expect(log().match(/"fault of one command"/g)?.length).toBeGreaterThan(15)
  expect(leaks(log())).toEqual([])
  // Whoever looks finds one that is there (R41).
  expect(leaks(log() + JSON.stringify(taken))).toHaveLength(5)
})

test('[V79, V80, V100] no value of a resident stands in the log when a file is brought or a lost phone hands over', async () => {
  const { hall, phones, log } = await aLoggedHall()
  const device = await hall.phone('05')
  phones.set('05', device.door.cookie)
  const phone = await aPhone(hall, 'v05')
  await phone.settle()
  phone.line.way = 'lost'
  for (const [place, { applicant, note }] of RESIDENTS.slice(0, 3).entries()) {
    const village = place === 2 ? '06' : '05'
    const { caseId } = await phone.register(place, { ...applicant, village } as never)
    await phone.note(caseId, note)
  }
  const clerk = await hall.clerkAt(1)
  const lines = await exported(hall, device, phone)
  expect(statusesOf(await brought(clerk, lines, 'look')).length).toBeGreaterThan(6)
  const statuses = statusesOf(await brought(clerk, lines, 'take'))
  expect(statuses.filter((status) => status === 'command applied')).toHaveLength(4)

  const agent = await device.signIn('v05')
  const author = (await agent.get('/api/sessions/own')).body.staffId as string
  const supervisor = await hall.roleCaller('supervisor')
  await supervisor.command(`/api/devices/${device.deviceId}/lost`, { reason: '掉在河里' })
  const lost = await device.lost()
  const handed = await lost.post('/sync/lost', {
    protocol: 1,
    nonce: 'nonce-of-the-lost',
    deviceNow: FRIDAY,
    commands: [
      { author, ...aCanary(5) },
      { author, ...aCanary(6, {}, { pointId: '01' }) },
      { author: newCommandId(), ...aCanary(7) },
    ],
    free: [],
    left: { commands: 0, files: 0 },
  })
  expect(handed.body.results.map(({ isKept }: { isKept: boolean }) => isKept)).toEqual([true, false, false])
  const [waiting] = (await supervisor.get('/api/village-attention')).body.items.slice(-1)
  await supervisor.command(`/api/village-attention/${waiting.id}/solve`, { how: 'apply', reason: '问过' })
  expect(log()).not.toBe('')
  expect(leaks(log())).toEqual([])
})
