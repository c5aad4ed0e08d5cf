import type { CommandId, StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import { describe, expect, test } from 'vitest'
import { toVillageCommand } from '../src/transport/http/village-bodies.ts'
import { syncCommand } from '../src/usecases/village/sync-commands.ts'
import { tellOutcomes } from '../src/usecases/village/tell-outcomes.ts'
import { freeze } from './village-fixture.ts'
import { atPoint } from './village-point.ts'

const BETWEEN_MS = 300_000

/** What a phone of village 05 held when its agent was moved or stopped, carried in later by the centre. */
async function leftBehind(change: (staffId: StaffId) => readonly [string, object]) {
  const point = await atPoint()
  const { deps } = point.hall.server.counter
  const caseId = await point.registered()
  const before = point.hall.clock.now()
  const admin = await point.hall.signIn('admin')
  const { staffId, version } = (await admin.get('/api/staff')).body.items.find(
    ({ signInName }: { signInName: string }) => signInName === 'v05',
  )
  point.hall.clock.forward(BETWEEN_MS)
  const [path, body] = change(staffId)
  const changed = await admin.command(`/api/staff/${staffId}/${path}`, {
    ...body,
    ...(path === 'change' ? { expectedVersion: version } : {}),
    reason: '轮岗',
  })
  expect(changed.status, JSON.stringify(changed.body)).toBe(200)
  point.hall.clock.forward(BETWEEN_MS)
  const village = deps.store.read(
    (tx) =>
      tx.sql.prepare('SELECT village FROM staff WHERE id = ?').pluck().get(staffId) as VillageCode | null,
  )
  const staff = { id: staffId, displayName: '石桥村代办员', unit: null, village }
  const origin = { actor: `staff:${staffId}`, role: 'agent', device: null, commandId: null } as const
  const arrive = (type: string, payload: Record<string, unknown>, capturedAt: string) => {
    const deviceNow = point.hall.clock.now()
    const command = toVillageCommand(freeze(type, payload, { caseId, capturedAt }))
    if (command === null) throw new Error('a test wrote a command that nobody can read')
    const faults: unknown[] = []
    return syncCommand(
      { ...deps, onFault: (error) => faults.push(error) },
      { deps, origin, staff },
      command,
      { deviceNow, device: null },
    )
  }
  const supervisor = await point.hall.roleCaller('supervisor')
  return {
    before,
    after: point.hall.clock.now(),
    arrive,
    waiting: async () => (await supervisor.get('/api/village-attention')).body.items,
    solve: (id: string) =>
      supervisor.command(`/api/village-attention/${id}/solve`, { how: 'reject', reason: '请窗口办' }),
    told: (id: CommandId) => tellOutcomes(deps, { deps, origin, staff }, [{ id, isHanded: false }]),
  }
}

const post = (village: string | null, role = 'agent') => ({
  displayName: '石桥村代办员',
  role,
  unit: null,
  village,
  posts: [],
  windows: null,
})

describe('whose rights count', () => {
  test('[V54] a fact captured before its author was moved to another point is taken, one of after is not', async () => {
    const { before, after, arrive } = await leftBehind(() => ['change', post('06')])
    expect(await arrive('note.add', { text: '来过' }, before)).toMatchObject({ status: 'applied' })
    expect(await arrive('note.add', { text: '又来过' }, after)).toMatchObject({
      status: 'attention',
      refusal: { code: 'case.not_found' },
      isKept: false,
    })
  })

  test('[V51, V54] what was refused of one who was moved since stays with the point of its capture, and its author hears the end', async () => {
    const { before, arrive, waiting, solve, told } = await leftBehind(() => ['change', post('06')])
    const asked = await arrive('case.ask_withdrawal', { reason: '不办了' }, before)
    expect(asked).toMatchObject({ refusal: { code: 'case.not_found' }, isKept: true })
    const [kept] = await waiting()
    expect(kept).toMatchObject({ village: '05', type: 'case.ask_withdrawal' })
    await solve(kept.id)
    expect(await told(kept.id)).toMatchObject([{ end: 'rejected', reason: '请窗口办' }])
  })

  test('[V54] also when the author is no agent any more; a decision needs the right of now', async () => {
    const { before, arrive } = await leftBehind(() => ['change', post(null, 'clerk')])
    expect(await arrive('note.add', { text: '来过' }, before)).toMatchObject({ status: 'applied' })
    for (const [type, payload] of [
      ['case.ask_withdrawal', { reason: '不办了' }],
      ['result.deliver', { receiver: '示例甲' }],
    ] as const)
      expect(await arrive(type, payload, before)).toMatchObject({ refusal: { code: 'case.not_found' } })
  })

  test('[V54] what was captured after the account was closed is `author.disabled`, before it a fact is taken', async () => {
    const { before, after, arrive } = await leftBehind(() => ['stop', {}])
    expect(await arrive('note.add', { text: '来过' }, before)).toMatchObject({ status: 'applied' })
    expect(await arrive('note.add', { text: '又来过' }, after)).toMatchObject({
      status: 'attention',
      refusal: { code: 'author.disabled' },
    })
    expect(await arrive('case.ask_withdrawal', { reason: '不办了' }, before)).toMatchObject({
      refusal: { code: 'author.disabled' },
    })
  })
})
