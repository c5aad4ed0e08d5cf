// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { aDetail } from '../../test/case-fixture.ts'
import { startWords } from '../../text/words.ts'
import { CaseSubtasks } from './case-subtasks.tsx'

beforeAll(startWords)
afterEach(cleanup)

const asked = {
  id: 'e1',
  unitName: '民政办',
  content: '请核对家庭情况',
  dueOn: '2026-06-17',
  how: null,
  result: '',
} as const

it('[C805] shows whom is asked for what, by which day, and what came of it', () => {
  const subtasks = [asked, { ...asked, id: 'e2', how: 'answered' as const, result: '情况属实' }]
  render(<CaseSubtasks detail={aDetail({ subtasks })} />)
  expect(screen.getAllByText(/民政办，6月17日（周三） 前：请核对家庭情况/)).toHaveLength(2)
  expect(screen.getByText(/等答复/)).toBeDefined()
  expect(screen.getByText('情况属实')).toBeDefined()
  expect(screen.queryByRole('button')).toBeNull()
})

it('[P11] without its words a sub-task says whom and by when, and no colon after it', () => {
  render(<CaseSubtasks detail={aDetail({ subtasks: [{ ...asked, content: '' }] })} />)
  expect(screen.getByRole('listitem').textContent).toBe('○ 民政办，6月17日（周三） 前 · 等答复')
})

it('[C805] offers asking and waiving to those who may, and nothing to a case without either', () => {
  const { rerender } = render(
    <CaseSubtasks detail={aDetail({ subtasks: [asked], maySubtask: { open: true, waive: true } })} />,
  )
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    '不再等',
    '请别的单位协办',
  ])
  rerender(<CaseSubtasks detail={aDetail()} />)
  expect(screen.queryByText('协办')).toBeNull()
})
