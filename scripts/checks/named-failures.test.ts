import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { failureProblems, namedFailures } from './named-failures.ts'

const TABLE = '| test | seen in | rules |\n|---|---|---|\n| `two-tabs` | actual #1 | V41, V43 |\n'
// Written with a sign in front, so that this file cites no rule by its examples.
const tests = (...titles: string[]) => [
  { path: 'a.test.ts', content: titles.map((title) => `test('${'['}${title}', () => {})`).join('\n') },
]

describe('the failures of other systems', () => {
  test('[V97] are the 24 of the table, each once', () => {
    const listed = namedFailures(readFileSync('shared/docs/failures-of-others.md', 'utf8'))
    expect(new Set(listed.map(({ name }) => name)).size).toBe(24)
    expect(namedFailures(TABLE)).toEqual([{ name: 'two-tabs', rules: ['V41', 'V43'] }])
  })

  test('[V97] are each the name of a test of one of their rules', () => {
    expect(failureProblems(TABLE, tests('V1, V43] two-tabs, one-sender: it is so'))).toEqual([])
  })

  test.each([
    ['nobody tests it', 'V41] it is so'],
    ['its test is of another rule', 'V1] two-tabs it is so'],
    ['it is only part of another name', 'V41] two-tabs-more it is so'],
  ])('[V97] are told when %s', (_what, title) => {
    expect(failureProblems(TABLE, tests(title))).toEqual(['two-tabs is the name of no test of its rules'])
  })

  test('[V97] an empty table is not "all are tested"', () => {
    expect(failureProblems('', [])).toEqual(['no failure of another system is listed'])
  })
})
