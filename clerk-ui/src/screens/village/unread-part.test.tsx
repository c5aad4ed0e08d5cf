// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { aDetail } from '../../test/case-fixture.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { completeDraft, freshPhone, show } from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { type Draft, withPhoto } from './draft.ts'
import { draftOf, formOf } from './draft-form.ts'
import { isBegun, useDrafts } from './draft-store.ts'
import { type FactDraft, newFact, withPaper } from './fact-draft.ts'
import { FactScreen } from './fact-screen.tsx'
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
afterEach(() => {
  cleanup()
  hangUp()
})

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

test('[V68] with as many photos as a command carries none is taken anew, and the one that is lost may go', async () => {
  let draft = withPhoto(completeDraft(), photo('b', '申请书'))
  for (const sign of '123456789defABCDEFG') draft = withPhoto(draft, photo(sign, '申请书'))
  useDrafts.getState().put((await read(draft, 'b')) as Draft)
  show(<NewCaseScreen id={draft.caseId} />)
  const named = within(screen.getByTestId('v2.unread'))
  expect(named.queryByLabelText('重拍：申请书')).toBeNull()
  expect(named.getByText('照片已有 19 张，多的以后补交')).toBeTruthy()
  await userEvent.click(named.getByRole('button', { name: '不要这张了' }))
  expect(screen.queryByTestId('v2.unread')).toBeNull()
})

test.each([
  ['material.return', 1],
  ['result.deliver', 0],
] as const)('[V36] a lost signature may go where it need not be given: %s', async (kind, buttons) => {
  const CASE = '01890a5d-ac96-774b-bcce-b302099a8057'
  openFakeLine({ topics: { [`case:${CASE}`]: aDetail({}, { status: 'decided' }) } })
  const signed = { ...newFact(kind, { caseId: CASE as never, title: '' }), signature: photo('a', '') }
  useDrafts.getState().put((await read(signed, 'a')) as FactDraft)
  show(<FactScreen id={CASE} kind={kind} />)
  const named = within(await screen.findByTestId('v2.unread'))
  const unneeded = named.queryAllByRole('button', { name: '不要这张了' })
  expect(unneeded).toHaveLength(buttons)
  for (const each of unneeded) await userEvent.click(each)
  expect(screen.queryAllByTestId('v2.unread')).toHaveLength(1 - buttons)
})

test.each([
  ['one of two', 'bc'],
  ['the last one', 'b'],
])('[V27, U43] the focus goes to the page with %s that is not wanted any more', async (_which, lost) => {
  const two = withPhoto(withPhoto(completeDraft(), photo('b', '申请书')), photo('c', '户口簿'))
  const draft = (await read(two, ...lost)) as Draft
  useDrafts.getState().put(draft)
  show(
    <main tabIndex={-1}>
      <NewCaseScreen id={draft.caseId} />
    </main>,
  )
  const [first] = screen.getAllByRole('button', { name: '不要这张了' })
  await userEvent.click(first as HTMLElement)
  expect(screen.queryByText(/重签：申请书/)).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('main'))
})
