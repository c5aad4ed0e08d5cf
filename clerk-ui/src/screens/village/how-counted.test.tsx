// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { aClock, aDetail, aRow } from '../../test/case-fixture.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { agentOnline, show } from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { ErrandsScreen } from './errands-screen.tsx'
import { VillageCaseScreen } from './village-case-screen.tsx'

beforeAll(startVillageWords)
beforeEach(agentOnline)
afterEach(() => {
  cleanup()
  hangUp()
})

const STOPPED = aClock({ kind: 'handup', state: 'stopped' })

test('[U9] the page of a case says of each clock that runs how its day was counted', async () => {
  const { id } = aRow()
  openFakeLine({ topics: { [`case:${id}`]: aDetail({ clocks: [aClock(), STOPPED] }) } })
  show(<VillageCaseScreen id={id} />)
  await userEvent.click(await screen.findByText('承诺时限怎么算的'))
  expect(screen.getByText('6月19日（周五，端午节放假）不计')).toBeTruthy()
  expect(screen.queryByText('村里交件时限怎么算的')).toBeNull()
})

test('[U9] the date of a case that is done says it too, though its clock stands', async () => {
  const row = { status: 'decided', light: 'done', clockState: 'stopped' }
  const { id } = aRow()
  openFakeLine({
    topics: { [`case:${id}`]: aDetail({ clocks: [aClock({ state: 'stopped' }), STOPPED] }, row) },
  })
  show(<VillageCaseScreen id={id} />)
  expect(await screen.findByText('承诺时限怎么算的')).toBeTruthy()
  expect(screen.queryByText('村里交件时限怎么算的')).toBeNull()
})

test('[U9] what the point still has to do says how its own day was counted, from the case', async () => {
  const { id, number, itemName, applicant } = aRow()
  const errand = { kind: 'deliver', caseId: id, number, itemName, applicant, isProvisional: false }
  const due = { dueAt: '2026-06-22T09:30:00.000Z', yellowAt: '2026-06-17T16:00:00.000Z' }
  openFakeLine({
    topics: { [`case:${id}`]: aDetail({ clocks: [aClock(), aClock({ kind: 'deliver' })] }) },
    answer: () => ({ status: 200, body: { items: [{ ...errand, ...due }] } }),
  })
  show(<ErrandsScreen />)
  const row = await screen.findByTestId('v1.errand')
  await userEvent.click(within(row).getByText('村里送达时限怎么算的'))
  expect(await within(row).findByText('6月19日（周五，端午节放假）不计')).toBeTruthy()
})
