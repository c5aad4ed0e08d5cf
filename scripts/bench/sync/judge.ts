import type { CentreRecord } from '../../proofs/badlink/ledger.ts'
import type { Held } from './village-phone.ts'

type Found = Pick<CentreRecord, 'cases' | 'events' | 'photos'>

export interface Verdict {
  /** Cases of the phones that the centre does not have whole: case, lent number, both photos. */
  readonly lost: number
  /** Cases, registrations and numbers that are there more often than a phone took them. */
  readonly doubled: number
}

/** Judges by the phones' own lists, not by what they were answered. */
export function judge(held: readonly Held[], { cases, events, photos }: Found): Verdict {
  const numbers = new Map(cases.map(({ id, number }) => [id, number]))
  const stored = new Set(photos.flatMap((photo) => (photo.stored === photo.sha256 ? [placeOf(photo)] : [])))
  const isWhole = ({ header: { caseId, number }, photos: named }: Held) =>
    numbers.has(caseId) &&
    (typeof number !== 'string' || numbers.get(caseId) === number) &&
    named.every((sha256) => stored.has(placeOf({ case: caseId, sha256 })))
  const own = new Set(held.map(({ header }) => header.caseId as string))
  const registered = events.flatMap((event) => (event.type === 'case.registered' ? [event.case] : []))
  const strange = cases.filter(({ id }) => !own.has(id)).length
  return {
    lost: held.filter((each) => !isWhole(each)).length,
    doubled: strange + repeated(registered) + repeated(cases.map(({ number }) => number)),
  }
}

function repeated(values: readonly string[]): number {
  return values.length - new Set(values).size
}

function placeOf({ case: id, sha256 }: { readonly case: string; readonly sha256: string }): string {
  return `${id} ${sha256}`
}
