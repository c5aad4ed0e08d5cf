import { describe, expect, test } from 'vitest'
import { atPoint } from './village-point.ts'

describe('[V21] what a point owes its cases', () => {
  test('stands on a list of its own agents with its timer, until it is done', async () => {
    const point = await atPoint()
    const noticed = await point.noticed()
    const delivered = await point.delivered()
    const listed = async () => (await point.agent().get('/api/errands')).body.items
    const kinds = (await listed()).map(({ caseId, kind }: { caseId: string; kind: string }) => [caseId, kind])
    expect(kinds.sort()).toEqual(
      [
        [delivered, 'followup'],
        [noticed, 'relay'],
      ].sort(),
    )
    const relay = (await listed()).find(({ kind }: { kind: string }) => kind === 'relay')
    expect(relay.dueAt).toMatch(/^2026-06-1/)
    expect(relay.applicant).toBe('示*甲')

    const neighbour = await point.hall.signIn('v06')
    expect((await neighbour.get('/api/errands')).body.items).toEqual([])
    await point.send('correction.relay', { way: 'phone' }, { caseId: noticed })
    await point.send('followup.record', { way: 'phone', satisfaction: 'fair' }, { caseId: delivered })
    expect(await listed()).toEqual([])
  })
})
