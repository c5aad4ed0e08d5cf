/** A value of a vector's `expect`. */
export type Answer = string | number | boolean | null | readonly string[]

/** What the product answers to one vector, by the names that `expect` uses. */
export type Answers = Readonly<Record<string, Answer>>

/** One vector of the format `deadline-vectors/1`. */
export interface Vector {
  readonly id: string
  readonly kind: string
  readonly input: Facts
  readonly expect: Answers
  readonly countedDates?: readonly string[]
  readonly pausedDates?: readonly string[]
  readonly wrongAnswers?: Readonly<Record<string, string>>
}

/** A file of vectors. */
export interface VectorFile {
  readonly vectors: readonly Vector[]
}

/** The input of a vector as it stands in the file. */
export type Facts = Readonly<Record<string, unknown>>

/** A fact, or undefined when the vector does not give it. */
export function factOf(facts: Facts, name: string): unknown {
  return facts[name]
}

/** A fact that must be a text. */
export function textOf(facts: Facts, name: string): string {
  const value = facts[name]
  if (typeof value !== 'string') throw new TypeError(`input.${name} is not a text`)
  return value
}

/** A fact that must be a number. */
export function numberOf(facts: Facts, name: string): number {
  const value = facts[name]
  if (typeof value !== 'number') throw new TypeError(`input.${name} is not a number`)
  return value
}

/** Stops at a fact that nobody would look at: an ignored fact is no check. */
export function onlyFacts(facts: Facts, known: readonly string[]): void {
  const unknown = Object.keys(facts).filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new TypeError(`unknown input ${unknown.join(', ')}`)
}
