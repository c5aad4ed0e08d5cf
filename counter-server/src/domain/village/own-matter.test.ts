import { expect, test } from 'vitest'
import { isOwnMatter } from './own-matter.ts'

const agent = { name: '示例甲', phone: '19900000001' }

test.each([
  ['the same number under another name', { name: '示例乙', phone: null }, true, true],
  ['another number under the same name and phone', agent, false, false],
  ['the same name without a phone', { name: ' 示例甲 ', phone: null }, null, true],
  ['the same name and phone', agent, null, true],
  ['the same name with another phone', { ...agent, phone: '19900000002' }, null, false],
  ['another name with the same phone', { ...agent, name: '示例乙' }, null, false],
])('[V11] of %s', (_what, applicant, isSameIdNo, isOwn) => {
  expect(isOwnMatter(applicant, agent, isSameIdNo)).toBe(isOwn)
})
