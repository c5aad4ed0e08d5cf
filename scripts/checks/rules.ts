/** The text of one file, with the path it is known by. */
export interface Text {
  readonly path: string
  readonly content: string
}

const WRITTEN = /^- \*\*([A-Z]{1,2}\d+)\*\*/gm
const CITATION = /['"`]\[([A-Z]{1,2}\d+(?:, ?[A-Z]{1,2}\d+)*)\]/g

/** The ids that `rules.md` gives, each once, in its order. */
export function writtenRules(document: string): string[] {
  return [...document.matchAll(WRITTEN)].flatMap(([, rule]) => rule ?? [])
}

/** The ids that titles cite as `[Q14]` or `[Q14, Q15]`. */
export function citedRules(text: string): string[] {
  return [...text.matchAll(CITATION)].flatMap(([, list]) => (list ?? '').split(/, ?/))
}

/** A rule without a test, a test of no rule, and a rule written twice (house.md 2). */
export function ruleProblems(document: string, tests: readonly Text[]): string[] {
  const written = writtenRules(document)
  const cited = new Map<string, string>()
  for (const { path, content } of tests) for (const rule of citedRules(content)) cited.set(rule, path)
  return [
    ...(written.length === 0 ? ['no rule is written'] : []),
    ...written.filter((rule, at) => written.indexOf(rule) !== at).map((rule) => `${rule} is written twice`),
    ...written.filter((rule) => !cited.has(rule)).map((rule) => `${rule} has no test`),
    ...[...cited]
      .filter(([rule]) => !written.includes(rule))
      .map(([rule, path]) => `${rule} is tested in ${path} but not written`),
  ]
}
