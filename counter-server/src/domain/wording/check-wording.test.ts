import { CASE_PAPERS } from '@counter/shared/vocabulary/case-paper'
import type { PaperWording } from '@counter/shared/vocabulary/paper-wording'
import { shippedWording } from '@counter/shared/vocabulary/shipped-wording'
import { expect, test } from 'vitest'
import { changedWording, requireWording, wordingProblems } from './check-wording.ts'

const SHIPPED = shippedWording('acceptance')
const both = (zh: string, en = '') => ({ zh, en })
const told = (wording: PaperWording) =>
  wordingProblems('acceptance', wording).map(({ code, part, params }) => [code, part, params['name']])

test('[C901] what came with the product may be published as it is, for every kind of paper', () => {
  for (const kind of CASE_PAPERS) expect(wordingProblems(kind, shippedWording(kind))).toEqual([])
})

test('[C901] a field that no paper of the kind has is told, in a wide brace too, and a brace that was left open', () => {
  expect(told({ ...SHIPPED, opening: both('{申请人}：您的{事项}申请已受理。') })).toEqual([])
  expect(told({ ...SHIPPED, opening: both('{姓名}，{领取人}', '｛身份证号｝') })).toEqual([
    ['wording.unknown_field', 'opening', '姓名'],
    ['wording.unknown_field', 'opening', '领取人'],
    ['wording.unknown_field', 'opening', '身份证号'],
  ])
  expect(told({ ...SHIPPED, closing: both('{申请人') })).toEqual([['wording.unknown_field', 'closing', '{']])
  expect(told({ ...SHIPPED, title: both('{事项}受理书') })).toEqual([
    ['wording.unknown_field', 'title', '事项'],
  ])
})

test('[C901] a sentence keeps what has to stand in it, in Chinese and where there is one in English', () => {
  const sentences = { ...SHIPPED.sentences, dueBy: both('尽快办结', 'By {日期}'), promised: both(' ') }
  expect(told({ ...SHIPPED, title: both(''), sentences })).toEqual([
    ['wording.text_missing', 'title', undefined],
    ['wording.field_missing', 'dueBy', '日期'],
    ['wording.text_missing', 'promised', undefined],
  ])
  const foreign = { ...SHIPPED.sentences, dueBy: both('{日期}前，{地点}', '') }
  expect(told({ ...SHIPPED, sentences: foreign })).toEqual([['wording.unknown_field', 'dueBy', '地点']])
})

test('[C902] a wording carries no ID number', () => {
  const wording = { ...SHIPPED, closing: both('经办人 11010519491231002X') }
  expect(told(wording)).toEqual([['wording.personal', 'closing', undefined]])
  expect(() => requireWording('acceptance', wording)).toThrow('wording.personal')
})

test('[C901] a comparison names the parts that are others', () => {
  const sentences = { ...SHIPPED.sentences, delivery: both('请到 {地点} 领取结果') }
  expect(changedWording('acceptance', { ...SHIPPED, title: both('受理书'), sentences }, SHIPPED)).toEqual([
    'title',
    'delivery',
  ])
  expect(changedWording('acceptance', SHIPPED, SHIPPED)).toEqual([])
})
