import { expect, test } from 'vitest'
import { arrowProblems } from './arrows.ts'

const ours = { source: 'shared/src/vocabulary/ticket.ts' }
const packages = { source: 'node_modules/zod/index.js' }
const broken = {
  rule: { name: 'domain-is-pure', severity: 'error' },
  from: 'counter-server/src/domain/queue/order.ts',
  to: 'counter-server/src/store/store.ts',
}

test('[K5] a broken arrow is named with both its ends', () => {
  const report = { modules: [ours], summary: { violations: [broken] } }
  expect(arrowProblems(report, 1).problems).toEqual([
    'domain-is-pure: counter-server/src/domain/queue/order.ts -> counter-server/src/store/store.ts',
  ])
})

test('[K5] reading too few modules fails, however clean they are', () => {
  const report = { modules: [ours, packages, packages], summary: { violations: [] } }
  expect(arrowProblems(report, 2)).toEqual({
    modules: 1,
    problems: ['only 1 modules were read, at least 2 are there'],
  })
})
