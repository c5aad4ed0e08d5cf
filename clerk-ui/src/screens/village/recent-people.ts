import { forgetOldCopies, keepCopy, readCopy } from '../../outbox/case-copies.ts'
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

/** Those of the last 30 days; who is older is not only left out, but lies there no more (V42). */
export async function readPeople(now: number): Promise<readonly RecentPerson[]> {
  const kept = ((await readCopy(PEOPLE_TOPIC))?.state ?? []) as readonly RecentPerson[]
  const people = recentOf(kept, now)
  if (people.length < kept.length) await keepCopy(PEOPLE_TOPIC, people, now)
  return people
}

/** Lets every list go whose last person is 30 days old, whose ever it is, also while the app is locked (V42). */
export function forgetPeople(now: number): Promise<void> {
  return forgetOldCopies(PEOPLE_TOPIC, KEPT_MS, now)
}
