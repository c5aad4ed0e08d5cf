/** Text that a person can read: line ends and tabs, but no other control character (V95). Written as a category: a literal range of them is what the linter rightly distrusts. */
export const PLAIN_TEXT = /^(?:[\t\n\r]|\P{Cc})*$/u

/** The same words at any depth without the characters that nobody sees, to tell whether those alone are wrong. */
export function withoutControl(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(/(?![\t\n\r])\p{Cc}/gu, '')
  if (Array.isArray(value)) return value.map(withoutControl)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutControl(each)]))
}
