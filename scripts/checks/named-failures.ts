import { citedRules, type Text } from './rules.ts'

interface Failure {
  readonly name: string
  readonly rules: readonly string[]
}

const ROW = /^\| `([a-z-]+)` \|.*\| ([A-Z0-9, ]+) \|$/gm
const TITLE = /(['"`])\[[A-Z0-9, ]+\](?:(?!\1)[^\n])*\1/g

/** The table's rows: the name of each failure, and the rules of which its test cites one. */
export function namedFailures(document: string): Failure[] {
  return [...document.matchAll(ROW)].map(([, name = '', rules = '']) => ({ name, rules: rules.split(', ') }))
}

/** A failure of another system that is the name of no test of its rules (V97). */
export function failureProblems(document: string, tests: readonly Text[]): string[] {
  const failures = namedFailures(document)
  const titles = tests.flatMap(({ content }) => [...content.matchAll(TITLE)].map(([title]) => title))
  const isTested = ({ name, rules }: Failure) =>
    titles.some(
      (title) =>
        new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(title) &&
        citedRules(title).some((rule) => rules.includes(rule)),
    )
  return [
    ...(failures.length === 0 ? ['no failure of another system is listed'] : []),
    ...failures
      .filter((each) => !isTested(each))
      .map(({ name }) => `${name} is the name of no test of its rules`),
  ]
}
