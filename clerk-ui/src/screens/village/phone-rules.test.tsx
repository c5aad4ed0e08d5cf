// @vitest-environment happy-dom
import type { StaffSession } from '@counter/shared/contract/people'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import { SETTINGS } from '@counter/shared/vocabulary/setting'
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { daysLeft } from '../../outbox/draft-days.ts'
import { SHIPPED_RULES } from '../../outbox/numbers.ts'
import { useSession } from '../../state/session.ts'
import {
  answered,
  answerSync,
  completeDraft,
  freshPhone,
  sessionOf,
  show,
  silenceCentre,
} from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { useDrafts } from './draft-store.ts'
import { HomeScreen } from './home-screen.tsx'
import { NewCaseScreen } from './new-case-screen.tsx'
import { newCaseOf, openNewCase } from './new-cases.ts'
import { phoneRules, SHIPPED_PHONE_RULES } from './phone-rules.ts'
import { clockAhead } from './village-outbox.ts'

beforeAll(startVillageWords)
beforeEach(() => {
  silenceCentre()
  freshPhone()
})
afterEach(cleanup)

/** The centre has said this to the agent at some time; the network may be gone since. */
function told(rules: Partial<StaffSession['phone']>): void {
  const phone = { idleMinutes: 10, pinDigits: 6, ...rules }
  useSession.setState({ session: { ...sessionOf('agent'), phone } })
}

test('[V9, V61] a phone that was told nothing goes by what the centre begins with', () => {
  expect(SHIPPED_PHONE_RULES).toEqual({
    authorityMonths: SETTINGS['village.authorityMonths'].default,
    unsentCases: SETTINGS['village.unsentCases'].default,
    draftDays: SETTINGS['retention.drafts'].default,
    clockOffMinutes: SETTINGS['village.clockOff'].default,
  })
  expect(SHIPPED_RULES).toEqual({
    renewAt: SETTINGS['village.numbersRenewAt'].default,
    oldNumberDays: SETTINGS['village.oldNumberDays'].default,
  })
})

test('[V9] an authority is offered for as many months as the centre has set, and a longer one is lacking', () => {
  told({ authorityMonths: 3 })
  const until = () => screen.getByLabelText('委托到哪天（最长 3 个月）') as HTMLInputElement
  const opened = openNewCase()
  if (opened === null || opened === 'full') throw new Error('no form was opened')
  show(<NewCaseScreen id={opened} />)
  expect(until().value).toBe(until().max)
  expect(newCaseOf(useDrafts.getState(), opened)?.until).toBe(until().max)
  cleanup()

  // Half written while six months were allowed: the form says what is to be changed.
  const draft = completeDraft()
  useDrafts.getState().put(draft)
  show(<NewCaseScreen id={draft.caseId} />)
  expect(draft.until > until().max).toBe(true)
  expect(screen.getByText(/还缺.*委托期限/)).toBeTruthy()
})

const DAY = 86_400_000

test.each([
  [10, null],
  [11, 3],
  [13.5, 1],
  [15, 0],
])(
  '[V36] of the fourteen days that the centre has set, %s after the last letter it says how many are left: %s',
  (days, left) => {
    told({ draftDays: 14 })
    const form = { at: 0, warnedAt: 11 * DAY }
    expect(daysLeft(form, days * DAY, phoneRules().draftDays)).toBe(left)
  },
)

test.each([
  [3, 1],
  [5, 0],
])(
  '[V78] a clock four minutes off is pointed out where the centre has set %s: %s',
  async (clockOffMinutes, lines) => {
    told({ clockOffMinutes })
    const ahead = instantOf(Date.now() + 4 * 60_000)
    answerSync((body) => answered(body, { status: 'attention', code: 'authority.missing' }, ahead))
    const draft = completeDraft()
    useDrafts.getState().put(draft)
    show(<NewCaseScreen id={draft.caseId} />)
    await userEvent.click(screen.getByRole('button', { name: '提交到镇中心' }))
    await waitFor(() => expect(Math.round((clockAhead() ?? 0) / 60_000)).toBe(4))
    cleanup()
    show(<HomeScreen />)
    expect(screen.queryAllByText('手机时间差 4 分钟，请校准')).toHaveLength(lines)
  },
)
