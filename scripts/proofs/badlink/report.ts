import { cpus } from 'node:os'
import type { LinkCounts } from './bad-link.ts'
import { type Fault, type Finding, judge } from './judge.ts'
import type { CentreRecord, Ledger } from './ledger.ts'
import { LIES } from './lies.ts'

export interface Run {
  readonly ledger: Ledger
  readonly record: CentreRecord
  readonly convergeSeconds: number
  /** Whether those seconds are judged: by hand they are, among all other tests on a busy machine they are only told. */
  readonly isTimed: boolean
  readonly link: LinkCounts
  readonly kills: number
  readonly seed: string
}

const GOAL = { convergeSeconds: 5, sendingMs: 60_000, twice: 0.2 }

/** Says what the judge found, after it has found every planted fault (R41); true when all of V99 holds. */
export function report({ ledger, record, convergeSeconds, isTimed, link, kills, seed }: Run): boolean {
  const findings = judge(ledger, record)
  for (const [name, { fault, tell }] of Object.entries(LIES))
    if (
      judge(ledger, tell(record)).filter((found) => found.fault === fault).length <= countOf(findings, fault)
    )
      throw new Error(`void: a planted fault was not found: ${name}`)
  const ends = [...ledger.ends.values()]
  const commands = ledger.submitted.reduce((sum, { kept }) => sum + kept.length, 0)
  const twice = ends.reduce((sum, { duplicates }) => sum + duplicates.length, 0)
  const sendingMs = Math.max(...ends.map(({ longestSendingMs }) => longestSendingMs))
  for (const { fault, about, text } of findings.slice(0, 10)) console.error(`${fault}: ${about} ${text}`)
  console.log(
    `${cpus().length} cores, Node ${process.version}, seed ${seed}: ${ends.length} phones, ${commands} commands, ` +
      `${twice} of them came to the centre twice; ${link.exchanges} exchanges, ${link.lostBefore} lost before and ` +
      `${link.lostAfter} after the centre's work, ${link.cut} torn, ${link.holes} holes, ${kills} kills; ` +
      `发送中 at most ${(sendingMs / 1000).toFixed(1)} s`,
  )
  for (const fault of ['order', 'digest'] as const)
    console.log(`${fault}: ${countOf(findings, fault)} differences`)
  const share = twice / commands
  if (share < GOAL.twice) console.error(`void: only ${(share * 100).toFixed(0)} % of the commands went twice`)
  if (sendingMs > GOAL.sendingMs) console.error('a command was 发送中 for more than 60 s')
  const seconds = Math.round(convergeSeconds * 10) / 10
  const result = {
    submitted: ledger.submitted.length,
    lost: countOf(findings, 'lost'),
    doubled: countOf(findings, 'doubled'),
    duplicateNumbers: countOf(findings, 'number'),
    convergeSeconds: seconds,
  }
  console.log(JSON.stringify(result))
  return (
    findings.length === 0 &&
    share >= GOAL.twice &&
    sendingMs <= GOAL.sendingMs &&
    (!isTimed || convergeSeconds <= GOAL.convergeSeconds)
  )
}

function countOf(findings: readonly Finding[], fault: Fault): number {
  return findings.filter((found) => found.fault === fault).length
}
