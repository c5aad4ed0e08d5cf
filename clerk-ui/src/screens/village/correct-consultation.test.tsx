// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { show } from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { CorrectConsultation } from './correct-consultation.tsx'

const SAID = { id: '0190aaaa-0000-7000-8000-0000000000f1', question: '几时发', answer: '每月15号' }

beforeAll(startVillageWords)
afterEach(() => {
  cleanup()
  hangUp()
})

test('[V16] a correction says also whether the resident was sent to the centre', async () => {
  const line = openFakeLine({ answer: () => ({ status: 200, body: { done: true } }) })
  const onDone = vi.fn()
  show(<CorrectConsultation consultation={{ ...SAID, isReferred: true } as never} onDone={onDone} />)
  await userEvent.click(screen.getByText('更正这条咨询'))
  expect(screen.getByRole<HTMLInputElement>('radio', { name: '请了' }).checked).toBe(true)
  await userEvent.click(screen.getByRole('radio', { name: '没有' }))
  await userEvent.type(screen.getByRole('textbox', { name: '为什么更正' }), '记错了')
  await userEvent.click(screen.getByRole('button', { name: '记下更正' }))
  expect(line.sent[line.sent.length - 1]?.body).toMatchObject({
    question: '几时发',
    answer: '每月15号',
    isReferred: false,
    reason: '记错了',
  })
  expect(onDone).toHaveBeenCalledOnce()
})
