import { expect } from 'vitest'
import { type HallOptions, startHall } from './app.ts'
import { aRegistration, caseOfFiveDays, freeze, putFile, SIGNATURE, syncOne } from './village-fixture.ts'

type Payload = Record<string, unknown>

/** The point of village 05 with a clerk of the hall, and cases as far as a test wants them. */
export async function atPoint(options: HallOptions = {}) {
  const hall = await startHall(options)
  let agent = await hall.signIn('v05')
  const clerk = await hall.clerkAt(1)

  const registered = async (change: Payload = {}, header: Payload = {}): Promise<string> => {
    const command = aRegistration(change, header)
    expect(await syncOne(agent, command)).toMatchObject({ code: null })
    await putFile(hall, agent, SIGNATURE)
    return command.header['caseId'] as string
  }

  /** Sent the moment it is captured, unless the header says otherwise. */
  const send = (type: string, payload: Payload, header: Payload) => {
    const deviceNow = hall.clock.now()
    return syncOne(agent, freeze(type, payload, { capturedAt: deviceNow, ...header }), { deviceNow })
  }

  const act = async (caseId: string, name: string, body: object) => {
    const answer = await clerk.command(`/api/cases/${caseId}/${name}`, body)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    return answer.body
  }

  /** With a notice of missing papers on its way to the resident. */
  const noticed = async (header: Payload = {}, change: Payload = {}): Promise<string> => {
    const caseId = await registered({ ...caseOfFiveDays(), ...change }, header)
    const name = (await clerk.get(`/api/cases/${caseId}`)).body.materials[0].name as string
    await act(caseId, 'request-supplement', { materials: [{ name, how: '缺签字' }] })
    return caseId
  }

  /** Decided at once, so that its result is there. */
  const decided = async (change: Payload = {}): Promise<string> => {
    const caseId = await registered(change)
    await act(caseId, 'finish-on-spot', { result: '已答复' })
    return caseId
  }

  const delivered = async (): Promise<string> => {
    const caseId = await decided()
    expect(await send('result.deliver', { receiver: '示例甲' }, { caseId })).toMatchObject({ code: null })
    return caseId
  }

  /** The agent's session of yesterday is over; the clerk has left. */
  const nextDay = async () => {
    hall.clock.forward(86_400_000)
    await again()
  }
  const again = async () => {
    agent = await hall.signIn('v05')
  }

  const eventsOf = async (caseId: string): Promise<{ type: string; text: string | null }[]> =>
    (await agent.get(`/api/cases/${caseId}`)).body.events
  const lastOf = async (caseId: string) => (await eventsOf(caseId)).at(-1)

  return {
    hall,
    agent: () => agent,
    clerk,
    nextDay,
    again,
    registered,
    send,
    act,
    noticed,
    decided,
    delivered,
    eventsOf,
    lastOf,
  }
}
