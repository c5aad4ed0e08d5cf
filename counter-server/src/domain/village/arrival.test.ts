import { describe, expect, test } from 'vitest'
import { arrivalStep } from './arrival.ts'

const NEW = { hash: 'h1', receipt: null, after: 'none' } as const

describe('a command on arrival', () => {
  test.each([
    ['apply', NEW],
    ['apply', { ...NEW, after: 'applied' }],
    ['held', { ...NEW, after: 'absent' }],
    ['duplicate', { ...NEW, receipt: 'h1' }],
  ] as const)('[V48] is %s when it is %j', (step, arrival) => {
    expect(arrivalStep(arrival)).toBe(step)
  })

  test('[V49] retry-after-success: is a duplicate although its predecessor is unknown by now', () => {
    expect(arrivalStep({ ...NEW, receipt: 'h1', after: 'absent' })).toBe('duplicate')
  })

  test('[V50] with other content under a known id is reused, also when it follows something unknown', () => {
    expect(arrivalStep({ ...NEW, receipt: 'h2' })).toBe('reused')
    expect(arrivalStep({ ...NEW, receipt: 'h2', after: 'absent' })).toBe('reused')
  })
})
