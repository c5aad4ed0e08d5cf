// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { DesignFrame } from '../../components/design-frame.tsx'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { QuotaPart } from './quota-part.tsx'

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
})

it('[U33, Q40] limits that could not be read are not told as none', async () => {
  openFakeLine({ answer: () => ({ status: 503, body: {} }) })
  render(
    <DesignFrame>
      <QuotaPart />
    </DesignFrame>,
  )
  expect(await screen.findByText('连不上服务器，内容还在，请再试。')).toBeTruthy()
  expect(screen.queryByText('没有限额')).toBeNull()
})
