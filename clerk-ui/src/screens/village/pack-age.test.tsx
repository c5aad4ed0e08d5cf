// @vitest-environment happy-dom
import { addDays } from '@counter/shared/vocabulary/plain-date'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { startVillageWords } from '../../text/village-words.ts'
import { today } from './draft-store.ts'
import { PackAge } from './item-picker.tsx'

beforeAll(startVillageWords)
afterEach(cleanup)

test.each([
  ['a fresh pack', null, false],
  ['a copy of a week ago', 7, false],
  ['a copy of eight days ago', 8, true],
] as const)('[V86] %s says its day: %s', (_name, age, isSaid) => {
  render(<PackAge copiedOn={age === null ? null : addDays(today(), -age)} />)
  expect(screen.queryByText(/^指南是 .+ 的$/) !== null).toBe(isSaid)
})
