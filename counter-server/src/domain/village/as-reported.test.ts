import { expect, test } from 'vitest'
import { asReported } from './as-reported.ts'

const phone = (unsent: number, attention: number, numbersFree: number | null) => ({
  unsent,
  attention,
  numbersFree,
})

test.each([
  ['two phones', [phone(3, 1, 41), phone(2, 0, 9)], 2, { unsent: 5, attention: 1, numbersFree: 50 }],
  [
    'a phone that does not count its numbers',
    [phone(0, 0, 50), phone(1, 0, null)],
    1,
    { unsent: 1, attention: 0, numbersFree: null },
  ],
  ['a phone without an id', [], 4, { unsent: 4, attention: null, numbersFree: null }],
  ['no phone at all', [], null, { unsent: null, attention: null, numbersFree: null }],
] as const)(
  '[V88] of %s the point has said what they said together, and unknown is not nought',
  (_, devices, told, said) => {
    expect(asReported(devices, told)).toEqual(said)
  },
)
