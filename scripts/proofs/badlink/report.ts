import { cpus } from 'node:os'
import { FAULTS, type Fault, type Finding, judge } from './judge.ts'
import type { CentreRecord, Ledger } from './ledger.ts'
import { LIES } from './lies.ts'
import { DEATHS } from './phone-words.ts'
import { type Strength, whyVoid } from './strength.ts'

export interface Run {
  readonly ledger: Ledger
  readonly record: CentreRecord
  readonly convergeSeconds: number
  /** Whether those seconds are judged: by hand they are, among all other tests on a busy machine they are only told. */
  readonly isTimed: boolean
  readonly strength: Omit<Strength, 'commands' | 'twice'>
  readonly seed: string
}

const MOST_SECONDS = 5

/** Says what the judge found, after it has found every planted fault (R41); true when all of V99 holds. */
export function report({ ledger, record, convergeSeconds, isTimed, strength: how, seed }: Run): boolean {
  const findings = judge(ledger, record)
  expectLiesFound(ledger, record, findings)
  const ends = [...ledger.ends.values()]
  const strength: Strength = {
    ...how,
    commands: ledger.submitted.reduce((sum, { kept }) => sum + kept.length, 0),
    twice: ends.reduce((sum, { duplicates }) => sum + duplicates.length, 0),
  }
  const sendingMs = Math.max(...ends.map(({ longestSendingMs }) => longestSendingMs))
  console.log(
    `${cpus().length} cores, Node ${process.version}, seed ${seed}: ${ends.length} phones, ${toldOf(strength)}; ` +
      `发送中 at most ${(sendingMs / 1000).toFixed(1)} s`,
  )
  for (const { fault, about, text } of findings.slice(0, 10)) console.error(`${fault}: ${about} ${text}`)
  for (const fault of FAULTS.slice(FAULTS.indexOf('order')))
    console.log(`${fault}: ${countOf(findings, fault)} differences`)
  const reasons = whyVoid(strength)
  for (const reason of reasons) console.error(`void: ${reason}`)
  const result = {
    submitted: ledger.submitted.length,
    lost: countOf(findings, 'lost'),
    doubled: countOf(findings, 'doubled'),
    duplicateNumbers: countOf(findings, 'number'),
    convergeSeconds: Math.round(convergeSeconds * 10) / 10,
  }
  console.log(JSON.stringify(result))
  const isInTime = !isTimed || convergeSeconds <= MOST_SECONDS
  return findings.length === 0 && reasons.length === 0 && isInTime
}

function expectLiesFound(ledger: Ledger, record: CentreRecord, findings: readonly Finding[]): void {
  for (const [name, { fault, ...lie }] of Object.entries(LIES)) {
    const told = 'tell' in lie ? judge(ledger, lie.tell(record)) : judge(lie.claim(ledger), record)
    if (countOf(told, fault) <= countOf(findings, fault))
      throw new Error(`void: a planted fault was not found: ${name}`)
  }
}

function toldOf({ link, kills, deaths, commands, twice }: Strength): string {
  const died = DEATHS.map((at) => `${deaths.filter((each) => each === at).length} at ${at}`).join(', ')
  return (
    `${commands} commands, ${twice} of them came to the centre twice; ${link.exchanges} exchanges, ${link.lostBefore} lost ` +
    `before and ${link.lostAfter} after the centre's work, beside them ${link.answersLost} answers; torn in their bodies ` +
    `${link.requestsTorn} requests and ${link.answersTorn} answers; ${link.holes} holes; killed: the centre ${kills} times, pages ${died}`
  )
}

function countOf(findings: readonly Finding[], fault: Fault): number {
  return findings.filter((found) => found.fault === fault).length
}
