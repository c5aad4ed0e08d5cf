import { describe, expect, test } from 'vitest'
import { aRegistration, caseOfFiveDays, putFile, SIGNATURE, syncOne } from './village-fixture.ts'
import { atPoint } from './village-point.ts'

const listed = async (supervisor: { get(path: string): Promise<{ body: unknown }> }, query = '') =>
  ((await supervisor.get(`/api/points/relatives${query}`)).body as { items: Record<string, unknown>[] }).items

describe('cases of near relatives', () => {
  test('[V12] of 低保 stand in the register, and who handles one declares first that he is no relation', async () => {
    const point = await atPoint()
    const { hall, clerk } = point
    const supervisor = await hall.signIn('supervisor')
    const plain = await point.registered({ isRelative: true })
    const filed = await point.registered({ ...caseOfFiveDays(), isRelative: true })
    expect((await listed(supervisor)).map(({ id, isFiled }) => [id, isFiled])).toEqual([
      [filed, true],
      [plain, false],
    ])
    expect((await listed(supervisor, '?filed=yes')).map(({ id }) => id)).toEqual([filed])
    const accept = () => clerk.command(`/api/cases/${filed}/accept`)
    expect(await accept()).toMatchObject({ status: 409, body: { code: 'relation.undeclared' } })
    expect((await clerk.get(`/api/cases/${filed}`)).body.relation).toMatchObject({
      isRelative: true,
      isFiled: true,
      mustDeclare: true,
      unrelated: [],
    })
    await point.act(filed, 'declare-relation', { isRelated: false })
    expect(await accept()).toMatchObject({ status: 200 })
    const handler = await hall.signIn('mz')
    const take = () => handler.command(`/api/cases/${filed}/take`)
    expect(await take()).toMatchObject({ status: 409, body: { code: 'relation.undeclared' } })
    const declare = (isRelated: boolean) =>
      handler.command(`/api/cases/${filed}/declare-relation`, { isRelated })
    expect((await declare(false)).body.case.relation).toMatchObject({
      mustDeclare: false,
      unrelated: [{ by: expect.any(String) }, { by: expect.any(String) }],
    })
    // Saying it twice is one event.
    expect(await declare(false)).toMatchObject({ status: 200 })
    const types = (await point.eventsOf(filed)).map(({ type }) => type)
    expect(types.filter((type) => type === 'relation.declared')).toHaveLength(2)
    expect(await take()).toMatchObject({ status: 200, body: { case: { row: { status: 'reviewing' } } } })
    // No handler is asked about a relative of an item that files none.
    expect(await clerk.command(`/api/cases/${plain}/declare-relation`, { isRelated: false })).toMatchObject({
      status: 200,
      body: { case: { relation: { isFiled: false, mustDeclare: false, unrelated: [] } } },
    })
  })

  test('[V12] a handler who is a relation has nothing to do with the case from then on', async () => {
    const point = await atPoint()
    const { hall } = point
    const filed = await point.registered({ ...caseOfFiveDays(), isRelative: true })
    const handler = await hall.signIn('mz')
    expect(await handler.command(`/api/cases/${filed}/declare-relation`, { isRelated: true })).toMatchObject({
      status: 200,
    })
    expect(await point.lastOf(filed)).toMatchObject({ type: 'recusal.noted' })
    expect(await handler.get(`/api/cases/${filed}`)).toMatchObject({
      body: { code: 'transfer.conflict_of_interest' },
    })
  })

  test('[V12] found later is an event: the case is listed and filed at once, with who and when', async () => {
    const point = await atPoint()
    const { hall } = point
    const supervisor = await hall.signIn('supervisor')
    const handler = await hall.signIn('mz')
    const caseId = await point.registered(caseOfFiveDays())
    expect(await listed(supervisor)).toEqual([])
    const asked = { whose: 'cadre', reason: '群众反映' }
    expect(await point.clerk.command(`/api/cases/${caseId}/find-relation`, asked)).toMatchObject({
      status: 403,
    })
    const found = await handler.command(`/api/cases/${caseId}/find-relation`, asked)
    const told = { by: '民政办经办', at: '2026-06-12T01:40:00.000Z', whose: 'cadre' }
    expect(found.body.case.relation).toEqual({
      isRelative: true,
      isFiled: true,
      found: { ...told, by: expect.any(String), reason: '群众反映' },
      unrelated: [],
      mustDeclare: true,
    })
    expect(await listed(supervisor, '?filed=yes')).toEqual([
      {
        id: caseId,
        number: expect.stringMatching(/^2026-05-/),
        itemName: '最低生活保障审核确认',
        applicant: '示*甲',
        villageName: '石桥村',
        agent: '石桥村代办员',
        receivedAt: '2026-06-12T01:40:00.000Z',
        status: 'received',
        isFiled: true,
        found: { ...told, by: expect.any(String) },
        unrelated: [],
      },
    ])
    // What was written by hand may name somebody, so a leader reads none of it (P11).
    const leader = await hall.signIn('leader')
    expect((await leader.get(`/api/cases/${caseId}`)).body.relation.found).toMatchObject({
      whose: 'cadre',
      reason: '',
    })
    // What was declared stays as it was said.
    expect((await supervisor.get(`/api/cases/${caseId}`)).body.agency.isRelative).toBe(false)
    // Found again it is known already.
    await supervisor.command(`/api/cases/${caseId}/find-relation`, { whose: 'agent', reason: '再次核对' })
    expect((await point.eventsOf(caseId)).filter(({ type }) => type === 'relation.found')).toHaveLength(1)
  })

  test('[V11] a village committee asks where the item in force lets it', async () => {
    const point = await atPoint()
    const asked = (item: object) =>
      aRegistration({
        ...item,
        authority: { ...(aRegistration().payload['authority'] as object), relation: '村民委员会' },
      })
    expect(await syncOne(point.agent(), asked({}))).toMatchObject({ code: 'authority.out_of_scope' })
    expect(await syncOne(point.agent(), asked(caseOfFiveDays()))).toMatchObject({ code: null })
    await putFile(point.hall, point.agent(), SIGNATURE)
  })
})
