import { describe, expect, test } from 'vitest'
import { citedRules, ruleProblems, writtenRules } from './rules.ts'

// Written with a sign in front, so that this file cites no rule that only its examples know.
const title = (rules: string) => `test('${'['}${rules}] is true', () => {})`
const tests = (...rules: string[]) => [{ path: 'a.test.ts', content: rules.map(title).join('\n') }]

describe('rules and their tests', () => {
  test('[K63] a rule stands at the start of a line of the document', () => {
    expect(writtenRules('# Rules\n\n- **Q14** One.\n- **RG1** Two. See **Q15**.\n')).toEqual(['Q14', 'RG1'])
  })

  test('[K63] a title may cite one rule or several', () => {
    expect(citedRules(`${title('C512')}\n${title('QT5, QI11')}`)).toEqual(['C512', 'QT5', 'QI11'])
  })

  test('[K63] a written rule without a test is found', () => {
    expect(ruleProblems('- **Q14** One.\n- **Q15** Two.', tests('Q14'))).toEqual(['Q15 has no test'])
  })

  test('[K63] a tested rule that nobody wrote is found', () => {
    expect(ruleProblems('- **Q14** One.', tests('Q14', 'Q99'))).toEqual([
      'Q99 is tested in a.test.ts but not written',
    ])
  })

  test('[K63] a rule written twice is found', () => {
    expect(ruleProblems('- **Q14** One.\n- **Q14** Another.', tests('Q14'))).toEqual(['Q14 is written twice'])
  })

  test('[K63] an empty document is not "all rules hold"', () => {
    expect(ruleProblems('', [])).toEqual(['no rule is written'])
  })
})
