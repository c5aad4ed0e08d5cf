import { expect, test } from 'vitest'
import { privateValueIn } from './private-values.ts'

const WRITER = { name: '王小国', phone: '0564-1234567', address: '上河村三组' }

test.each([
  ['王小国反映路灯不亮', 'name'],
  ['请回 0564 1234567', 'phone'],
  ['请回１３９－００００－０００１', 'phone'],
  ['请打 +86 139 0000 0001', 'phone'],
  ['请打 13900000001 13900000002', 'phone'],
  ['请打 13900000001-0564', 'phone'],
  ['2026 13900000001', 'phone'],
  ['王　小 国反映', 'name'],
  ['请回 139–0000·0001', 'phone'],
  ['住上河村三组的群众', 'address'],
  ['身份证 341524190001010014', 'id_number'],
  ['身份证 341524 19000101 001x', 'id_number'],
  ['卡号 6222 0212 3456 7890 123', 'account'],
  ['上河村路灯不亮，2026年6月12日反映，编号 2026-99-0001-K', null],
  ['请打 12345 或到一楼', null],
  ['编号 2139000000012026', 'account'],
  ['件号 20261390000', null],
])('[C1303] “%s” holds %s of a person', (text, kind) => {
  expect(privateValueIn(text, WRITER)).toBe(kind)
})

test('[C1303] what the writer did not give is looked for nowhere', () => {
  expect(privateValueIn('路灯不亮', { name: '', phone: '', address: '' })).toBeNull()
})
