// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { DesignFrame } from '../../components/design-frame.tsx'
import { forgetAdminDrafts } from '../../state/admin-drafts.ts'
import { useSession } from '../../state/session.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { FOLLOW_UP, RATINGS } from '../../test/rating-fixture.ts'
import { startWords } from '../../text/words.ts'
import { RatingsScreen } from './ratings-screen.tsx'

beforeAll(startWords)
afterEach(() => {
  cleanup()
  forgetAdminDrafts()
  hangUp()
  useSession.setState({ session: null })
})

function show(role: string, more: object = {}) {
  useSession.setState({ session: { role } as never })
  const view = { ...FOLLOW_UP, ...more }
  const line = openFakeLine({
    answer: (path) =>
      path === '/api/ratings'
        ? { status: 200, body: { ...RATINGS, open: [view] } }
        : { status: 409, body: { code: 'rating.appeal_late', params: {} } },
  })
  hangUp()
  render(
    <DesignFrame>
      <RatingsScreen />
    </DesignFrame>,
  )
  return line
}

it('[C1005] an appeal that comes too late is refused in words, and what was typed stays', async () => {
  const line = show('supervisor')
  await userEvent.click(await screen.findByRole('button', { name: '单位申诉', expanded: false }))
  const words = screen.getByLabelText('申诉的单位和理由')
  await userEvent.type(words, '当天停电')
  await userEvent.click(screen.getByRole('button', { name: '提交申诉' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(/申诉/)
  expect((words as HTMLTextAreaElement).value).toBe('当天停电')
  expect(line.sent[line.sent.length - 1]).toMatchObject({
    path: `/api/ratings/${FOLLOW_UP.id}/appeal`,
    body: { text: '当天停电' },
  })
})

it('[P11, C1004] a leader is told that a number was left, and is offered no step and no appeal', async () => {
  show('leader', { phone: null, next: [] })
  expect(await screen.findByText('留了电话，要答复、回访')).toBeTruthy()
  expect(screen.getByText('联系最迟')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.queryByRole('textbox')).toBeNull()
})

it('[C1005] who brought an appeal in is told that somebody else decides, and is offered no decision', async () => {
  const appeal = {
    text: '当天停电',
    madeAt: FOLLOW_UP.givenAt,
    madeBy: '中心负责人',
    isUpheld: null,
    reason: '',
    decidedAt: null,
    decidedBy: null,
  }
  show('supervisor', { appeal: { ...appeal, mayDecide: false } })
  expect(await screen.findByText('等别人决定，您提的不能自己定')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '申诉不成立' })).toBeNull()
  cleanup()
  show('leader', { appeal: { ...appeal, mayDecide: true } })
  expect(await screen.findByRole('button', { name: '申诉不成立' })).toBeTruthy()
})
