import { sealBox } from '@counter/shared/client/seal-box'
import type { DeviceId, StaffId } from '@counter/shared/vocabulary/ids'
import { recoveryPlace } from '@counter/shared/vocabulary/recovery-copy'
import { describe, expect, test } from 'vitest'
import { type Caller, type Hall, startHall } from './app.ts'
import { journalOf } from './desk.ts'

const MINUTE_MS = 60_000
const KEY = Uint8Array.from({ length: 32 }, (_, place) => place)
const TOLD = Buffer.from(KEY).toString('base64url')

/** A phone of 石桥村 at which its agent has just given the password, with the copy that it made of its agent's key. */
async function aPhone() {
  const hall = await startHall()
  const phone = await hall.phone('05')
  const agent = await phone.signIn('v05')
  const { staffId } = (await agent.get('/api/sessions/own')).body
  const supervisor = await hall.roleCaller('supervisor')
  const { body: sealing } = await phone.door.get('/api/sealing-key')
  const boxOf = async (device: DeviceId, staff: StaffId, content = KEY) =>
    Buffer.from(await sealBox(sealing, recoveryPlace(device, staff), content)).toString('base64url')
  const newCode = async (change: object = {}): Promise<string> => {
    const asked = { kind: 'village', name: '石桥村手机', village: '05', ...change }
    const answer = await (await hall.roleCaller('supervisor')).command('/api/enrolments', asked)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    return answer.body.code
  }
  const box = await boxOf(phone.deviceId, staffId)
  return { hall, phone, agent, staffId: staffId as StaffId, supervisor, boxOf, box, newCode }
}

async function recover(caller: Caller, code: string, box: string): Promise<string> {
  const { status, body } = await caller.post('/api/devices/recovery', { code, box })
  return status === 200 ? body.key : body.code
}

const auditOf = (hall: Hall) =>
  hall.server.counter.deps.store.read((tx) =>
    tx.sql
      .prepare("SELECT action, subject, result FROM audit WHERE action LIKE 'recovery%' ORDER BY rowid")
      .all(),
  )

describe('the key that ten wrong PINs erased', () => {
  test('[V33, V34] comes back to its phone against a code of the supervisor, once, and it is written who got it', async () => {
    const { hall, phone, agent, staffId, supervisor, box, newCode } = await aPhone()
    const code = await newCode()
    expect(await recover(agent, code, box)).toBe(TOLD)
    expect(auditOf(hall)).toEqual([{ action: 'recovery.opened', subject: phone.deviceId, result: 'done' }])
    const { staffId: by } = (await supervisor.get('/api/sessions/own')).body
    expect(journalOf(hall, 'device.recovered')).toEqual([
      { village: '05', agent: staffId, by: `staff:${by}` },
    ])
    expect(await recover(agent, code, box)).toBe('enrol.code_spent')
    expect(auditOf(hall)).toHaveLength(2)
    // Nor does the code let another phone in; a new one brings the same key back again.
    const publicKey = { x: 'A'.repeat(43), y: 'A'.repeat(43) }
    const enrolled = await hall.anonymous.post('/api/devices/enrol', { code, publicKey })
    expect(enrolled.body.code).toBe('enrol.code_spent')
    expect(await recover(agent, await newCode(), box)).toBe(TOLD)
  })

  test('[V34] is given for no code of another village, another device, or one that is too old', async () => {
    const { hall, agent, box, newCode } = await aPhone()
    expect(await recover(agent, await newCode({ village: '06' }), box)).toBe('enrol.code_wrong')
    expect(await recover(agent, await newCode({ kind: 'kiosk', village: undefined }), box)).toBe(
      'enrol.code_wrong',
    )
    const old = await newCode()
    hall.clock.forward(10 * MINUTE_MS + 1)
    expect(await recover(agent, old, box)).toBe('enrol.code_wrong')
  })

  test('[V34, P22] is out of reach for ten minutes after five wrong codes', async () => {
    const { hall, agent, box, newCode } = await aPhone()
    for (let nth = 0; nth < 5; nth += 1)
      expect(await recover(agent, 'ABCD-2345', box)).toBe('enrol.code_wrong')
    expect(await recover(agent, await newCode(), box)).toBe('enrol.code_spent')
    hall.clock.forward(10 * MINUTE_MS + 1)
    expect(await recover(agent, await newCode(), box)).toBe(TOLD)
  })

  test('[V34] opens for no other phone and no other agent, and the code is not spent on it', async () => {
    const { hall, phone, agent, staffId, boxOf, box, newCode } = await aPhone()
    const other = await hall.phone('05')
    const code = await newCode()
    expect(await recover(await other.signIn('v05'), code, box)).toBe('recovery.not_readable')
    const stranger = '0190aaaa-0000-7000-8000-00000000000a' as StaffId
    expect(await recover(agent, code, await boxOf(phone.deviceId, stranger))).toBe('recovery.not_readable')
    const longer = Uint8Array.from({ length: 32 }, () => 7)
    const changed = `${(await boxOf(phone.deviceId, staffId, longer)).slice(0, -4)}AAAA`
    expect(await recover(agent, code, changed)).toBe('recovery.not_readable')
    expect(auditOf(hall)).toEqual([
      { action: 'recovery.refused', subject: other.deviceId, result: 'recovery.not_readable' },
      { action: 'recovery.refused', subject: phone.deviceId, result: 'recovery.not_readable' },
      { action: 'recovery.refused', subject: phone.deviceId, result: 'recovery.not_readable' },
    ])
    expect(journalOf(hall, 'device.recovered')).toEqual([])
    expect(await recover(agent, code, box)).toBe(TOLD)
  })

  test('[V34] wants the password of the last half hour, and spends no code before it', async () => {
    const { hall, phone, agent, box, newCode } = await aPhone()
    hall.clock.forward(30 * MINUTE_MS + 1)
    const code = await newCode()
    expect(await recover(agent, code, box)).toBe('recovery.password_first')
    expect(await recover(await phone.signIn('v05'), code, box)).toBe(TOLD)
  })

  test.each([
    ['lost', 'device.lost'],
    ['revoke', 'device.revoked'],
  ])('[V34, V80] is given to nobody at a phone that stands as %s', async (act, reason) => {
    const { hall, phone, agent, supervisor, box, newCode } = await aPhone()
    const code = await newCode()
    const by = act === 'lost' ? supervisor : await hall.roleCaller('admin')
    const body = act === 'lost' ? { reason: '掉在河里' } : {}
    expect((await by.command(`/api/devices/${phone.deviceId}/${act}`, body)).status).toBe(200)
    expect(await recover(agent, code, box)).toBe('session.none')
    expect((await phone.again()).body.code).toBe(reason)
  })

  test('[V34] is no matter of anybody but the agent at the phone', async () => {
    const { hall, phone, supervisor, box, newCode } = await aPhone()
    const code = await newCode()
    expect(await recover(phone.door, code, box)).toBe('session.forbidden')
    expect(await recover(supervisor, code, box)).toBe('session.forbidden')
    expect(await recover(hall.anonymous, code, box)).toBe('session.none')
  })
})
