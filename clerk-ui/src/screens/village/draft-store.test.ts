import type { CaseId, StaffId } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { beforeEach, describe, expect, test } from 'vitest'
import { daysLeft } from '../../outbox/draft-days.ts'
import { draftName } from '../../outbox/draft-disk.ts'
import { type Draft, newDraft } from './draft.ts'
import { isBegun, today, useDrafts } from './draft-store.ts'
import { newFact, withTyped } from './fact-draft.ts'
import { changeNewCase, newCaseOf, newCasesOf, openNewCase } from './new-cases.ts'

const DAY = 86_400_000
const subject = { caseId: 'c1' as CaseId, title: '最低生活保障审核确认 · 示*甲' }
const NOTE = withTyped(newFact('note.add', subject), 'text', '明天送来')

/** A form in which a name is typed. */
function begin(name: string): CaseId {
  const caseId = openNewCase() as CaseId
  changeNewCase(caseId, (draft) => ({ ...draft, name }))
  return caseId
}

beforeEach(() => useDrafts.setState({ forms: {}, isRead: true }))

describe('[V36] drafts', () => {
  test('of new cases and of facts lie side by side, each in its slot', () => {
    const first = begin('示例甲')
    const second = begin('示例乙')
    useDrafts.getState().put(NOTE)
    expect(Object.keys(useDrafts.getState().forms)).toEqual([`new:${first}`, `new:${second}`, 'note.add:c1'])
    useDrafts.getState().close(`new:${second}`)
    useDrafts.getState().close('note.add:c1')
    expect(newCasesOf(useDrafts.getState())).toMatchObject([{ caseId: first, name: '示例甲' }])
  })

  test('a form in which nothing was written is the next one, with a term from today', () => {
    const first = openNewCase() as CaseId
    changeNewCase(first, (draft) => ({ ...draft, until: '2026-06-12' as PlainDate }))
    expect(openNewCase()).toBe(first)
    expect(newCasesOf(useDrafts.getState())).toMatchObject([{ until: newDraft(today()).until }])
  })

  test.each<[string, Partial<Draft>]>([
    ['consent', { isConsentGiven: true }],
    ['group', { group: '东山组' }],
    ['the answer about relatives', { isRelative: false }],
    ['another power', { powers: ['submit', 'receive_result'] }],
    ['a visit', { visitOn: '2026-06-13' as PlainDate }],
  ])('what one resident gave is never in the form of the next: %s', (_what, given) => {
    const first = openNewCase() as CaseId
    changeNewCase(first, (draft) => ({ ...draft, ...given }))
    expect(openNewCase()).not.toBe(first)
    expect(newCaseOf(useDrafts.getState(), first)).toMatchObject(given)
  })

  test('of new cases there are 20 at most', () => {
    for (let turn = 1; turn <= 20; turn += 1) begin(`示例${turn}`)
    expect(openNewCase()).toBe('full')
    expect(newCasesOf(useDrafts.getState())).toHaveLength(20)
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
    expect(daysLeft({ at: 0, warnedAt: 27 * DAY }, days * DAY, 30)).toBe(left)
  })

  test.each<[number, number | null]>([
    [26.9, null],
    [29.5, 3],
    [31, 3],
  ])('%s days after it, but not warned of before, a form stays for three more: %s', (days, left) => {
    expect(daysLeft({ at: 0 }, days * DAY, 30)).toBe(left)
  })
})

test('[V27] no form is begun before the disk has said which there are', () => {
  useDrafts.setState({ isRead: false })
  expect(openNewCase()).toBeNull()
  expect(useDrafts.getState().forms).toEqual({})
})

test('[V35] the forms of two agents of one phone have names of their own', () => {
  const a = 'a1' as StaffId
  expect(draftName({ author: a, slot: 'note.add:c1' })).toBe('a1:note.add:c1')
  expect(draftName({ author: 'b2' as StaffId, slot: 'note.add:c1' })).toBe('b2:note.add:c1')
})
