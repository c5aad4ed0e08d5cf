// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { forgetAdminDrafts } from '../../state/admin-drafts.ts'
import { useNet } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { BoxPart } from './box-part.tsx'
import { LetterScreen } from './letter-screen.tsx'
import { LettersScreen } from './letters-screen.tsx'
import { EMPTY_LOG } from './log-draft.ts'
import { LogLetterScreen } from './log-letter-screen.tsx'

const ID = '019eb2a0-0000-7000-8000-000000000001'
const ROW = {
  id: ID,
  number: '2026-99-0001-K',
  channel: 'phone',
  topic: 'help',
  writer: '示*甲',
  status: 'to_sign',
  flags: ['urgent'],
  unit: 'MZ',
  unitName: '社会事务办',
  handler: '民政经办',
  externalNumber: null,
  receivedAt: '2026-06-12T01:00:00.000Z',
  repliedAt: null,
  light: 'yellow',
  clockKind: 'committed',
  dueOn: '2099-06-17',
  dueAt: '2099-06-17T09:30:00.000Z',
  limitUnit: 'workday',
  left: 1,
  overdue: 0,
  isProvisional: false,
  isOnTime: null,
  version: 4,
}
const LETTER = {
  row: ROW,
  writer: { name: '示*甲', phone: '199****0001', hasAddress: false },
  people: 1,
  representatives: 1,
  text: '路灯三天没亮',
  leader: '',
  answer: { text: '明晚亮灯', by: '民政经办', signer: null },
  way: null,
  satisfied: null,
  review: null,
  publication: null,
  clocks: [],
  toldDueOn: null,
  externalDueOn: null,
  originalNumber: null,
  events: [],
  orders: [],
  papers: [],
  actions: ['sign', 'rework'],
  ways: ['read_out', 'in_writing', 'by_code'],
}
const BOX = { openings: [], people: [], dueOn: '2026-06-18', isDue: true }
const NOTHING = { received: 0, replied: 0, onTime: 0, satisfied: 0, dissatisfied: 0 }
const COUNT = {
  from: '2026-01-01',
  to: '2026-06-12',
  channels: [{ channel: 'secretary_box', ...NOTHING, received: 41, replied: 41, onTime: 40 }],
  mailboxes: { ...NOTHING, received: 140, replied: 138, onTime: 136 },
  all: NOTHING,
}

beforeAll(startWords)
beforeEach(() => {
  history.replaceState(null, '', '/letters')
  useSession.setState({ phase: 'in', session: { role: 'supervisor', unit: null, window: null } as never })
})
afterEach(() => {
  forgetAdminDrafts()
  cleanup()
  hangUp()
})

function online(more: Readonly<Record<string, unknown>> = {}) {
  return openFakeLine({
    topics: { letters: { green: 3, yellow: 1, red: 2 }, [`letter:${ID}`]: LETTER, ...more },
    answer: (path) => {
      if (path.startsWith('/api/letters?')) return { status: 200, body: { items: [ROW], next: null } }
      if (path.startsWith('/api/letters/count')) return { status: 200, body: COUNT }
      if (path.startsWith('/api/box-openings')) return { status: 200, body: BOX }
      if (path.startsWith('/api/book-readings'))
        return { status: 200, body: { readings: [], dueOn: null, isDue: true } }
      if (path.startsWith('/api/duty'))
        return { status: 200, body: { today: '2026-06-12', days: [], people: [] } }
      if (path.endsWith('/sign'))
        return { status: 200, body: { ...LETTER, row: { ...ROW, version: 5 }, actions: ['rework', 'reply'] } }
      return { status: 404, body: { code: 'request.not_found', params: {} } }
    },
  })
}

it('[C1302] lists what waits with shape and words, and a light that is picked stands in the address', async () => {
  const line = online()
  render(<LettersScreen />)
  const row = within(await screen.findByRole('row', { name: /2026-99-0001-K/ }))
  expect(row.getByText('临期 · 还剩 1 个工作日')).toBeTruthy()
  expect(row.getByText('紧急')).toBeTruthy()
  await userEvent.click(await screen.findByRole('button', { name: '超期 2' }))
  expect(location.search).toBe('?light=red')
  await expect.poll(() => line.sent.some(({ path }) => path === '/api/letters?light=red')).toBe(true)
})

it('[C1301] says that box and book are to be looked into, to those who do it', async () => {
  online()
  const { unmount } = render(<LettersScreen />)
  expect((await screen.findByTestId('box.due')).textContent).toContain('意见箱该开了，两个人一起开')
  expect((await screen.findByTestId('book.due')).textContent).toContain('今天的意见簿还没看')
  unmount()
  useSession.setState({ phase: 'in', session: { role: 'handler', unit: 'MZ', window: null } as never })
  render(<LettersScreen />)
  await screen.findByRole('row', { name: /2026-99-0001-K/ })
  expect(screen.queryByTestId('box.due')).toBeNull()
})

it('[C1301] the form of an opening is empty again after it was sent', async () => {
  const people = [{ id: '019eb2a0-0000-7000-8000-00000000bbbb', name: '督查' }]
  const line = openFakeLine({
    answer: () => ({ status: 200, body: { ...BOX, people, isDue: false } }),
  })
  render(<BoxPart />)
  await userEvent.selectOptions(await screen.findByLabelText('同开的人'), '督查')
  await userEvent.type(screen.getByLabelText('取出几封'), '3')
  await userEvent.click(screen.getByRole('button', { name: '记下开箱' }))
  await screen.findByText('✓ 已记下')
  const sent = line.sent.filter(({ body }) => 'count' in body)
  expect(sent.map(({ body }) => [body['second'], body['count']])).toEqual([[people[0]?.id, 3]])
  expect((screen.getByLabelText('同开的人') as HTMLSelectElement).value).toBe('')
  expect((screen.getByLabelText('取出几封') as HTMLInputElement).value).toBe('')
})

it('[C1303] says how many letters of the mailboxes were answered and how many in time, and the table has the same numbers', async () => {
  online()
  render(<LettersScreen />)
  await screen.findByText('四个信箱答复 138 封，按时 136 封')
  const cells = within(screen.getByRole('row', { name: /^书记信箱/ })).getAllByRole('cell')
  expect(cells.map(({ textContent }) => textContent)).toEqual(['41', '41', '40', '0', '0'])
})

it('[C1302] offers exactly the acts that the server names, and a signature is read once more before it is given', async () => {
  const line = online()
  render(<LetterScreen id={ID} />)
  await screen.findByText('明晚亮灯')
  const acts = screen.getByRole('region', { name: '现在可以' })
  expect(
    within(acts)
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toEqual(['签发', '退回修改'])
  await userEvent.click(within(acts).getByRole('button', { name: '签发' }))
  await userEvent.click(within(acts).getByRole('button', { name: '看一遍再定' }))
  expect(line.sent.some(({ path }) => path.endsWith('/sign'))).toBe(false)
  await userEvent.keyboard('{Enter}')
  await expect
    .poll(() =>
      line.sent.filter(({ path }) => path.endsWith('/sign')).map(({ body }) => body['expectedVersion']),
    )
    .toEqual([4])
  await screen.findByRole('button', { name: '登记已答复' })
})

it('[U15] what was half written in the log is found at the server again', async () => {
  openFakeLine({
    answer: (path) =>
      path === '/api/letters/draft'
        ? {
            status: 200,
            body: {
              draft: { content: { ...EMPTY_LOG, text: '来电说一半' }, savedAt: '2026-06-12T01:40:00.000Z' },
            },
          }
        : { status: 404, body: { code: 'request.not_found', params: {} } },
  })
  render(<LogLetterScreen />)
  await screen.findByDisplayValue('来电说一半')
  expect(screen.getByTestId('log.kept').textContent).toBe('9:40 已存草稿')
})

it('[C1401] a complaint about staff is pointed elsewhere, and the log has nothing to send', async () => {
  const line = online()
  render(<LogLetterScreen />)
  await screen.findByText('▲ 今天没有排班，请主管补上')
  await userEvent.click(screen.getByLabelText('投诉的是工作人员'))
  expect(screen.getByRole('alert').textContent).toContain('监督电话')
  expect(screen.queryByRole('button', { name: '登记' })).toBeNull()
  expect(line.sent.some(({ path }) => path === '/api/letters')).toBe(false)
})

it('[C1301] asks a visit for its leader and group, a mailbox for the number and date of the county', async () => {
  online()
  render(<LogLetterScreen />)
  const channel = await screen.findByLabelText('从哪里来')
  expect(screen.queryByLabelText('接访领导')).toBeNull()
  await userEvent.selectOptions(channel, '来访')
  expect(screen.getByLabelText('接访领导')).toBeTruthy()
  expect(screen.getByLabelText('推了几名代表')).toBeTruthy()
  await userEvent.selectOptions(channel, '县长信箱')
  expect(screen.getByLabelText('上级要求的日期')).toBeTruthy()
  expect(screen.queryByLabelText('当场答复的内容')).toBeNull()
})

it('[U15, U10] what is typed outlives another page and a cut line, which is said', async () => {
  online()
  const { unmount } = render(<LogLetterScreen />)
  await userEvent.type(await screen.findByLabelText('说的是什么事'), '路灯不亮')
  unmount()
  render(<LogLetterScreen />)
  expect((screen.getByLabelText('说的是什么事') as HTMLTextAreaElement).value).toBe('路灯不亮')
  act(() => useNet.setState({ net: 'offline', since: '2026-06-12T01:40:00.000Z' as never }))
  expect(await screen.findByText('▲ 离线（09:40 起）。先写着，恢复后再登记')).toBeTruthy()
  expect(document.querySelector('[data-screen="C-8"]')?.getAttribute('data-state')).toBe('offline')
  expect((screen.getByLabelText('说的是什么事') as HTMLTextAreaElement).value).toBe('路灯不亮')
  act(() => useNet.setState({ net: 'online', since: null }))
})
