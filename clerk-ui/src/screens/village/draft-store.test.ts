import type { CaseId, StaffId } from '@counter/shared/vocabulary/ids'
import { beforeEach, describe, expect, test } from 'vitest'
import { draftName } from '../../outbox/draft-disk.ts'
import { newDraft } from './draft.ts'
import { daysLeft, isBegun, newCaseOf, openNewCase, today, useDrafts } from './draft-store.ts'
import { newFact, withTyped } from './fact-draft.ts'

const DAY = 86_400_000
const subject = { caseId: 'c1' as CaseId, title: '最低生活保障审核确认 · 示*甲' }
const NOTE = withTyped(newFact('note.add', subject), 'text', '明天送来')

beforeEach(() => useDrafts.setState({ forms: {}, isRead: true }))

describe('[V36] drafts', () => {
  test('of a new case and of facts lie side by side, each in its slot', () => {
    openNewCase()
    useDrafts.getState().put(NOTE)
    expect(Object.keys(useDrafts.getState().forms)).toEqual(['new', 'note.add:c1'])
    useDrafts.getState().close('note.add:c1')
    expect(newCaseOf(useDrafts.getState())).not.toBeNull()
  })

  test('count only once something was typed', () => {
    expect(isBegun(newDraft(today()))).toBe(false)
    expect(isBegun({ ...newDraft(today()), name: '示例甲' })).toBe(true)
    expect(isBegun(NOTE)).toBe(true)
  })

  test.each<[number, number | null]>([
    [0, null],
    [26.9, null],
    [27, 3],
    [28.5, 2],
    [29.5, 1],
    [31, 0],
  ])('%s days after the last letter the agent is told how many days are left: %s', (days, left) => {
    expect(daysLeft(0, days * DAY)).toBe(left)
  })
})

test('[V27] no form is begun before the disk has said which there are', () => {
  useDrafts.setState({ isRead: false })
  openNewCase()
  expect(useDrafts.getState().forms).toEqual({})
})

test('[V35] the forms of two agents of one phone have names of their own, and that of a new case keeps the old one', () => {
  const a = 'a1' as StaffId
  expect(draftName({ author: a, slot: 'new' })).toBe('a1')
  expect(draftName({ author: a, slot: 'note.add:c1' })).toBe('a1:note.add:c1')
  expect(draftName({ author: 'b2' as StaffId, slot: 'note.add:c1' })).toBe('b2:note.add:c1')
})
