// @vitest-environment happy-dom
import type { ItemRow } from '@counter/shared/contract/case-lists'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { DesignFrame } from '../../components/design-frame.tsx'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { ItemBox } from './item-box.tsx'

const CARD = {
  code: 'SB-009',
  name: '社会保障卡申领',
  unit: 'SB',
  unitName: '社保所',
  caseType: 'deadline',
  villageAgency: true,
  inPersonRequired: false,
  initials: 'shbzksl',
} as unknown as ItemRow

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
})

it('[S22] the item of a draft that is found after the form has opened stands in its field', () => {
  openFakeLine({ answer: () => ({ status: 200, body: { items: [], next: null } }) })
  const box = (item: ItemRow | null) => (
    <DesignFrame>
      <ItemBox item={item} takesFocus={false} onChoose={() => undefined} />
    </DesignFrame>
  )
  const { rerender } = render(box(null))
  const field = screen.getByTestId('intake.item') as HTMLInputElement
  expect(field.value).toBe('')
  rerender(box(CARD))
  expect(field.value).toBe('社会保障卡申领')
})
