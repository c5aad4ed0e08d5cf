// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ReactNode, useState } from 'react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { completeDraft, show } from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { DocumentPart } from './document-part.tsx'
import type { Draft } from './draft.ts'
import { PersonPart } from './person-part.tsx'

beforeAll(startVillageWords)
afterEach(cleanup)

function Form({ start }: { readonly start: Partial<Draft> }): ReactNode {
  const [draft, setDraft] = useState<Draft>({ ...completeDraft(), ...start })
  return <DocumentPart draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
}

test('[V87] the number of an ID card is typed on the pad of digits, and X has a key of its own', async () => {
  show(<Form start={{ idNo: '' }} />)
  const field = screen.getByLabelText<HTMLInputElement>('身份证号')
  expect(field.inputMode).toBe('numeric')
  const x = screen.getByRole('button', { name: 'X，号码的最后一位' })
  await userEvent.type(field, '1101051949123100')
  await userEvent.click(x)
  expect(field.value).toBe('1101051949123100')
  expect(x.getAttribute('aria-disabled')).toBe('true')
  await userEvent.type(field, '2')
  expect(x.getAttribute('aria-disabled')).toBe('false')
  await userEvent.click(x)
  expect(field.value).toBe('11010519491231002X')
  await userEvent.click(x)
  expect(field.value).toBe('11010519491231002X')
})

test('[V87] a passport has letters anywhere, so it keeps the letters of the phone', () => {
  show(<Form start={{ idKind: 'passport', idNo: '' }} />)
  expect(screen.getByLabelText<HTMLInputElement>('证件号码').inputMode).not.toBe('numeric')
  expect(screen.queryByRole('button', { name: /^X/ })).toBeNull()
})

test.each([
  ['身份证号', { idKind: 'id_card', idNo: '110105194912310021' }, '身份证号不对，请再看一遍（18 位）'],
  ['证件号码', { idKind: 'passport', idNo: 'E*' }, '护照号只有字母和数字'],
  ['证件号码', { idKind: 'residence_permit', idNo: '11010519491231002X' }, '居住证号以 81、82 或 83 开头'],
  ['证件号码', { idKind: 'residence_permit', idNo: '8100' }, '居住证号不对，请再看一遍（18 位）'],
] as const)(
  '[V95, C1106] a wrong number is told by its own document: %s %j',
  async (label, start, sentence) => {
    show(<Form start={start} />)
    await userEvent.click(screen.getByLabelText(label))
    await userEvent.tab()
    await waitFor(() => expect(screen.getByRole('alert').textContent).toBe(sentence))
  },
)

test('[V95] a sign that nobody sees is told at the field that has it', () => {
  show(<PersonPart draft={{ ...completeDraft(), group: '东山\u0007组' }} onChange={() => undefined} />)
  const field = screen.getByLabelText('组（可不填）')
  const said = document.getElementById(field.getAttribute('aria-describedby') ?? '')
  expect(said?.textContent).toBe('内容里有看不见的控制符，请删掉重写')
  expect(screen.getAllByRole('alert').filter(({ textContent }) => textContent !== '')).toEqual([said])
})
