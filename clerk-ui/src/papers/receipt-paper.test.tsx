// @vitest-environment happy-dom
import type { Receipt } from '@counter/shared/contract/receipt'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { aClock } from '../test/case-fixture.ts'
import { startWords } from '../text/words.ts'
import { printPaper } from './print-paper.tsx'
import { ReceiptPaper } from './receipt-paper.tsx'

function aReceipt(changes: Partial<Record<keyof Receipt, unknown>> = {}): Receipt {
  return {
    id: '01890a5d-ac96-774b-bcce-b302099a8058',
    kind: 'acceptance',
    paperNumber: '受〔2026〕17号',
    nth: 0,
    madeAt: '2026-06-12',
    centre: '示例镇便民服务中心',
    caseNumber: '2026-00-0001-X',
    queryCode: '7K3F-9QPD',
    token: 'AAAAAAAAAAAAAAAAAAAAAA',
    link: 'http://127.0.0.1:8080/c#AAAAAAAAAAAAAAAAAAAAAA',
    itemName: '低保申请',
    applicant: '王*国',
    unitName: '民政办',
    receivedAt: '2026-06-12T01:45:00.000Z',
    dueAt: '2026-06-22T09:30:00.000Z',
    dueOn: '2026-06-22',
    isProvisional: false,
    statutoryDueOn: '2026-07-13',
    explanation: aClock().segments,
    materials: [
      { name: '申请表', state: 'received', how: '' },
      { name: '户口簿', state: 'missing', how: '带原件来复印' },
      { name: '收入证明', state: 'missing', how: '村委会开具' },
    ],
    points: [],
    until: '2026-07-06',
    where: '镇为民服务大厅',
    by: '2号窗口',
    consultPhone: '0000-0000000',
    supervisionPhone: '0000-0000001',
    ...changes,
  } as Receipt
}

beforeAll(startWords)
afterEach(() => {
  cleanup()
  document.getElementById('paper')?.remove()
  delete window.__printLog
})

it('[C903] the notice of acceptance has the due instant in large type, the code, the QR and how days are counted', () => {
  render(<ReceiptPaper receipt={aReceipt()} />)
  expect(screen.getByRole('heading', { name: '受理通知书' })).toBeTruthy()
  expect(screen.getByText('最迟 6月22日（周一）17:30 前办结').className).toBe('paper-due')
  expect(screen.getByText('7K3F-9QPD')).toBeTruthy()
  expect(screen.getByRole('img', { name: 'QR' })).toBeTruthy()
  expect(screen.getByText(/^怎么算的：.*6月19日（周五，端午节放假）不计/)).toBeTruthy()
})

it('[C1103] a later paper has no code, because it is told once, and says where it stands', () => {
  const link = 'http://127.0.0.1:8080/c'
  render(<ReceiptPaper receipt={aReceipt({ queryCode: '', token: '', link })} />)
  expect(screen.getByText(/查询码在第一张单子上/)).toBeTruthy()
  expect(screen.getByRole('img', { name: 'QR' })).toBeTruthy()
})

it('[C519] a provisional date says on what it depends', () => {
  render(<ReceiptPaper receipt={aReceipt({ isProvisional: true })} />)
  expect(screen.getByText('（以国务院通知为准）')).toBeTruthy()
})

it('[C404] the one-time notice lists only what is missing, how to get it, where, by when, with two signatures', () => {
  render(<ReceiptPaper receipt={aReceipt({ kind: 'supplement' })} />)
  expect(screen.getByRole('heading', { name: '补正材料一次性告知书' })).toBeTruthy()
  expect(screen.getAllByRole('listitem').map((line) => line.textContent)).toEqual([
    '☐ 户口簿怎么取得：带原件来复印',
    '☐ 收入证明怎么取得：村委会开具',
  ])
  expect(screen.getByText('7月6日（周一） 前交到 镇为民服务大厅')).toBeTruthy()
  expect(screen.getByText(/申请人签字/)).toBeTruthy()
  expect(screen.getByText(/经办人签字/)).toBeTruthy()
})

it('[U30] a copy says so, and the promise of an extension stands beside the reason', () => {
  const points = [
    { point: 'reason', text: '需现场踏勘' },
    { point: 'dueBefore', text: '6月15日（周一）' },
  ]
  render(<ReceiptPaper receipt={aReceipt({ kind: 'extension', nth: 2, points })} />)
  expect(screen.getByText('文号 受〔2026〕17号 · 补打 2')).toBeTruthy()
  expect(screen.getByRole('heading', { name: '延期通知书' })).toBeTruthy()
  expect(screen.getByText('原办结期限').nextSibling?.textContent).toBe('6月15日（周一）')
  expect(screen.getByText('最迟 6月22日（周一）17:30 前办结')).toBeTruthy()
  expect(screen.getByText(/（盖章）/)).toBeTruthy()
  expect(screen.queryByText('材料')).toBeNull()
})

it('[C411] a receipt says that it is not yet an acceptance', () => {
  render(<ReceiptPaper receipt={aReceipt({ kind: 'receipt', dueAt: null, dueOn: '2026-06-22' })} />)
  expect(screen.getByText('收到材料不等于受理。是否受理，6月22日（周一） 前答复')).toBeTruthy()
  expect(document.querySelector('.paper-due')).toBeNull()
})

it('[U30] each print is told to the log of the test build with its number and command', () => {
  act(() => printPaper(aReceipt(), { commandId: 'c1' }))
  expect(window.__printLog).toMatchObject([
    { kind: 'acceptance', number: '2026-00-0001-X', commandId: 'c1', state: 'printed' },
  ])
  expect(document.querySelectorAll('#paper .paper')).toHaveLength(1)
  act(() => printPaper(aReceipt()))
  expect(document.querySelectorAll('#paper')).toHaveLength(1)
})
