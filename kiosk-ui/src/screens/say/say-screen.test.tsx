// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { phoneRefusals } from '../../text/phone-refusals.ts'
import { sayCatalogue } from '../../text/say-catalogue.ts'
import { startText } from '../../text/text.ts'
import { SayScreen } from './say-screen.tsx'

const TOKEN = 'AAAAAAAAAAAAAAAAAAAAAA'
const FOUND = {
  number: '2026-99-0001-K',
  status: 'replied',
  light: 'done',
  receivedOn: '2026-06-12',
  unitName: '社会事务办',
  dueOn: '2026-06-19',
  reply: '明天修好路灯',
  repliedOn: '2026-06-15',
  organ: null,
}
const sent: { path: string; body: Record<string, unknown> | null }[] = []
let answers: Record<string, { status: number; body: object }> = {}

beforeEach(async () => {
  sent.length = 0
  location.hash = ''
  answers = {
    '/api/say GET': { status: 200, body: { supervisionPhone: '0564-1234567', dutyPhone: '0564-7654321' } },
    '/api/say POST': {
      status: 200,
      body: { number: '2026-99-0001-K', queryCode: '7K3F-9QPD', token: TOKEN, dueOn: '2026-06-19' },
    },
    '/api/track/letter POST': { status: 200, body: FOUND },
  }
  vi.stubGlobal(
    'fetch',
    async (path: string, { method = 'GET', body }: { method?: string; body?: string } = {}) => {
      sent.push({ path, body: body === undefined ? null : JSON.parse(body) })
      const answer = answers[`${path} ${method}`] ?? { status: 404, body: {} }
      return new Response(JSON.stringify(answer.body), {
        status: answer.status,
        headers: { 'content-type': 'application/json' },
      })
    },
  )
  await startText(sayCatalogue, phoneRefusals)
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const posted = () => sent.filter(({ path, body }) => path === '/api/say' && body !== null)

it('[C1304] takes a letter without name or number, and tells number and code once', async () => {
  render(<SayScreen />)
  await userEvent.click(screen.getByRole('button', { name: '提交' }))
  expect(screen.getByRole('alert').textContent).toBe('请写上想说的话')
  expect(posted()).toEqual([])
  await userEvent.type(screen.getByLabelText('想说的话（最多 500 字）'), '路灯不亮')
  await userEvent.selectOptions(screen.getByLabelText('哪一类'), '求助')
  await userEvent.click(screen.getByRole('button', { name: '提交' }))
  expect((await screen.findByTestId('say.code')).textContent).toBe('查询码 7K3F-9QPD')
  expect(posted()[0]?.body).toMatchObject({
    topic: 'help',
    text: '路灯不亮',
    name: '',
    phone: '',
    isAboutStaff: false,
  })
  expect(screen.getByRole('link').getAttribute('href')).toBe(`/say#${TOKEN}`)
})

it('[C1401] whoever complains about staff is shown the supervision phone and the paper box, and there is nothing to send', async () => {
  render(<SayScreen />)
  await userEvent.click(screen.getByLabelText('我要投诉工作人员'))
  await waitFor(() => expect(screen.getByTestId('say.staff').textContent).toContain('监督电话 0564-1234567'))
  expect(screen.getByTestId('say.staff').textContent).toContain('纸质信箱')
  expect(screen.queryByRole('button', { name: '提交' })).toBeNull()
  expect(posted()).toEqual([])
})

it('[C1304] shows the answer by the link of the page, and by number and code', async () => {
  location.hash = `#${TOKEN}`
  render(<SayScreen />)
  await screen.findByText('明天修好路灯')
  expect(sent.find(({ path }) => path === '/api/track/letter')?.body).toEqual({ token: TOKEN })
  cleanup()
  location.hash = ''
  answers['/api/track/letter POST'] = {
    status: 404,
    body: { code: 'code.not_found', params: {}, message: '' },
  }
  render(<SayScreen />)
  await userEvent.click(screen.getByRole('button', { name: '看答复' }))
  await userEvent.type(screen.getByLabelText('编号'), '2026-99-0001-K')
  await userEvent.type(screen.getByLabelText('8 位查询码'), '00000000')
  await userEvent.click(screen.getByRole('button', { name: '查一下' }))
  expect((await screen.findByRole('alert')).textContent).toBe('没找到，请核对编号和查询码')
})

it('[C1303] shows the published answers, more of them on a press, and says when there are none', async () => {
  const item = {
    id: 'e1',
    channel: 'phone',
    topic: 'help',
    unitName: '社会事务办',
    repliedOn: '2026-06-15',
    publishedOn: '2026-06-16',
    question: '村口路灯不亮',
    answer: '当晚已修好',
  }
  answers['/api/say/answers GET'] = { status: 200, body: { items: [item], next: 'a~b' } }
  answers['/api/say/answers?cursor=a~b GET'] = {
    status: 200,
    body: { items: [{ ...item, id: 'e2', question: '桥面有坑' }], next: null },
  }
  const { unmount } = render(<SayScreen />)
  await userEvent.click(screen.getByRole('button', { name: '公开的答复' }))
  expect((await screen.findByRole('article')).textContent).toBe(
    '24小时电话 · 求助问： 村口路灯不亮答： 当晚已修好社会事务办 · 6月15日 答复',
  )
  await userEvent.click(screen.getByRole('button', { name: '再看一些' }))
  await screen.findByText('桥面有坑')
  expect(screen.getAllByRole('article')).toHaveLength(2)
  expect(screen.queryByRole('button', { name: '再看一些' })).toBeNull()
  unmount()
  answers['/api/say/answers GET'] = { status: 200, body: { items: [], next: null } }
  render(<SayScreen />)
  await userEvent.click(screen.getByRole('button', { name: '公开的答复' }))
  await screen.findByText('还没有公开的答复')
})
