import { expect, test } from 'vitest'
import { reasonWords, toldWords } from './reason-words.ts'
import type { PlainDate } from './time.ts'

const day = (text: string) => text as PlainDate
const PLAIN = {
  extended: 0,
  nominalOn: null,
  isDeemed: false,
  isCut: false,
  notices: [],
  unit: 'workday' as const,
  dueOn: day('2026-10-13'),
}

test('[U9] nothing is said of a date that only its days explain', () => {
  expect(reasonWords(PLAIN, 'zh')).toEqual([])
})

test.each([
  [{ isDeemed: true }, '逾期没答复，从收件那天起视为受理'],
  [{ extended: 10 }, '其中批准延期 10 个工作日'],
  [{ extended: 30, unit: 'day' as const }, '其中批准延期 30 天'],
  [{ isCut: true }, '承诺晚于法定期限，按法定期限'],
  [{ notices: ['国办发明电〔2025〕7号'] }, '放假调休依据：国办发明电〔2025〕7号'],
])('[U9] %j is said in one sentence', (more, sentence) => {
  expect(reasonWords({ ...PLAIN, ...more }, 'zh')).toEqual([sentence])
})

test('[C507] a natural last day that is off moves on by law and is brought forward as a promise', () => {
  // 60 days from 3 August end on 2 October, a holiday.
  const natural = { ...PLAIN, unit: 'day' as const, nominalOn: day('2026-10-02') }
  expect(reasonWords({ ...natural, dueOn: day('2026-10-08') }, 'zh')).toEqual([
    '10月2日（周五）放假，依法顺延到 10月8日（周四）',
  ])
  expect(reasonWords({ ...natural, dueOn: day('2026-09-30') }, 'en')).toEqual([
    'Fri 2 Oct is a day off: brought forward to Wed 30 Sep',
  ])
})

test('[C520] the day that was told and the day that is counted now stand side by side', () => {
  expect(toldWords(day('2026-06-22'), day('2026-06-23'), 'zh')).toBe(
    '原告知 6月22日（周一），现在算 6月23日（周二）',
  )
})
