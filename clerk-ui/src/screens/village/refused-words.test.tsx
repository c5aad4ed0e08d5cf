// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { OutboxItem } from '../../outbox/outbox.ts'
import { useNet } from '../../state/live.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { show } from '../../test/village-fixture.tsx'
import { startVillageWords, switchVillageLanguage } from '../../text/village-words.ts'
import { FromLostPhone } from './from-lost-phone.tsx'
import { Attention } from './sent-screen.tsx'

beforeAll(startVillageWords)
afterEach(() => {
  cleanup()
  hangUp()
})

const answer = {
  code: 'case.revision_changed',
  message: '镇中心的电话已改过，请核对',
  messageEn: 'The centre has another phone meanwhile. Compare the two',
}
const refused = { header: { id: 'c' }, state: 'attention', author: 's2', answer } as unknown as OutboxItem

test('[V73, U13] why the centre did not take it names the fields in either language', async () => {
  show(<Attention item={refused} />)
  expect(screen.getByRole('alert').textContent).toContain('镇中心的电话已改过')
  await switchVillageLanguage()
  expect((await screen.findByText(/another phone meanwhile/)).textContent).not.toContain('…')
  // A centre of before tells it in Chinese alone.
  cleanup()
  show(<Attention item={{ ...refused, answer: { ...answer, messageEn: undefined } as never }} />)
  expect(screen.getByRole('alert').textContent).not.toMatch(/[一-龥]/)
  await switchVillageLanguage()
})

const LOST = {
  id: '0190aaaa-0000-7000-8000-0000000000a1',
  village: '05',
  villageName: '石桥村',
  agent: '石桥村代办员',
  type: 'consult.log',
  code: 'device.lost',
  message: '',
  messageEn: '',
  caseId: null,
  number: null,
  item: null,
  applicant: null,
  topic: '养老金几时发',
  missing: [],
  conflicts: [],
  files: 0,
  capturedAt: '2026-06-12T01:25:00.000Z',
  receivedAt: '2026-06-12T01:40:00.000Z',
  handedAt: null,
}

test('[V80] what came of a lost phone is told from others by what is known of it, and nothing stands for the rest', async () => {
  const items = [LOST, { ...LOST, id: LOST.id.replace('a1', 'a2'), topic: null }]
  openFakeLine({ answer: () => ({ status: 200, body: { items } }) })
  useNet.setState({ net: 'online' })
  show(<FromLostPhone />)
  const rows = await screen.findAllByTestId('v3.from-lost')
  expect(rows.map((row) => row.querySelector('p')?.textContent)).toEqual(['咨询 · 养老金几时发', '咨询'])
})
