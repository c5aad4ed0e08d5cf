// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { aDetail, aRow } from '../../test/case-fixture.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { completeDraft, freshPhone, show, silenceCentre } from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { useDrafts } from './draft-store.ts'
import { HomeScreen } from './home-screen.tsx'
import { NewCaseScreen } from './new-case-screen.tsx'
import { newCasesOf } from './new-cases.ts'
import { SentScreen } from './sent-screen.tsx'
import { VillageCaseScreen } from './village-case-screen.tsx'

const FREE = '代办不收费'

beforeAll(startVillageWords)
beforeEach(() => {
  silenceCentre()
  freshPhone()
})
afterEach(() => {
  cleanup()
  hangUp()
})

test('[V6] home says that agency is free', () => {
  show(<HomeScreen />)
  expect(screen.getByText(FREE)).toBeTruthy()
})

test('[V6] the resident’s slip itself says that agency is free, not only the page around it', async () => {
  const draft = completeDraft()
  useDrafts.getState().put(draft)
  show(<NewCaseScreen id={draft.caseId} />)
  await userEvent.click(screen.getByRole('button', { name: '提交到镇中心' }))
  await waitFor(() => expect(newCasesOf(useDrafts.getState())).toEqual([]))
  cleanup()
  show(<SentScreen id={draft.id} />)
  expect(within(await screen.findByTestId('v2.slip')).getByText(FREE)).toBeTruthy()
})

test('[V6] the page of a case says that agency is free', async () => {
  const row = aRow()
  openFakeLine({ topics: { [`case:${row.id}`]: aDetail({}, row) } })
  show(<VillageCaseScreen id={row.id} />)
  expect(await screen.findByText(FREE)).toBeTruthy()
})
