import { describe, expect, test } from 'vitest'
import { type Caller, type Hall, startHall } from './app.ts'
import { act, receive } from './case-files.ts'
import { fromVillage } from './village-case.ts'

async function decided(hall: Hall): Promise<{ id: string; number: string; token: string; clerk: Caller }> {
  const clerk = await hall.clerkAt(1)
  const { case: found, receipt } = await receive(clerk, 'LY-001', 'accept')
  const { id, number } = found.row
  await act(await hall.signIn('ly'), id, 'decide', { decision: 'granted', result: '准予采伐' })
  return { id, number, token: receipt.token, clerk }
}

/** The photo of the signed authority, which comes after its case (V67). */
function authorityArrives(hall: Hall, id: string) {
  const sha = 'a'.repeat(64)
  return hall.server.counter.deps.store.write((tx) => {
    tx.sql
      .prepare(
        "INSERT INTO file VALUES (?, '05', 4, 'image/jpeg', 4, 'x', '2026-06-12T01:00:00.000Z', '2026-06-12T01:00:00.000Z')",
      )
      .run(sha)
    tx.sql.prepare(`INSERT INTO case_file VALUES (?, ?, '05', '委托书', NULL)`).run(id, sha)
  })
}

const listOf = async (caller: Caller, news: string) => (await caller.get(`/api/results?news=${news}`)).body

describe('a result that is ready', () => {
  test('[C431] stands on the call list until somebody was reached, with who called when and where it lies', async () => {
    const hall = await startHall()
    const { id, number, clerk } = await decided(hall)
    expect(await listOf(clerk, 'to_call')).toMatchObject({
      counts: { to_call: 1, told: 0, unreached: 0 },
      items: [{ case: { id, number, applicant: '示*甲' }, phone: '199****0001', shelf: null, calls: [] }],
    })
    await act(clerk, id, 'shelve', { place: 'A 柜 3 格' })
    await act(clerk, id, 'tell-result', { way: 'phone', isReached: false })
    hall.clock.forward(60_000)
    const told = await act(clerk, id, 'tell-result', { way: 'phone', isReached: true })
    expect(told.case.row.status).toBe('decided')
    expect((await listOf(clerk, 'to_call')).items).toEqual([])
    const { items } = await listOf(await hall.signIn('ly'), 'told')
    expect(items).toMatchObject([
      {
        shelf: 'A 柜 3 格',
        calls: [
          { way: 'phone', isReached: false, by: '1号窗口值班员' },
          { way: 'phone', isReached: true, by: '1号窗口值班员' },
        ],
      },
    ])
    const twice = await clerk.command(`/api/cases/${id}/tell-result`, { way: 'phone', isReached: true })
    expect([twice.status, twice.body.code]).toEqual([409, 'result.already_told'])
    await act(clerk, id, 'deliver', { way: 'collect', receiver: '示例甲' })
    expect((await listOf(clerk, 'told')).counts).toEqual({ to_call: 0, told: 0, unreached: 0 })
  })

  test('[C431] after three calls into silence another way is asked for, and taken', async () => {
    const hall = await startHall()
    const { id, clerk } = await decided(hall)
    for (let attempt = 0; attempt < 3; attempt += 1)
      await act(clerk, id, 'tell-result', { way: 'phone', isReached: false })
    expect((await listOf(clerk, 'unreached')).items).toHaveLength(1)
    const fourth = await clerk.command(`/api/cases/${id}/tell-result`, { way: 'phone', isReached: false })
    expect(fourth.body.code).toBe('result.attempts_spent')
    await act(clerk, id, 'tell-result', { way: 'village', isReached: true })
    expect((await listOf(clerk, 'told')).items).toHaveLength(1)
  })

  test('[C431] is told at once on the tracking page, and only while it waits', async () => {
    const hall = await startHall()
    const { id, token, clerk } = await decided(hall)
    const seen = async () => (await hall.anonymous.post('/api/track/case', { token })).body.pickUp
    expect((await seen())?.where).toContain('大厅')
    await act(clerk, id, 'deliver', { way: 'collect', receiver: '示例甲' })
    expect(await seen()).toBeNull()
  })

  test('[C402] an agent sees and tells those of the own village alone', async () => {
    const hall = await startHall()
    const { id } = await decided(hall)
    const village = await fromVillage(hall)
    await authorityArrives(hall, village.id)
    const clerk = await hall.signIn('clerk1')
    const mz = await hall.signIn('mz')
    for (const caller of [clerk, mz]) await act(caller, village.id, 'declare-relation', { isRelated: false })
    await act(clerk, village.id, 'accept')
    await act(mz, village.id, 'decide', { decision: 'granted', result: '同意' })
    const agent = await hall.signIn('v05')
    const { items, counts } = await listOf(agent, 'to_call')
    expect(items.map((row: { case: { id: string } }) => row.case.id)).toEqual([village.id])
    expect(counts.to_call).toBe(1)
    await act(agent, village.id, 'tell-result', { way: 'in_person', isReached: true })
    const foreign = await agent.command(`/api/cases/${id}/tell-result`, { way: 'in_person', isReached: true })
    expect([foreign.status, foreign.body.code]).toEqual([404, 'case.not_found'])
    expect((await agent.command(`/api/cases/${village.id}/shelve`, { place: 'A' })).status).toBe(403)
  })
})
