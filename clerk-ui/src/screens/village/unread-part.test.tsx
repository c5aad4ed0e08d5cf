// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { completeDraft, freshPhone, show } from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { type Draft, withPhoto } from './draft.ts'
import { draftOf, formOf } from './draft-form.ts'
import { isBegun, useDrafts } from './draft-store.ts'
import { type FactDraft, newFact, withPaper } from './fact-draft.ts'
import { NewCaseScreen } from './new-case-screen.tsx'

const photo = (sign: string, role: string) => ({
  sha256: sign.repeat(64),
  size: 1,
  mime: 'image/jpeg' as const,
  content: Uint8Array.of(1),
  role,
})
/** A disk that has lost these. */
const without =
  (...lost: readonly string[]) =>
  async (sha256: string) =>
    lost.includes(sha256[0] ?? '') ? null : Uint8Array.of(1)

beforeAll(startVillageWords)
beforeEach(freshPhone)
afterEach(cleanup)

const read = async (draft: Draft | FactDraft, ...lost: readonly string[]) =>
  draftOf(formOf(draft).content, without(...lost))

test('[V27, V36] a form opened again names the photos that cannot be read, until each is taken anew', async () => {
  const two = withPhoto(withPhoto(completeDraft(), photo('b', '申请书')), photo('c', '申请书'))
  expect(await read(two)).not.toHaveProperty('unread')
  // The signature is the one of `a`.
  const opened = (await read(two, 'a', 'b')) as Draft
  expect(opened.unread).toEqual(['申请书', 'authority'])
  expect(opened.photos.map(({ sha256 }) => sha256[0])).toEqual(['c'])
  expect(opened.signature).toBeNull()
  // Kept and read once more, it says the same.
  expect((await read(opened)).unread).toEqual(['申请书', 'authority'])
  expect(withPhoto(opened, photo('d', '申请书')).unread).toEqual(['authority'])
})

test('[V36] a form of which only a photo is left to name is no blank one', async () => {
  const fact = withPaper(
    newFact('material.receive', { caseId: 'c1' as never, title: '' }),
    photo('b', '户口簿'),
  )
  const opened = (await read(fact, 'b')) as FactDraft
  expect([opened.unread, opened.photos, isBegun(opened)]).toEqual([['户口簿'], [], true])
  expect(withPaper(opened, photo('d', '户口簿')).unread).toEqual([])
})

test('[V27, V36] the page says which, lets it be taken anew or go, and asks for the signature where it is given', async () => {
  const draft = (await read(withPhoto(completeDraft(), photo('b', '申请书')), 'a', 'b')) as Draft
  useDrafts.getState().put(draft)
  show(<NewCaseScreen id={draft.caseId} />)
  const named = within(screen.getByTestId('v2.unread'))
  expect(named.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
    '照片读不出来了，请重拍或重签：申请书',
    '照片读不出来了，请重拍或重签：委托书',
  ])
  expect(screen.getByLabelText('重拍：申请书')).toBeTruthy()
  expect(screen.getAllByText('还缺 签名').length).toBeGreaterThan(0)
  await userEvent.click(screen.getByRole('button', { name: '不要这张了' }))
  expect(screen.queryByText(/重签：申请书/)).toBeNull()
  expect(screen.getByText(/重签：委托书/)).toBeTruthy()
})
