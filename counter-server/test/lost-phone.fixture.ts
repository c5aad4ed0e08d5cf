import { uuidv7 } from 'uuidv7'
import { expect } from 'vitest'
import { type Caller, FRIDAY, type Phone, startHall } from './app.ts'
import { type Frozen, sync } from './village-fixture.ts'

/** A phone that was lent numbers and was reported lost, as itself, and its agent at another phone of the point. */
export async function aLostPhone() {
  const hall = await startHall()
  const phone = await hall.phone('05')
  const agent = await phone.signIn('v05')
  const supervisor = await hall.roleCaller('supervisor')
  const numbers = (await sync(agent, [], { leases: { requestId: uuidv7(), free: 0 } })).leases ?? []
  const { staffId } = (await agent.get('/api/sessions/own')).body as { staffId: string }
  const order = (act: string) =>
    supervisor.command(`/api/devices/${phone.deviceId}/${act}`, { reason: '掉在河里' })
  await order('lost')
  const items = async () => (await supervisor.get('/api/village-attention')).body.items
  const kept = { hall, phone, supervisor, numbers, staffId, order, items }
  return { ...kept, lost: await phone.lost(), other: await anotherPhone(await hall.phone('05')) }
}

// The agent is given another phone of the point.
const anotherPhone = (phone: Phone) => phone.signIn('v05')

interface Told {
  readonly author: string
  readonly left?: { readonly commands: number; readonly files: number }
  readonly free?: readonly string[]
}

/** One `POST /sync/lost`, which is answered. */
export async function handOver(lost: Caller, commands: readonly Frozen[], { author, ...change }: Told) {
  const answer = await lost.post('/sync/lost', {
    protocol: 1,
    nonce: 'nonce-of-the-lost',
    deviceNow: FRIDAY,
    commands: commands.map((command) => ({ author, ...command })),
    free: [],
    left: { commands: 0, files: 0 },
    ...change,
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}
