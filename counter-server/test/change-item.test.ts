import { describe, expect, test } from 'vitest'
import { type Hall, startHall } from './app.ts'
import { act, receive } from './case-files.ts'
import { refused } from './desk.ts'

const fromTrees = async (hall: Hall, step = 'accept') => {
  const clerk = await hall.clerkAt(1)
  const { case: found, receipt } = await receive(clerk, 'LY-001', step)
  return { clerk, id: found.row.id as string, token: receipt.token as string }
}

describe('the item chosen by mistake', () => {
  test('[C101, C520] gives way to the right one: both dates in the record, the new one told on a new paper', async () => {
    const hall = await startHall()
    const { clerk, id, token } = await fromTrees(hall)
    const { case: page, receipt } = await act(clerk, id, 'change-item', { item: 'SB-009', reason: '点错了' })
    expect(page.row).toMatchObject({ item: 'SB-009', unit: 'SB', status: 'accepted', version: 3 })
    expect(page.row.itemName).toBe('社会保障卡申领、补领、挂失代办')
    expect(receipt).toMatchObject({
      kind: 'acceptance',
      itemName: page.row.itemName,
      unitName: page.row.unitName,
    })
    expect(page.events[page.events.length - 1]).toMatchObject({
      type: 'item.changed',
      text: '点错了',
      items: {
        from: '林木采伐许可证核发（农村居民自留山、个人承包集体林地，受县林业主管部门委托）',
        to: page.row.itemName,
      },
      // Twenty working days by law for the one, ten for the other; five promised for both.
      moves: [{ kind: 'statutory', from: '2026-07-13', to: '2026-06-29' }],
    })
    const tracked = (await hall.anonymous.post('/api/track/case', { token })).body
    expect(JSON.stringify(tracked)).toContain('"itemChangedOn":"2026-06-12"')
    const ly = await hall.signIn('ly')
    expect(await ly.get(`/api/cases/${id}`)).toMatchObject(refused('case.forbidden', 403))
    const sb = await hall.signIn('sb')
    expect((await act(sb, id, 'take')).case.row.handler).not.toBeNull()
  })

  test('[C101] to an immediate one is finished on the spot, to a deadline one is accepted', async () => {
    const hall = await startHall()
    const { clerk, id } = await fromTrees(hall)
    const { case: page, receipt } = await act(clerk, id, 'change-item', { item: 'SB-005', reason: '是认证' })
    expect(page.row).toMatchObject({ status: 'received', caseType: 'immediate' })
    expect(page.row.dueOn).toBe('2026-06-12')
    expect(receipt.kind).toBe('receipt')
    const done = await act(clerk, id, 'finish-on-spot', { result: '认证通过' })
    expect(done.case.row.status).toBe('decided')
    expect(done.case.decision.isOnTime).toBe(true)
  })

  test('[C404] while it waits for papers, lists the right ones on a new notice', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found } = await receive(clerk, 'LY-001', 'request_supplement', { materials: [] })
    const { case: page, receipt } = await act(clerk, found.row.id, 'change-item', {
      item: 'SB-009',
      reason: '选错',
    })
    expect(page.row.status).toBe('supplement')
    expect(receipt.kind).toBe('supplement')
    const names = receipt.materials.map(({ name }: { name: string }) => name)
    expect(names).toEqual(['居民身份证', '社会保障卡申领登记表', '近期白底证件照'])
  })

  test('[C101, C207] asks the joint units of the right item, and no longer those of the wrong one', async () => {
    const hall = await startHall()
    const { clerk, id } = await fromTrees(hall)
    const askedOf = ({ subtasks }: { subtasks: { unitName: string; how: string | null }[] }) =>
      subtasks.map(({ unitName, how }) => [unitName, how])
    const { case: joint } = await act(clerk, id, 'change-item', { item: 'NJ-003', reason: '是建房' })
    expect(askedOf(joint)).toEqual([
      ['林业站', null],
      ['综治办', null],
    ])
    const { case: single } = await act(clerk, id, 'change-item', { item: 'SB-009', reason: '是社保卡' })
    expect(askedOf(single)).toEqual([
      ['林业站', 'waived'],
      ['综治办', 'waived'],
    ])
    expect((await (await hall.signIn('zz')).get('/api/subtasks')).body.items).toEqual([])
    const decided = await act(await hall.signIn('sb'), id, 'decide', {
      decision: 'granted',
      result: '已发卡',
    })
    expect(decided.case.row.status).toBe('decided')
  })

  test('[C101, C804] stays with its unit when the one of the right item is concerned', async () => {
    const hall = await startHall()
    const { clerk, id } = await fromTrees(hall)
    await act(clerk, id, 'recuse', { target: 'unit', unit: 'NJ', reason: '当事单位' })
    const { case: page } = await act(clerk, id, 'change-item', { item: 'NJ-003', reason: '是建房' })
    expect(page.row).toMatchObject({ item: 'NJ-003', unit: 'LY' })
  })

  test('[C406] is refused for the same item, an unknown one, by a handler, and once it is decided', async () => {
    const hall = await startHall()
    const { clerk, id } = await fromTrees(hall)
    const path = `/api/cases/${id}/change-item`
    const to = (item: string) => clerk.command(path, { item, reason: '错' })
    expect(await to('LY-001')).toMatchObject(refused('item.same'))
    expect(await to('ZZ-999')).toMatchObject(refused('item.not_found', 404))
    const ly = await hall.signIn('ly')
    expect(await ly.command(path, { item: 'SB-009', reason: '错' })).toMatchObject({ status: 403 })
    await act(ly, id, 'decide', { decision: 'granted', result: '准予采伐' })
    expect(await to('SB-009')).toMatchObject(refused('case.wrong_status'))
  })
})
