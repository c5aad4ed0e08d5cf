// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { useNet } from '../../state/live.ts'
import { aDetail } from '../../test/case-fixture.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { CaseScreen } from './case-screen.tsx'

const ID = '01890a5d-ac96-774b-bcce-b302099a8057'
const TOPIC = `case:${ID}`

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
  document.getElementById('paper')?.remove()
})

it('[U9] shows the due date, the light in words and the days it was counted from', async () => {
  openFakeLine({ topics: { [TOPIC]: aDetail() } })
  render(<CaseScreen id={ID} />)
  expect(await screen.findByText(/2026-00-0001-X/)).toBeTruthy()
  expect(screen.getByText('最迟 6月22日（周一）17:30 前办结')).toBeTruthy()
  const explained = within(screen.getByTestId('case.explain'))
  expect(explained.getByText('6月19日（周五，端午节放假）不计')).toBeTruthy()
  expect(explained.getByText('6月15日至6月18日计 4 天')).toBeTruthy()
})

it('[C701] before acceptance the date is that of the answer, not of completion', async () => {
  openFakeLine({ topics: { [TOPIC]: aDetail({}, { status: 'received', clockKind: 'notice' }) } })
  render(<CaseScreen id={ID} />)
  expect(await screen.findByText('是否受理，6月22日（周一）17:30 前答复')).toBeTruthy()
})

it('[U9] the clocks stand in one table: limit, used, left, due, state', async () => {
  openFakeLine({ topics: { [TOPIC]: aDetail() } })
  render(<CaseScreen id={ID} />)
  const table = await screen.findByRole('table')
  const cells = within(table).getAllByRole('row')[1]
  expect(cells?.textContent).toBe('承诺5 个工作日0 个工作日5 个工作日6月22日（周一）17:30计时中')
})

it('[C401] offers exactly the acts of the server, and says so when there is none', async () => {
  const line = openFakeLine({ topics: { [TOPIC]: aDetail({ actions: ['transfer', 'add_note'] }) } })
  render(<CaseScreen id={ID} />)
  expect(await screen.findByRole('button', { name: '转办' })).toBeTruthy()
  expect(screen.getByRole('button', { name: '加备注' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: '办结' })).toBeNull()
  act(() => line.tell(TOPIC, [{ kind: 'case_changed', case: aDetail({ actions: [] }, { version: 4 }) }]))
  expect(await screen.findByText('现在没有要您做的')).toBeTruthy()
})

it('[U15, S22] a change by somebody else leaves the typed text in the open form and says so', async () => {
  const line = openFakeLine({ topics: { [TOPIC]: aDetail({ actions: ['add_note'] }) } })
  render(<CaseScreen id={ID} />)
  await userEvent.click(await screen.findByRole('button', { name: '加备注' }))
  await userEvent.type(screen.getByLabelText('备注'), '材料已核对')
  expect(screen.queryByText(/刚被别人改过/)).toBeNull()
  const changed = aDetail({ actions: ['add_note'] }, { version: 4, handler: '张' })
  act(() => line.tell(TOPIC, [{ kind: 'case_changed', case: changed }]))
  expect(await screen.findByText('经办 张')).toBeTruthy()
  expect(screen.getByText(/这件刚被别人改过，您填的还在/)).toBeTruthy()
  expect(screen.getByLabelText<HTMLTextAreaElement>('备注').value).toBe('材料已核对')
})

it('[U14] a refused act keeps its text; the next press is a new command on the newest version', async () => {
  let isChanged = false
  const line = openFakeLine({
    topics: { [TOPIC]: aDetail({ actions: ['add_note'] }) },
    answer: () => {
      isChanged = !isChanged
      return isChanged
        ? { status: 409, body: { code: 'case.changed', params: {}, message: '' } }
        : { status: 200, body: { case: aDetail({}, { version: 5 }), receipt: null } }
    },
  })
  render(<CaseScreen id={ID} />)
  await userEvent.click(await screen.findByRole('button', { name: '加备注' }))
  await userEvent.type(screen.getByLabelText('备注'), '已电话联系')
  await userEvent.click(screen.getByRole('button', { name: '确定' }))
  expect((await screen.findByRole('alert')).textContent).toContain('您填的还在')
  act(() =>
    line.tell(TOPIC, [{ kind: 'case_changed', case: aDetail({ actions: ['add_note'] }, { version: 4 }) }]),
  )
  await userEvent.click(screen.getByRole('button', { name: '确定' }))
  await screen.findByText('加备注：已办好')
  const [first, second] = line.sent.map(({ body }) => body)
  expect([first?.['expectedVersion'], second?.['expectedVersion']]).toEqual([3, 4])
  expect(first?.['commandId']).not.toBe(second?.['commandId'])
  expect(second?.['reason']).toBe('已电话联系')
})

it('[U16] the full name is shown only after the server has answered with it', async () => {
  const line = openFakeLine({
    topics: { [TOPIC]: aDetail() },
    answer: () => ({ status: 200, body: { value: '王建国' } }),
  })
  render(<CaseScreen id={ID} />)
  await userEvent.click(await screen.findByRole('button', { name: '显示全名' }))
  expect(screen.queryByText('王建国')).toBeNull()
  await userEvent.selectOptions(screen.getByLabelText('为什么要看'), '核对身份')
  await userEvent.click(screen.getByRole('button', { name: '记入日志并显示' }))
  expect(await screen.findByText('王建国')).toBeTruthy()
  expect(line.sent).toEqual([
    { path: `/api/cases/${ID}/reveal`, body: { field: 'name', kind: 'identity', purpose: '' } },
  ])
})

it('[U16] when the look cannot be recorded nothing is shown', async () => {
  openFakeLine({
    topics: { [TOPIC]: aDetail() },
    answer: () => ({ status: 409, body: { code: 'reveal.not_recorded', params: {}, message: '' } }),
  })
  render(<CaseScreen id={ID} />)
  await userEvent.click(await screen.findByRole('button', { name: '显示全名' }))
  await userEvent.selectOptions(screen.getByLabelText('为什么要看'), '其他事由')
  await userEvent.type(screen.getByLabelText(/说明/), '核对{Enter}')
  expect(await screen.findByRole('alert')).toBeTruthy()
  expect(screen.getAllByText('王*国')).toHaveLength(1)
})

it('[C518] a case from a village shows both instants and the days between', async () => {
  const agency = {
    agent: '示例代办员',
    relation: '同村',
    powers: ['代交材料', '代领结果'],
    until: '2026-12-31',
    capturedAt: '2026-06-10T02:00:00.000Z',
    isRelative: false,
    handUpWorkdays: 2,
    isHandUpLate: true,
  }
  const detail = aDetail({ agency }, { channel: 'village', village: '05', villageName: '石桥村' })
  openFakeLine({ topics: { [TOPIC]: detail } })
  render(<CaseScreen id={ID} />)
  expect(await screen.findByText('村里登记 6月10日（周三）10:00')).toBeTruthy()
  expect(screen.getByText('镇中心收件 6月12日（周五）9:45')).toBeTruthy()
  expect(screen.getByText('送上来用了 2 个工作日 ▲ 交件超过期限')).toBeTruthy()
  expect(screen.getByText('来源 石桥村代办点')).toBeTruthy()
})

it('[C404] the notice lists every missing paper that may be asked for, each with how to get it', async () => {
  const material = { original: 1, copies: 1, required: true, deferrable: false, promisedOn: null, files: [] }
  const materials = [
    { ...material, name: '户口簿', source: 'applicant', state: 'missing' },
    { ...material, name: '收入证明', source: 'applicant', state: 'missing' },
    { ...material, name: '婚姻登记', source: 'shared', state: 'missing' },
    { ...material, name: '申请表', source: 'applicant', state: 'received' },
  ]
  const line = openFakeLine({
    topics: { [TOPIC]: aDetail({ materials, actions: ['request_supplement'] }, { status: 'received' }) },
    answer: () => ({ status: 200, body: { case: aDetail({}, { version: 4 }), receipt: null } }),
  })
  render(<CaseScreen id={ID} />)
  await userEvent.click(await screen.findByRole('button', { name: '要求补正' }))
  expect(within(screen.getByRole('form')).getAllByRole('checkbox')).toHaveLength(2)
  await userEvent.type(screen.getByLabelText('户口簿 怎么取得'), '带原件来复印')
  await userEvent.click(screen.getByRole('button', { name: '看一遍再定' }))
  expect(screen.getByRole('alert').textContent).toBe('请填写：收入证明 怎么取得')
  await userEvent.type(screen.getByLabelText('收入证明 怎么取得'), '村委会开具')
  await userEvent.click(screen.getByRole('button', { name: '看一遍再定' }))
  await userEvent.click(screen.getByRole('button', { name: '要求补正，定了' }))
  await screen.findByText('要求补正：已办好')
  expect(line.sent[0]?.body['materials']).toEqual([
    { name: '户口簿', how: '带原件来复印' },
    { name: '收入证明', how: '村委会开具' },
  ])
})

it('[C404] with nothing on the list no notice goes, and where every paper is here it says why', async () => {
  const material = { original: 1, copies: 1, required: true, deferrable: false, promisedOn: null, files: [] }
  const here = { ...material, name: '申请表', source: 'applicant', state: 'received' }
  const open = { ...material, name: '户口簿', source: 'applicant', state: 'missing' }
  const asked = (materials: readonly object[]) =>
    aDetail({ materials, actions: ['request_supplement'] }, { status: 'received' })
  openFakeLine({ topics: { [TOPIC]: asked([here, open]) } })
  const page = render(<CaseScreen id={ID} />)
  await userEvent.click(await screen.findByRole('button', { name: '要求补正' }))
  await userEvent.click(screen.getByRole('checkbox', { name: '户口簿' }))
  await userEvent.click(screen.getByRole('button', { name: '看一遍再定' }))
  expect(screen.getByRole('alert').textContent).toBe('请填写：材料')
  page.unmount()
  hangUp()
  openFakeLine({ topics: { [TOPIC]: asked([here]) } })
  render(<CaseScreen id={ID} />)
  await userEvent.click(await screen.findByRole('button', { name: '要求补正' }))
  expect(screen.getByText('没有缺的材料，不用补正')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '看一遍再定' })).toBeNull()
})

it('[C511] a pause is told by the words of its reason', async () => {
  const at = '2026-06-15T01:00:00.000Z'
  const paused = { id: 'e', rev: 3, type: 'case.paused', occurredAt: at, recordedAt: at, by: '民政办经办' }
  const events = [
    { ...paused, from: 'reviewing', to: 'paused', text: 'public_notice', lateReason: null, isVoided: false },
  ]
  openFakeLine({ topics: { [TOPIC]: aDetail({ events }) } })
  render(<CaseScreen id={ID} />)
  expect(await screen.findByText('公示')).toBeTruthy()
})

it('[U12] a case that is not there is refused in words', async () => {
  openFakeLine({})
  render(<CaseScreen id={ID} />)
  expect((await screen.findByRole('alert')).textContent).toContain('没有这个办件')
})

it('[U10] while the line is cut the page says from when its data are', async () => {
  openFakeLine({ topics: { [TOPIC]: aDetail() } })
  render(<CaseScreen id={ID} />)
  await screen.findByText(/2026-00-0001-X/)
  act(() => useNet.setState({ net: 'offline', since: '2026-06-12T02:32:00.000Z' as never }))
  expect(screen.getByText('▲ 10:32 的数据，只能看')).toBeTruthy()
})
