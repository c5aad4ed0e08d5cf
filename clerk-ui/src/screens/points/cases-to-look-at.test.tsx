// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { useSession } from '../../state/session.ts'
import { hangUp } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { cellsOf, openPoints } from './points.fixture.ts'
import { PointsScreen } from './points-screen.tsx'

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
  useSession.setState({ session: null })
})

it('[V78] lists the cases whose time is to be checked for the supervisor', async () => {
  openPoints()
  render(<PointsScreen />)
  const part = within(await screen.findByTestId('l3.unsureTimes'))
  expect(part.getByRole('link', { name: '2026-05-0002-3' }).getAttribute('href')).toBe(
    '/cases/0190aaaa-0000-7000-8000-0000000000cc',
  )
  expect(part.getByText('石桥村 · 石桥村代办员')).toBeTruthy()
})

it('[V12] lists the cases of near relatives for the supervisor', async () => {
  openPoints()
  render(<PointsScreen />)
  const part = within(await screen.findByTestId('l3.relatives'))
  expect(cellsOf(part.getAllByRole('row')[1] ?? null)).toEqual([
    '2026-05-0001-7',
    '最低生活保障对象认定',
    '示*甲',
    '石桥村 · 石桥村代办员',
    '6月12日（周五）9:40',
    '是村干部的近亲属 · 督查员 · 6月12日（周五）10:00',
    '已收件',
  ])
  const filed = within(await screen.findByTestId('l3.filing'))
  expect(cellsOf(filed.getAllByRole('row')[1] ?? null).slice(-1)).toEqual(['民政办经办 6月12日（周五）10:10'])
})
