import { describe, expect, test } from 'vitest'
import { frequentItems } from './use-guide.ts'

const item = (code: string, category: string, villageAgency = true) => ({ code, category, villageAgency })
const items = [
  item('MZ-001', '救助'),
  item('MZ-002', '救助'),
  item('SB-001', '社保'),
  item('LY-004', '林业', false),
]

describe('the items offered first', () => {
  test('[V87] are those the point handles now, then one of each category, and only what a village may handle', () => {
    const offered = frequentItems(items, ['MZ-002', 'LY-004']).map(({ code }) => code)
    expect(offered).toEqual(['MZ-002', 'MZ-001', 'SB-001'])
  })

  test('[V87] begin with what people come to a village point for', () => {
    const fresh = [item('CZ-005', '村级三资代理'), item('SB-001', '社会保险'), item('MZ-001', '社会救助')]
    expect(frequentItems(fresh, []).map(({ code }) => code)).toEqual(['MZ-001', 'SB-001', 'CZ-005'])
  })

  test('[V87] are at most six', () => {
    const many = Array.from({ length: 9 }, (_, n) => item(`XX-00${n}`, String(n)))
    expect(frequentItems(many, [])).toHaveLength(6)
  })
})
