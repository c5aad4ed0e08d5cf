import { describe, expect, test } from 'vitest'
import { type SlipFacts, slipDifferences, slipFills } from './late-slip.ts'

const STANDS: SlipFacts = {
  item: 'MZ-013',
  name: '示例甲',
  idNo: '11010519491231002X',
  phone: '19900000001',
  contact: '',
  address: '',
}

describe('a slip that was entered again from paper beside what the phone says of it', () => {
  test('[V80] agrees where the phone says the same, less, or only what the case lacks and may be put right', () => {
    expect(slipDifferences(STANDS, STANDS)).toEqual([])
    expect(slipDifferences(STANDS, { ...STANDS, idNo: '', phone: '' })).toEqual([])
    const more = { ...STANDS, address: '东山组 3 号' }
    expect(slipDifferences(STANDS, more)).toEqual([])
    expect(slipFills(STANDS, more)).toEqual({ address: '东山组 3 号' })
    expect(slipFills(more, STANDS)).toEqual({})
  })

  test('[V80] differs in each fact on which two words stand, and in a document that the paper did not show', () => {
    expect(
      slipDifferences({ ...STANDS, idNo: '' }, { ...STANDS, item: 'MZ-001', phone: '19900000002' }),
    ).toEqual([
      { field: 'item', theirs: 'MZ-013', yours: 'MZ-001' },
      { field: 'idNo', theirs: '', yours: '11010519491231002X' },
      { field: 'phone', theirs: '19900000001', yours: '19900000002' },
    ])
  })
})
