// @vitest-environment happy-dom

import type { Guide } from '@counter/shared/contract/public/guide'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { phoneCatalogue } from '../../text/phone-catalogue.ts'
import { phoneRefusals } from '../../text/phone-refusals.ts'
import { startText } from '../../text/text.ts'
import { GuideSections } from './guide-sections.tsx'

beforeAll(() => startText(phoneCatalogue, phoneRefusals))
afterEach(cleanup)

test('[P-4] a guide has its sections in their order and the process as an ordered list', () => {
  render(<GuideSections guide={guide()} />)
  const headings = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)
  expect(headings).toEqual([
    '简版',
    '要带的材料',
    '谁能办',
    '怎么办',
    '办理依据',
    '时限',
    '收费',
    '结果',
    '地点、时间、电话',
    '监督投诉',
  ])
  const steps = within(screen.getByText('入户调查').closest('ol') ?? document.body).getAllByRole('listitem')
  expect(steps.map((step) => step.querySelector('strong')?.textContent)).toEqual([
    '申请',
    '受理',
    '审核',
    '入户调查',
    '决定',
    '送达',
  ])
  expect(screen.getByText('承诺 5个工作日（法定 20个工作日）')).toBeTruthy()
})

test('[C109] the drawn way says who, how long and what does not count; the foot says version, day and unit', () => {
  const steps = [
    { name: '入户调查', who: '村协查员', howLong: '3天', isExcluded: false },
    { name: '公示', who: '', howLong: '7天', isExcluded: true },
    { name: '受理', who: '村代办点', howLong: '', isExcluded: false },
  ]
  render(<GuideSections guide={{ ...guide(), steps }} />)
  const boxes = screen.getAllByRole('listitem').filter((item) => item.closest('ol') !== null)
  expect(boxes.map((box) => [box.textContent, box.dataset['excluded']])).toEqual([
    ['申请您到窗口或村代办点提出', 'false'],
    ['受理村代办点', 'false'],
    ['审核民政办审核', 'false'],
    ['入户调查村协查员 · 3天', 'false'],
    ['公示民政办 · 7天不计入时限', 'true'],
    ['决定民政办作出决定 · 5个工作日', 'false'],
    ['送达把结果交给您', 'false'],
  ])
  expect(screen.getByText('2026-05-20 更新 · 第 3 版 · 责任单位：民政办')).toBeTruthy()
})

test('[K-7, P42] a kiosk opens no file: a sample that is no picture is seen at a window', () => {
  render(<GuideSections guide={{ ...guide(), resultSample: 'a'.repeat(64) }} />)
  fireEvent.error(screen.getByAltText('最低生活保障证 的样子'))
  expect(screen.getByText('这份样子请到窗口看')).toBeTruthy()
  expect(screen.queryByText('打开最低生活保障证的样子（文件）')).toBeNull()
})

function guide(): Guide {
  return {
    code: 'MZ-001',
    version: 3,
    effectiveFrom: '2026-05-20',
    name: '最低生活保障审核确认',
    unit: 'MZ',
    unitName: '民政办',
    topic: 'relief',
    category: '社会救助',
    caseType: 'deadline',
    townshipRole: 'decide',
    visits: 1,
    villageAgency: true,
    inPersonRequired: false,
    conditions: ['本县户籍居民'],
    committed: { value: 5, unit: 'workday', text: '5个工作日' },
    statutory: { value: 20, unit: 'workday', text: '20个工作日' },
    pauseReasons: ['public_notice'],
    publicNotice: null,
    steps: [{ name: '入户调查', who: '', howLong: '', isExcluded: true }],
    materials: [],
    legalBasis: ['《社会救助暂行办法》'],
    feeText: '不收费',
    resultName: '最低生活保障证',
    delivery: ['collect'],
    place: '示例镇政务路1号',
    hours: '8:30–12:00',
    consultPhone: '0000-0000000',
    supervisionPhone: '0000-0000001',
    summary: '',
    faq: [],
  }
}
