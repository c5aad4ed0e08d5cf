import { keepCopy, readCopy } from '../../outbox/case-copies.ts'
import { PEOPLE_TOPIC } from './copy-topics.ts'
import type { Draft } from './draft.ts'

/** What is typed of a person, so that it need not be typed again (V42). */
export type Person = Pick<Draft, 'name' | 'idKind' | 'idNo' | 'idNote' | 'phone' | 'hasNoPhone' | 'group'>

export interface RecentPerson extends Person {
  /** Device time in ms of the submission. */
  readonly at: number
}

const MOST = 20
const KEPT_MS = 30 * 86_400_000

/** The person of a submitted form before the others, each once, 20 at most (V42). */
export function withPerson(
  people: readonly RecentPerson[],
  draft: Draft,
  now: number,
): readonly RecentPerson[] {
  const { name, idKind, idNo, idNote, phone, hasNoPhone, group } = draft
  const newest = { name: name.trim(), idKind, idNo, idNote, phone, hasNoPhone, group, at: now }
  const others = people.filter((each) => each.idNo !== newest.idNo || each.name !== newest.name)
  return recentOf([newest, ...others], now).slice(0, MOST)
}

/** Those of the last 30 days (V42). */
export function recentOf(people: readonly RecentPerson[], now: number): readonly RecentPerson[] {
  return people.filter(({ at }) => now - at < KEPT_MS)
}

/** Keeps the person of a form, sealed under the agent's key. */
export async function keepPerson(draft: Draft, now: number): Promise<void> {
  await keepCopy(PEOPLE_TOPIC, withPerson(await readPeople(now), draft, now), now)
}

export async function readPeople(now: number): Promise<readonly RecentPerson[]> {
  const copy = await readCopy(PEOPLE_TOPIC)
  return copy === null ? [] : recentOf(copy.state as readonly RecentPerson[], now)
}
