import type { GuideList } from '@counter/shared/contract/public/guide'
import { expect, test } from 'vitest'
import { frequentItems } from './frequent-items.ts'

const items = ['LY-001', 'MZ-001', 'MZ-002', 'MZ-003', 'MZ-004'].map((code) => ({
  code,
  unit: code.slice(0, 2),
}))
const list = (usual?: string[]) => ({ units: [], items, next: null, usual }) as unknown as GuideList
const codes = (usual?: string[]) => frequentItems(list(usual), 'MZ').map(({ code }) => code)

test('[K-2] three of the unit: what is asked for most, then the first of the list; an old copy has only these', () => {
  expect(codes(['LY-001', 'MZ-004', 'MZ-002'])).toEqual(['MZ-004', 'MZ-002', 'MZ-001'])
  expect(codes([])).toEqual(['MZ-001', 'MZ-002', 'MZ-003'])
  expect(codes()).toEqual(['MZ-001', 'MZ-002', 'MZ-003'])
})
