import type { SyncResult } from '@counter/shared/contract/village'
import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { createForgetter } from '../src/usecases/record/forget-by-age.ts'
import { startHall } from './app.ts'
import { aRegistration, type Frozen, freeze, SIGNATURE, sha256, sync, syncOne } from './village-fixture.ts'

async function aPoint() {
  const hall = await startHall()
  const agent = await hall.signIn('v05')
  const supervisor = await hall.roleCaller('supervisor')
  const items = async () => (await supervisor.get('/api/village-attention')).body.items
  const solve = (command: Frozen, body: object) =>
    supervisor.command(`/api/village-attention/${command.header['id']}/solve`, body)
  const outcomeOf = async (command: Frozen, isHanded = false): Promise<SyncResult | undefined> => {
    const answer = await sync(agent, [], { waiting: [{ id: command.header['id'], isHanded }] })
    return (answer as unknown as { outcomes: SyncResult[] }).outcomes[0]
  }
  return { hall, agent, supervisor, items, solve, outcomeOf }
}

const WRONG_ID = {
  applicant: { name: '示例甲', idNo: '110105194912310021', phone: '19900000001', village: '05' },
}

describe('what a village point could not get through', () => {
  test('[V51] stays at the centre too, with its reason and masked, and is given to it by the agent', async () => {
    const { agent, items, outcomeOf } = await aPoint()
    const command = aRegistration(WRONG_ID)
    expect(await syncOne(agent, command)).toMatchObject({ status: 'attention', code: 'person.id_invalid' })
    await syncOne(agent, command)
    expect(await items()).toMatchObject([
      {
        id: command.header['id'],
        villageName: '石桥村',
        type: 'case.register',
        code: 'person.id_invalid',
        item: '社会救助政策咨询与在享待遇查询',
        applicant: '示*甲',
        number: null,
        handedAt: null,
      },
    ])
    expect(JSON.stringify(await items())).not.toContain('110105194912310021')
    expect(await outcomeOf(command, true)).toBeUndefined()
    expect((await items())[0].handedAt).toBe('2026-06-12T01:40:00.000Z')
  })

  test('[V51, V35] is put right and applied in the name of its author, once, and the phone hears of it until it asks no more', async () => {
    const { hall, agent, supervisor, items, solve, outcomeOf } = await aPoint()
    const command = aRegistration(WRONG_ID)
    await syncOne(agent, command)
    const mend = { idNo: '11010519491231002X' }
    expect((await solve(command, { how: 'apply', mend, reason: ' ' })).body.code).toBe('reason.required')
    expect((await solve(command, { how: 'apply', mend: {}, reason: '看过' })).body.code).toBe(
      'person.id_invalid',
    )
    expect((await solve(command, { how: 'apply', mend, reason: '按身份证改' })).status).toBe(200)
    expect((await solve(command, { how: 'reject', reason: '晚了' })).body.code).toBe('request.not_found')
    expect(await items()).toEqual([])
    const caseId = command.header['caseId']
    const { body } = await supervisor.get(`/api/cases/${caseId}`)
    expect(body.agency.agent).toBe(
      hall.server.accounts?.find(({ signInName }) => signInName === 'v05')?.displayName,
    )
    const told = await outcomeOf(command)
    expect(told).toMatchObject({
      status: 'applied',
      number: body.row.number,
      caseId,
      filesMissing: [sha256(SIGNATURE)],
    })
    expect(await outcomeOf(command)).toEqual(told)
    expect(await syncOne(agent, command)).toMatchObject({ status: 'duplicate', number: body.row.number })
  })

  test('[V50, V51] is answered with the centre’s solution to nothing but what was sent', async () => {
    const { agent, solve } = await aPoint()
    const command = aRegistration(WRONG_ID)
    const { id, caseId } = command.header
    await syncOne(agent, command)
    await solve(command, { how: 'apply', mend: { idNo: '11010519491231002X' }, reason: '按身份证改' })
    const other = aRegistration({ applicant: { ...WRONG_ID.applicant, name: '示例乙' } }, { id, caseId })
    expect(await syncOne(agent, other)).toMatchObject({ status: 'attention', code: 'command.reused' })
    expect((await syncOne(agent, command)).status).toBe('duplicate')
  })

  test('[V36, V51] is at the centre or not, and the phone is told which', async () => {
    const { agent, items } = await aPoint()
    const [refused, cut] = [aRegistration(WRONG_ID), aRegistration()]
    const { results } = await sync(agent, [refused, { ...cut, payload: {} }])
    expect(results.map(({ status, stored }) => [status, stored])).toEqual([
      ['attention', true],
      ['attention', false],
    ])
    expect(await items()).toHaveLength(1)
  })

  test('[V51] that is no registration cannot be taken as a case that stands: what it says would be lost', async () => {
    const { agent, items, solve } = await aPoint()
    const stands = await syncOne(agent, aRegistration())
    const note = freeze('note.add', { text: '口头补充' }, { caseId: uuidv7() })
    expect((await syncOne(agent, note)).code).toBe('case.not_found')
    const linked = await solve(note, { how: 'link', number: stands.number, reason: '同一件' })
    expect(linked.body.code).toBe('attention.no_case')
    expect(await items()).toHaveLength(1)
  })

  test('[V52] the solution of the centre meets what follows it', async () => {
    const { agent, solve } = await aPoint()
    const first = aRegistration(WRONG_ID)
    const { id, caseId } = first.header
    await syncOne(agent, first)
    const note = freeze('note.add', { text: '口头补充' }, { caseId, after: id })
    expect((await syncOne(agent, note)).status).toBe('held')
    await solve(first, { how: 'apply', mend: { idNo: '11010519491231002X' }, reason: '按身份证改' })
    expect((await syncOne(agent, note)).status).toBe('applied')
  })

  test.each([
    ['is sent anew and taken', false, 'applied'],
    ['is taken back', true, 'attention'],
  ])(
    '[V51, V52] a no of the centre is not the last word for what follows: the entry %s',
    async (_what, isBack, status) => {
      const { agent, solve } = await aPoint()
      const first = aRegistration(WRONG_ID)
      const { id, caseId } = first.header
      await syncOne(agent, first)
      const note = freeze('note.add', { text: '口头补充' }, { caseId, after: id })
      expect((await syncOne(agent, note)).status).toBe('held')
      await solve(first, { how: 'reject', reason: '请看清证件号' })
      expect((await syncOne(agent, note)).status).toBe('held')
      const last = isBack
        ? freeze('command.withdraw', { command: id })
        : aRegistration({}, { caseId, replaces: id })
      expect((await syncOne(agent, last)).status).toBe('applied')
      expect((await syncOne(agent, note)).status).toBe(status)
    },
  )

  test.each([
    ['sent anew', false],
    ['taken back', true],
  ])(
    '[V36, V52] what was refused twice and then %s waits nowhere in its first form',
    async (_what, isBack) => {
      const { agent, items } = await aPoint()
      const first = aRegistration(WRONG_ID)
      const { id, caseId } = first.header
      await syncOne(agent, first)
      const note = freeze('note.add', { text: '口头补充' }, { caseId, after: id })
      await syncOne(agent, note)
      const second = aRegistration(WRONG_ID, { caseId, replaces: id })
      expect((await syncOne(agent, second)).status).toBe('attention')
      const last = isBack
        ? freeze('command.withdraw', { command: second.header['id'] })
        : aRegistration({}, { caseId, replaces: second.header['id'] })
      expect((await syncOne(agent, last)).status).toBe('applied')
      expect(await items()).toEqual([])
      expect((await syncOne(agent, note)).status).toBe(isBack ? 'attention' : 'applied')
    },
  )

  test('[V51, V66] what was sent anew and is then found to be a case that stands leaves its first form to nobody', async () => {
    const { agent, items, solve } = await aPoint()
    const stands = await syncOne(agent, aRegistration())
    const first = aRegistration(WRONG_ID)
    const { id, caseId } = first.header
    await syncOne(agent, first)
    const second = aRegistration(WRONG_ID, { caseId, replaces: id })
    await syncOne(agent, second)
    const linked = await solve(second, { how: 'link', number: stands.number, reason: '同一件' })
    expect(linked.status, JSON.stringify(linked.body)).toBe(200)
    expect(await items()).toEqual([])
  })

  test('[V36, V51] what was sent anew may be taken back though the centre has taken the first form', async () => {
    const { agent, items, solve } = await aPoint()
    const first = aRegistration(WRONG_ID)
    const { id, caseId } = first.header
    await syncOne(agent, first)
    const second = aRegistration(WRONG_ID, { caseId, replaces: id })
    await syncOne(agent, second)
    await solve(first, { how: 'apply', mend: { idNo: '11010519491231002X' }, reason: '按身份证改' })
    const withdrawal = freeze('command.withdraw', { command: second.header['id'] })
    expect((await syncOne(agent, withdrawal)).status).toBe('applied')
    expect(await items()).toEqual([])
  })

  test('[V36, V95] that says it stands for itself is taken back like any other', async () => {
    const { agent, items } = await aPoint()
    const id = uuidv7()
    await syncOne(agent, aRegistration(WRONG_ID, { id, replaces: id }))
    expect((await syncOne(agent, freeze('command.withdraw', { command: id }))).status).toBe('applied')
    expect(await items()).toEqual([])
  })

  test('[V51] a no of the centre comes back with its reason, and nothing was made', async () => {
    const { agent, supervisor, solve, outcomeOf } = await aPoint()
    const command = aRegistration(WRONG_ID)
    await syncOne(agent, command)
    await solve(command, { how: 'reject', reason: '请群众带身份证来' })
    const told = await outcomeOf(command)
    expect(told).toMatchObject({ status: 'attention', code: 'command.rejected' })
    expect(told?.message).toBe('镇中心没有办：请群众带身份证来。可改后重发或撤回')
    expect((await supervisor.get(`/api/cases/${command.header['caseId']}`)).status).toBe(404)
  })

  test('[V51, V62] what is found to be a case that stands leads there, and its slip with it', async () => {
    const { agent, supervisor, solve, outcomeOf } = await aPoint()
    const deviceId = uuidv7()
    const lent = await sync(agent, [], { deviceId, leases: { requestId: uuidv7(), free: 0 } })
    const [number = ''] = lent.leases ?? []
    const stands = await syncOne(agent, aRegistration())
    const command = aRegistration(WRONG_ID, { number })
    await syncOne(agent, command, { deviceId })
    expect(
      (await solve(command, { how: 'link', number: '2026-05-9999-X', reason: '同一件' })).body.code,
    ).toBe('case.not_found')
    const linked = await solve(command, { how: 'link', number: stands.number, reason: '同一件' })
    expect(linked.status).toBe(200)
    // The phone's own id names no case: the way leads to the one that stands.
    const { caseId } = stands
    expect(await outcomeOf(command)).toMatchObject({ status: 'merged', caseId })
    const again = await syncOne(agent, command, { deviceId })
    expect(again).toMatchObject({ status: 'duplicate', caseId })
    const { gaps } = (await supervisor.get('/api/points/05/numbers')).body
    expect(gaps[0]).toMatchObject({ number, state: 'void', reason: `并到 ${stands.number}` })
  })

  test('[V4, V51] of a case that is another point’s the agent is told no way, because there is none for them', async () => {
    const { hall, agent, solve, outcomeOf } = await aPoint()
    const other = await hall.signIn('v06')
    const applicant = { name: '示例乙', idNo: '11010519491231002X', phone: '19900000002', village: '06' }
    const stands = await syncOne(other, aRegistration({ applicant }, { pointId: '06' }))
    expect(stands.code).toBeNull()
    const command = aRegistration(WRONG_ID)
    await syncOne(agent, command)
    await solve(command, { how: 'link', number: stands.number, reason: '同一件' })
    expect(await outcomeOf(command)).toMatchObject({ status: 'merged', caseId: null })
  })

  test('[V4, V64] tells the number of the case that stands to its own resident, and to nobody who holds another’s slip', async () => {
    const { hall, agent, solve, outcomeOf } = await aPoint()
    const other = await hall.signIn('v06')
    const person = { name: '示例甲', idNo: '11010519491231002X', phone: '19900000001' }
    const at = (village: string) => ({ applicant: { ...person, village } })
    const { number: kept } = await syncOne(other, aRegistration(at('06'), { pointId: '06' }))
    // The same person, refused for another reason, and somebody else whose document was mistyped.
    const [same, another] = [aRegistration({ ...at('05'), isRelative: null }), aRegistration(WRONG_ID)]
    await sync(agent, [same, another])
    for (const each of [same, another])
      expect((await solve(each, { how: 'link', number: kept, reason: '同一件' })).status).toBe(200)
    expect(await outcomeOf(same)).toMatchObject({ status: 'merged', number: kept })
    const told = [await outcomeOf(another), await syncOne(agent, another)]
    expect(told).toMatchObject([
      { status: 'merged', slip: 'shut', number: null, caseId: null },
      { status: 'duplicate', slip: 'shut', number: null, caseId: null },
    ])
    expect(JSON.stringify(told)).not.toContain(kept)
  })

  test('[V36] is the agent’s own to send anew or to take back, and then nobody’s to solve', async () => {
    const { agent, items, solve } = await aPoint()
    const [one, two] = [aRegistration(WRONG_ID), aRegistration(WRONG_ID)]
    await sync(agent, [one, two])
    const { id, caseId } = one.header
    expect((await syncOne(agent, aRegistration({}, { caseId, replaces: id }))).status).toBe('applied')
    const withdrawal = freeze('command.withdraw', { command: two.header['id'] })
    expect((await syncOne(agent, withdrawal)).status).toBe('applied')
    expect(await items()).toEqual([])
    expect((await solve(two, { how: 'reject', reason: '晚了' })).body.code).toBe('request.not_found')
  })

  test('[V51] that is taken at a resend waits for nobody, so the centre cannot do it a second time', async () => {
    const { agent, items, solve, outcomeOf, supervisor } = await aPoint()
    const first = aRegistration()
    const { caseId } = first.header
    const note = freeze('note.add', { text: '口头补充' }, { caseId })
    expect((await syncOne(agent, note)).code).toBe('case.not_found')
    await syncOne(agent, first)
    expect(await items()).toHaveLength(1)
    expect((await syncOne(agent, note)).status).toBe('applied')
    expect(await items()).toEqual([])
    expect((await solve(note, { how: 'apply', mend: {}, reason: '补记' })).body.code).toBe(
      'request.not_found',
    )
    expect(await outcomeOf(note)).toMatchObject({ status: 'applied' })
    const { body } = await supervisor.get(`/api/cases/${caseId}`)
    expect(JSON.stringify(body).split('口头补充')).toHaveLength(2)
  })

  test('[V51] a no of the centre holds also for a phone that has not heard it and sends again', async () => {
    const { agent, solve } = await aPoint()
    const first = aRegistration()
    const note = freeze('note.add', { text: '口头补充' }, { caseId: first.header['caseId'] })
    await syncOne(agent, note)
    await solve(note, { how: 'reject', reason: '不用补' })
    await syncOne(agent, first)
    expect(await syncOne(agent, note)).toMatchObject({ status: 'attention', code: 'command.rejected' })
  })

  test('[V51, V36] that the centre took is neither sent anew nor taken back by an agent who has not heard of it', async () => {
    const { agent, solve } = await aPoint()
    const first = aRegistration()
    const { caseId } = first.header
    const note = freeze('note.add', { text: '口头补充' }, { caseId })
    await syncOne(agent, note)
    await syncOne(agent, first)
    expect((await solve(note, { how: 'apply', mend: {}, reason: '补记' })).status).toBe(200)
    const { id } = note.header
    const anew = freeze('note.add', { text: '口头补充：改' }, { caseId, replaces: id })
    expect((await syncOne(agent, anew)).code).toBe('command.solved')
    expect((await syncOne(agent, freeze('command.withdraw', { command: id }))).code).toBe('command.solved')
  })

  test('[V51] two tries at one thing are solved by the later one', async () => {
    const { agent, items, solve } = await aPoint()
    const first = aRegistration()
    const { caseId } = first.header
    const note = freeze('note.add', { text: '口头补充' }, { caseId })
    const anew = freeze('note.add', { text: '口头补充：改' }, { caseId, replaces: note.header['id'] })
    await sync(agent, [note, anew])
    expect(await items()).toHaveLength(2)
    await syncOne(agent, first)
    await solve(anew, { how: 'apply', mend: {}, reason: '补记' })
    expect(await items()).toEqual([])
  })

  test('[V52] what stands for a refused command meets what follows that one; one taken back is missing at once', async () => {
    const { agent } = await aPoint()
    const first = aRegistration(WRONG_ID)
    const { id, caseId } = first.header
    const note = freeze('note.add', { text: '口头补充' }, { caseId, after: id })
    await sync(agent, [first, note])
    expect((await syncOne(agent, aRegistration({}, { caseId, replaces: id }))).status).toBe('applied')
    expect((await syncOne(agent, note)).status).toBe('applied')
    const other = aRegistration(WRONG_ID)
    const after = freeze(
      'note.add',
      { text: '又补充' },
      { caseId: other.header['caseId'], after: other.header['id'] },
    )
    await sync(agent, [other, after])
    await syncOne(agent, freeze('command.withdraw', { command: other.header['id'] }))
    expect(await syncOne(agent, after)).toMatchObject({ status: 'attention', code: 'predecessor.missing' })
  })

  test('[V52] one taken back or sent anew that never came is known by the word of it, and nobody waits five days', async () => {
    const { hall, agent, items } = await aPoint()
    const first = aRegistration()
    await syncOne(agent, first)
    const { caseId } = first.header
    const noteAfter = (after: unknown) => freeze('note.add', { text: '接着记' }, { caseId, after })
    const gone = uuidv7()
    const waits = noteAfter(gone)
    expect((await syncOne(agent, waits)).status).toBe('held')
    // Another point's word is no word about it (V4).
    const foreign = freeze('command.withdraw', { command: gone }, { pointId: '06' })
    await syncOne(await hall.signIn('v06'), foreign)
    expect((await syncOne(agent, waits)).status).toBe('held')
    await syncOne(agent, freeze('command.withdraw', { command: gone }))
    expect(await syncOne(agent, waits)).toMatchObject({ status: 'attention', code: 'predecessor.missing' })
    expect(await items()).toHaveLength(1)

    const changed = uuidv7()
    const follows = noteAfter(changed)
    expect((await syncOne(agent, follows)).status).toBe('held')
    await syncOne(agent, freeze('note.add', { text: '改过的' }, { caseId, replaces: changed }))
    expect((await syncOne(agent, follows)).status).toBe('applied')
  })

  test('[V36, V51] that its agent took back or sent anew is not taken when the line brings it once more', async () => {
    const { agent, items } = await aPoint()
    const first = aRegistration()
    const { caseId } = first.header
    const back = freeze('note.add', { text: '先记一笔' }, { caseId })
    const old = freeze('note.add', { text: '又记一笔' }, { caseId })
    await sync(agent, [back, old])
    await syncOne(agent, first)
    await syncOne(agent, freeze('command.withdraw', { command: back.header['id'] }))
    const anew = freeze('note.add', { text: '又记一笔：改' }, { caseId, replaces: old.header['id'] })
    expect((await syncOne(agent, anew)).status).toBe('applied')
    for (const late of [back, old])
      expect(await syncOne(agent, late)).toMatchObject({ status: 'attention', code: 'command.taken_back' })
    expect(await items()).toEqual([])
    const { body } = await agent.get(`/api/cases/${caseId}`)
    expect(JSON.stringify(body).split('记一笔')).toHaveLength(2)
  })

  test('[V36, V4] what never came is shut out once it is taken back, at its own point alone', async () => {
    const { hall, agent } = await aPoint()
    const first = aRegistration()
    await syncOne(agent, first)
    const { caseId } = first.header
    const one = freeze('note.add', { text: '慢的' }, { caseId })
    const two = freeze('note.add', { text: '别村撤的' }, { caseId })
    await syncOne(agent, freeze('command.withdraw', { command: one.header['id'] }))
    const other = await hall.signIn('v06')
    const foreign = { command: two.header['id'] }
    await syncOne(other, freeze('command.withdraw', foreign, { pointId: '06' }))
    expect(await syncOne(agent, one)).toMatchObject({ status: 'attention', code: 'command.taken_back' })
    expect((await syncOne(agent, two)).status).toBe('applied')
  })

  test('[V56] that the centre took is not among what it does not have', async () => {
    const { agent, solve } = await aPoint()
    const command = aRegistration(WRONG_ID)
    await syncOne(agent, command)
    const { id } = command.header
    const known = [id, uuidv7()]
    expect((await sync(agent, [], { known })).missing).toEqual(known)
    await solve(command, { how: 'apply', mend: { idNo: '11010519491231002X' }, reason: '按身份证改' })
    expect((await sync(agent, [], { known })).missing).toEqual([known[1]])
  })

  test('[P46, R5] once settled is forgotten with the answers to commands; what waits stays', async () => {
    const { hall, agent, solve } = await aPoint()
    const [settled, waits] = [aRegistration(WRONG_ID), aRegistration(WRONG_ID)]
    await sync(agent, [settled, waits])
    await solve(settled, { how: 'reject', reason: '不办' })
    const { deps } = hall.server.counter
    const kept = () =>
      deps.store.read(({ sql }) => sql.prepare('SELECT command FROM village_attention').pluck().all())
    hall.clock.to('2027-06-12T01:40:00.000Z')
    await createForgetter(deps)()
    expect(kept()).toHaveLength(2)
    hall.clock.to('2027-06-13T01:40:00.000Z')
    await createForgetter(deps)()
    expect(kept()).toEqual([waits.header['id']])
  })

  test('[V4, V51] of one point is not told to another, nor solved by an agent', async () => {
    const { hall, agent, outcomeOf, solve } = await aPoint()
    const command = aRegistration(WRONG_ID)
    await syncOne(agent, command)
    await solve(command, { how: 'reject', reason: '请到镇中心' })
    const other = await hall.signIn('v06')
    const answer = await sync(other, [], { waiting: [{ id: command.header['id'], isHanded: true }] })
    expect(answer).toMatchObject({ outcomes: [] })
    expect((await agent.get('/api/village-attention')).status).toBe(403)
    expect(await outcomeOf(command)).toMatchObject({ id: command.header['id'], status: 'attention' })
  })

  test('[V89] that has waited at the centre for more than a working day is told without asking', async () => {
    const { hall, agent } = await aPoint()
    await syncOne(agent, aRegistration(WRONG_ID))
    hall.clock.to('2026-06-15T09:31:00.000Z')
    const { body } = await (await hall.signIn('supervisor')).get('/api/points')
    const point = body.points.find(({ village }: { village: string }) => village === '05')
    expect(point.alarms).toContainEqual({ kind: 'attention', level: 'amber', n: 1 })
  })
})
