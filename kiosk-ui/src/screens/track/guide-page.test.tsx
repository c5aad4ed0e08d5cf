// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { phoneCatalogue } from '../../text/phone-catalogue.ts'
import { phoneRefusals } from '../../text/phone-refusals.ts'
import { startText } from '../../text/text.ts'
import { GuidePage } from './guide-page.tsx'

const GUIDE = {
  code: 'MZ-001',
  version: 3,
  effectiveFrom: '2026-05-20',
  name: '最低生活保障审核确认',
  summary: '',
  unit: 'MZ',
  unitName: '民政办',
  topic: 'relief',
  category: '社会救助',
  caseType: 'deadline',
  townshipRole: 'decide',
  visits: 1,
  booking: true,
  villageAgency: true,
  inPersonRequired: false,
  conditions: [],
  committed: null,
  statutory: null,
  pauseReasons: [],
  publicNotice: null,
  steps: [],
  materials: [],
  legalBasis: [],
  feeText: '不收费',
  resultName: '最低生活保障证',
  resultSample: 'a'.repeat(64),
  delivery: [],
  place: '示例镇政务路1号',
  hours: '8:30–12:00',
  consultPhone: '0000-0000000',
  supervisionPhone: '0000-0000001',
  faq: [],
}

const asked: { path: string; door: string | null }[] = []

function answering(more: object): void {
  asked.length = 0
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    asked.push({ path, door: new Headers(init.headers).get('x-actor') })
    return new Response(JSON.stringify({ ...GUIDE, ...more }), { status: 200 })
  })
}

beforeAll(() => startText(phoneCatalogue, phoneRefusals))
afterEach(() => {
  cleanup()
  window.history.replaceState(null, '', '/')
})

test('[C109] a time is offered only for what can be booked, and a picture of the result is shown', async () => {
  answering({})
  const { unmount } = render(<GuidePage code="MZ-001" />)
  expect((await screen.findByRole('link', { name: '预约时间来办' })).getAttribute('href')).toBe(
    '/book?topic=relief',
  )
  expect(screen.getByAltText('最低生活保障证 的样子').getAttribute('src')).toBe(
    `/api/guide/MZ-001/samples/${'a'.repeat(64)}`,
  )
  expect(asked).toEqual([{ path: '/api/guide/MZ-001', door: 'track' }])
  // What a phone cannot draw it opens.
  fireEvent.error(screen.getByAltText('最低生活保障证 的样子'))
  expect(screen.getByText('打开最低生活保障证的样子（文件）').getAttribute('href')).toBe(
    `/api/guide/MZ-001/samples/${'a'.repeat(64)}`,
  )
  expect(screen.queryByText('▲ 这是草稿，还没有发布')).toBeNull()
  unmount()
  answering({ booking: false })
  render(<GuidePage code="MZ-001" />)
  await screen.findByText('最低生活保障证')
  expect(screen.queryByRole('link', { name: '预约时间来办' })).toBeNull()
})

test('[C109] a draft is read by whoever is signed in, and says that it is one', async () => {
  answering({ version: 4 })
  window.history.replaceState(null, '', '/guide/MZ-001?draft')
  render(<GuidePage code="MZ-001" />)
  expect(await screen.findByText('▲ 这是草稿，还没有发布')).toBeTruthy()
  expect(asked).toEqual([{ path: '/api/catalogue/MZ-001/guide', door: 'staff' }])
  // What is not published stays in no browser for whoever opens the page next.
  expect(Object.keys(localStorage).filter((key) => key.includes('catalogue'))).toEqual([])
})
