import { describe, expect, test } from 'vitest'
import { arrivalStep } from './arrival.ts'

const NEW = { hash: 'h1', receipt: null, waiting: null, after: 'none' } as const

describe('a command on arrival', () => {
  test.each([
    ['apply', NEW],
    ['apply', { ...NEW, after: 'applied' }],
    ['held', { ...NEW, after: 'absent' }],
    ['held', { ...NEW, after: 'absent', waiting: { hash: 'h1' } }],
    ['apply', { ...NEW, after: 'applied', waiting: { hash: 'h1' } }],
    ['duplicate', { ...NEW, receipt: { hash: 'h1' } }],
  ] as const)('[V48] is %s when it is %j', (step, arrival) => {
    expect(arrivalStep(arrival)).toBe(step)
  })

  test('[V49] retry-after-success: is a duplicate although its predecessor is unknown by now', () => {
    expect(arrivalStep({ ...NEW, receipt: { hash: 'h1' }, after: 'absent' })).toBe('duplicate')
  })

  test.each([{ receipt: { hash: 'h2' } }, { waiting: { hash: 'h2' } }])(
    '[V50] with other content than %j is reused',
    (known) => {
      expect(arrivalStep({ ...NEW, ...known })).toBe('reused')
    },
  )
})
