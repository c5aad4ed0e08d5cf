import type { Instant } from '@counter/shared/vocabulary/time'
import {
  type FindingFacts,
  findOpenFindings,
  findUnseenNumbers,
  type UnseenNumber,
} from '../../store/paper-work.ts'
import type { Tx } from '../../store/tx.ts'

/** A phone that took numbers along (V80). */
export interface GonePhone {
  readonly phone: UnseenNumber
  readonly goneAt: Instant | null
  readonly numbers: readonly UnseenNumber[]
  /** How many of them stood on slips when it was last heard: a phone gives out the lowest first. Null: it never said. */
  readonly onSlips: number | null
}

/** The work list of what is to be entered again from paper, or said not to exist (V56, V80). */
export interface PaperWork {
  readonly phones: readonly GonePhone[]
  readonly findings: readonly FindingFacts[]
}

export function readPaperWork(tx: Tx): PaperWork {
  const findings = findOpenFindings(tx)
  // What a restored record lacks has a line of its own, also when a phone in use once gave out its number.
  const found = new Set(findings.map(({ number }) => number))
  const unseen = findUnseenNumbers(tx).filter(({ number }) => !found.has(number))
  return { phones: phonesOf(unseen), findings }
}

// The rows come phone by phone.
function phonesOf(unseen: readonly UnseenNumber[]): GonePhone[] {
  const firsts = unseen.filter(({ device }, place) => unseen[place - 1]?.device !== device)
  return firsts.map((phone) => {
    const numbers = unseen.filter(({ device }) => device === phone.device)
    const onSlips = phone.free === null ? null : Math.max(0, numbers.length - phone.free)
    return { phone, goneAt: phone.lostAt ?? phone.revokedAt, numbers, onSlips }
  })
}
