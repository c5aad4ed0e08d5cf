import { expect, it } from 'vitest'
import { aDetail } from '../test/case-fixture.ts'
import { newerCase } from './case.ts'

const third = aDetail({}, { version: 3 })
const fourth = aDetail({}, { version: 4 })

it('[N2] of the answer and the news the newer version stands, whichever came first', () => {
  expect(newerCase(third, fourth)).toBe(fourth)
  expect(newerCase(fourth, third)).toBe(fourth)
})

it('[N2] an answer about another case is not shown', () => {
  const other = aDetail({}, { id: '01890a5d-ac96-774b-bcce-b302099a8058', version: 9 })
  expect(newerCase(third, other)).toBe(third)
})
