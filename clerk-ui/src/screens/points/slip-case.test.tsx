// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { useSession } from '../../state/session.ts'
import { aRow } from '../../test/case-fixture.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { AttentionPart } from './attention-part.tsx'

const ID = '0190aaaa-0000-7000-8000-0000000000aa'
const WAITING = {
  id: ID,
  village: '05',
  villageName: '石桥村',
  agent: '石桥村代办员',
  type: 'case.register',
  code: 'number.re_entered',
  message: '回执已补录为 2026-05-0001-7，请镇中心核对',
  messageEn: 'The slip was entered again as 2026-05-0001-7. The centre compares the two',
  caseId: null,
  number: null,
  item: '社会救助政策咨询与在享待遇查询',
  applicant: '示*丙',
  topic: null,
  missing: [],
  conflicts: [],
  slipCase: {
    id: '0190aaaa-0000-7000-8000-0000000000bb',
    number: '2026-05-0001-7',
    item: '社会救助政策咨询与在享待遇查询',
    applicant: '示*甲',
    receivedAt: '2026-06-12T02:00:00.000Z',
    isVoid: false,
    differences: [
      { field: 'name', theirs: '示*甲', yours: '示*丙' },
      { field: 'phone', theirs: '199****0001', yours: '199****0002' },
    ],
  },
  files: 1,
  capturedAt: '2026-06-12T01:25:00.000Z',
  receivedAt: '2026-06-12T01:40:00.000Z',
  handedAt: '2026-06-12T01:41:00.000Z',
}

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
  useSession.setState({ session: null })
})

async function open(isVoid = false) {
  const item = { ...WAITING, slipCase: { ...WAITING.slipCase, isVoid } }
  const line = openFakeLine({ answer: () => ({ status: 200, body: { items: [item] } }) })
  useSession.setState({ phase: 'in', session: { role: 'supervisor' } as never })
  render(<AttentionPart news={null} />)
  const card = within(await screen.findByTestId('l3.waiting'))
  const solve = async () => {
    await userEvent.type(card.getByRole('textbox', { name: '说明' }), '问过本人')
    await userEvent.click(card.getByRole('button', { name: '确定处理' }))
    return line.sent.find(({ path }) => path === `/api/village-attention/${ID}/solve`)?.body
  }
  return { card, solve }
}

it('[V80] the slip’s case and the phone stand side by side, and one press joins them under the number of both', async () => {
  const { card, solve } = await open()
  const rows = card.getAllByRole('row').map((row) => row.textContent)
  expect(rows).toEqual([
    '哪一项补录的办件手机上的（石桥村代办员）',
    '姓名示*甲示*丙',
    '电话199****0001199****0002 改用手机上的电话',
  ])
  await userEvent.click(card.getByRole('checkbox', { name: '改用手机上的电话' }))
  const body = { how: 'link', number: '2026-05-0001-7', take: ['phone'], reason: '问过本人' }
  expect(await solve()).toMatchObject(body)
})

it('[V80] another matter gets its own number, which is the expected way where the slip’s case is void', async () => {
  const { card, solve } = await open(true)
  expect(card.getByText('这张回执补录过，已作废：', { exact: false })).toBeTruthy()
  expect(await solve()).toMatchObject({ how: 'apart', reason: '问过本人' })
})

const ROW = aRow({ number: '2026-05-0009-G', applicant: '王*国' })

async function openLink(found: readonly object[]) {
  const item = { ...WAITING, code: 'person.id_invalid', slipCase: null }
  const line = openFakeLine({
    answer: (path) => {
      if (path === '/api/cases/find') return { status: 200, body: { items: found, next: null } }
      return { status: 200, body: path.endsWith('/solve') ? { done: true } : { items: [item] } }
    },
  })
  useSession.setState({ phase: 'in', session: { role: 'supervisor' } as never })
  render(<AttentionPart news={null} />)
  const card = within(await screen.findByTestId('l3.waiting'))
  await userEvent.selectOptions(card.getByRole('combobox', { name: '怎么处理' }), '并到已有的办件')
  await userEvent.type(card.getByRole('textbox', { name: '办件编号' }), '2026-05-0009-g')
  await userEvent.type(card.getByRole('textbox', { name: '说明' }), '问过本人')
  await userEvent.click(card.getByRole('button', { name: '确定处理' }))
  return { card, solved: () => line.sent.filter(({ path }) => path.endsWith('/solve')) }
}

it('[V62, V80] whose case it is stands there, masked and with its number, before the slip’s own is given up', async () => {
  const { card, solved } = await openLink([ROW])
  expect(await card.findByText(`并到 2026-05-0009-G：王*国，${ROW.itemName}`)).toBeTruthy()
  expect(card.getByText('手机上登记的是：示*丙。并过去后，小票上另外的编号作废')).toBeTruthy()
  expect(solved()).toEqual([])
  await userEvent.click(card.getByRole('button', { name: '看过了，就并到这一件' }))
  expect(solved()).toMatchObject([{ body: { how: 'link', number: '2026-05-0009-G', reason: '问过本人' } }])
})

it('[V80] while a number is looked up the button says so, and a second press asks nothing again', async () => {
  let answered: (response: Response) => void = () => undefined
  const item = { ...WAITING, code: 'person.id_invalid', slipCase: null }
  const line = openFakeLine({ answer: () => ({ status: 200, body: { items: [item] } }) })
  const asked: string[] = []
  const others = globalThis.fetch
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    if (path !== '/api/cases/find') return others(path, init)
    asked.push(path)
    return new Promise<Response>((answer) => {
      answered = answer
    })
  })
  useSession.setState({ phase: 'in', session: { role: 'supervisor' } as never })
  render(<AttentionPart news={null} />)
  const card = within(await screen.findByTestId('l3.waiting'))
  await userEvent.selectOptions(card.getByRole('combobox', { name: '怎么处理' }), '并到已有的办件')
  await userEvent.type(card.getByRole('textbox', { name: '办件编号' }), '2026-05-0009-G')
  await userEvent.type(card.getByRole('textbox', { name: '说明' }), '问过本人{Enter}')
  expect((await card.findByRole('button', { name: '正在查…' })).getAttribute('aria-disabled')).toBe('true')
  await userEvent.type(card.getByRole('textbox', { name: '说明' }), '{Enter}')
  expect(asked).toEqual(['/api/cases/find'])
  answered(new Response(JSON.stringify({ items: [ROW], next: null }), { status: 200 }))
  expect(await card.findByRole('button', { name: '看过了，就并到这一件' })).toBeTruthy()
  expect(line.sent.some(({ path }) => path.endsWith('/solve'))).toBe(false)
})

it('[V62, V80] another number is asked about anew, and one that nobody has joins nothing', async () => {
  const { card, solved } = await openLink([ROW])
  await card.findByText(/王\*国/)
  await userEvent.type(card.getByRole('textbox', { name: '办件编号' }), '{Backspace}Q')
  expect(card.queryByText(/王\*国/)).toBeNull()
  await userEvent.click(card.getByRole('button', { name: '确定处理' }))
  expect((await card.findByRole('alert')).textContent).toContain('没有这个办件')
  expect(solved()).toEqual([])
})
