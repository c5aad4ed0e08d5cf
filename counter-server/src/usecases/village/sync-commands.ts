import type { CaseId } from '@counter/shared/vocabulary/ids'
import type { RefusalParams } from '@counter/shared/vocabulary/refusal'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../../domain/refusal.ts'
import { type Arrival, arrivalStep } from '../../domain/village/arrival.ts'
import type { VillageCommand } from '../../domain/village/village-command.ts'
import { contentHash, findReceiptHash, once } from '../../store/receipts.ts'
import { findShutOut } from '../../store/taken-back.ts'
import type { Tx } from '../../store/tx.ts'
import { endWaiting } from '../../store/village-arrivals.ts'
import { findOutcome } from '../../store/village-attention.ts'
import { findStoredAt, insertVillageReceipt } from '../../store/village-receipts.ts'
import type { Deps } from '../deps.ts'
import { type AlikeHint, type Applied, applyCommand } from './apply-command.ts'
import { waitsInVain } from './await-predecessor.ts'
import { caseOfCommand } from './case-of-command.ts'
import { takeDayQuota } from './day-quota.ts'
import { keepRefused } from './keep-refused.ts'
import { isOwnAuthor } from './own-author.ts'
import { isOwnPayload } from './payload-hash.ts'
import { receiptFacts } from './receipt-facts.ts'
import { missingFilesOf, type Sent } from './register-case.ts'
import { type Outcome, outcomeOf } from './tell-outcomes.ts'
import type { VillageAgent } from './village-agent.ts'
import { endAsTaken, endByAgent } from './withdraw-command.ts'

/** The one status of one command (V48). */
export interface CommandResult {
  readonly status: Applied['status'] | 'duplicate' | 'held' | 'attention' | 'retry'
  readonly refusal: { readonly code: string; readonly params: RefusalParams } | null
  readonly number: string | null
  readonly queryCode: string | null
  readonly link: string | null
  readonly filesMissing: readonly string[]
  /** Where it stands now; null where its point can open none. */
  readonly caseId: CaseId | null
  readonly alike: AlikeHint | null
  readonly slip?: Applied['slip']
  readonly conflicts?: Applied['conflicts']
  /** Of a refusal that waits for a person: whether the centre has it as well (V51). */
  readonly isKept?: boolean
  /** Since when the centre has it; null where it has not, and for what it had before phones compared (V56). */
  readonly storedAt: Instant | null
}

export interface SyncDeps extends Deps {
  /** A fault of one command: it is logged, and the others go on (V44). */
  readonly onFault: (error: unknown) => void
}

const NOTHING = {
  caseId: null,
  storedAt: null,
  alike: null,
  refusal: null,
  number: null,
  queryCode: null,
  link: null,
  filesMissing: [],
} as const

/** How a command comes: `shut` says why nothing new of it may be done now, though what was done before is told again (V49, V80). */
export interface Arriving extends Pick<Sent, 'deviceNow' | 'device'> {
  readonly shut?: Refusal | null
}

/** One command in one transaction of its own, so that a bad one stops nobody else (V44, V51). */
export async function syncCommand(
  deps: SyncDeps,
  agent: VillageAgent,
  command: VillageCommand,
  { deviceNow, device, shut = null }: Arriving,
): Promise<CommandResult> {
  const sent = { agent, header: command.header, deviceNow, device }
  try {
    const result = await deps.store.write((tx) => arrive(deps, { ...sent, tx }, command, shut))
    // What follows something that never comes waits for a person as well (V52).
    if (result.refusal === null) return result
    return { ...result, isKept: await isKeptRefused(deps, sent, command, result.refusal) }
  } catch (error) {
    if (error instanceof Refusal) return refuse(deps, sent, command, error)
    deps.onFault(error)
    return { ...NOTHING, status: 'retry', refusal: { code: 'fault', params: {} } }
  }
}

// The order of V49: envelope, receipt, and only then rights and the state of things.
function arrive(deps: SyncDeps, sent: Sent, command: VillageCommand, shut: Refusal | null): CommandResult {
  const { tx, header } = sent
  const receipt = receiptFacts(sent.agent, command)
  requireOwn(sent, command)
  const outcome = outcomeOf(tx, header.id)
  const hash = contentHash(tx, receipt)
  if (outcome?.end === 'solved') return solved(sent, outcome, hash)
  const after = afterOf(tx, header)
  const step = arrivalStep({ hash, receipt: findReceiptHash(tx, header.id), after })
  if (step === 'reused') throw new Refusal('command.reused')
  // A no of the centre is for good, also for the phone that has not heard it yet (V51).
  if (step !== 'duplicate' && outcome?.end === 'rejected')
    throw new Refusal('command.rejected', { reason: outcome.reason })
  if (step !== 'duplicate' && findShutOut(tx, { command: header.id, village: header.pointId }) !== null)
    throw new Refusal('command.taken_back')
  if (step !== 'duplicate' && shut !== null) throw shut
  if (step === 'held') return held(sent, after)
  const applied = once(tx, receipt, () => take(deps, sent, command, hash))
  const status = step === 'duplicate' ? 'duplicate' : applied.status
  // A receipt of before there were hints has none.
  const alike = applied.alike ?? null
  const storedAt = findStoredAt(tx, header.id)
  const caseId = caseOfCommand(tx, header, applied.number)
  const filesMissing = missingFilesOf(tx, header)
  return { ...applied, alike, status, storedAt, caseId, filesMissing, refusal: null }
}

// Captured by who sends it, with the payload that its header names (V29).
function requireOwn({ agent, header }: Sent, command: VillageCommand): void {
  if (!isOwnAuthor(header, agent.staff.id)) throw new Refusal('author.differs')
  if (!isOwnPayload(command)) throw new Refusal('command.malformed')
}

// What the centre did in its place is the answer to what was sent, and to nothing else under its id (V50, V51).
function solved(
  { tx, header }: Sent,
  { applied, contentHash: sent, storedAt }: Extract<Outcome, { end: 'solved' }>,
  hash: string,
): CommandResult {
  if (sent !== hash) throw new Refusal('command.reused')
  return {
    ...applied,
    status: 'duplicate',
    refusal: null,
    filesMissing: missingFilesOf(tx, header),
    caseId: caseOfCommand(tx, header, applied.number),
    storedAt,
  }
}

// Answered and not thrown: since when it waits must stay in the record (V52).
function held(sent: Sent, after: Arrival['after']): CommandResult {
  if (after !== 'withdrawn' && !waitsInVain(sent)) return { ...NOTHING, status: 'held' }
  return { ...NOTHING, status: 'attention', refusal: { code: 'predecessor.missing', params: {} } }
}

function take(deps: SyncDeps, sent: Sent, command: VillageCommand, hash: string): Applied {
  const { tx, header } = sent
  takeDayQuota(sent)
  endWaiting(tx, header.id)
  const { replaces = null } = header
  if (replaces !== null) endByAgent(sent, replaces, 'replaced')
  const applied = applyCommand(deps, sent, command)
  endAsTaken(sent, hash, applied)
  const { id, payloadHash } = header
  insertVillageReceipt(tx, { command: id, device: sent.device, payloadHash })
  return applied
}

// Met by the command itself, by the centre's solution and by what stands for it; one that was taken back never comes. The word
// of its agent says so also of one that never came here (V52).
function afterOf(tx: Tx, { after, pointId }: Sent['header']): Arrival['after'] {
  if (after === null) return 'none'
  if (findReceiptHash(tx, after) !== null) return 'applied'
  const said = findOutcome(tx, after)?.end ?? 'rejected'
  // After a no of the centre its agent has the last word: taken back, or sent anew.
  const end = said === 'rejected' ? findShutOut(tx, { command: after, village: pointId }) : said
  if (end === 'withdrawn') return 'withdrawn'
  return end === null ? 'absent' : 'applied'
}

/** Nobody has anything left to do about what was taken back; and what is another's is not the sender's to have solved. */
const KEPT_BY_NOBODY: ReadonlySet<string> = new Set(['command.taken_back', 'author.differs'])

// A full disk and a full day pass by themselves; every other "no" waits for a person, at the phone and at the centre (V48, V51).
async function refuse(
  deps: SyncDeps,
  sent: Omit<Sent, 'tx'>,
  command: VillageCommand,
  refusal: Refusal,
): Promise<CommandResult> {
  const { code, params } = refusal
  if (code === 'store.full' || code === 'quota.reached')
    return { ...NOTHING, status: 'retry', refusal: { code, params } }
  const isKept = !KEPT_BY_NOBODY.has(code) && (await isKeptRefused(deps, sent, command, refusal))
  return { ...NOTHING, status: 'attention', refusal: { code, params }, isKept }
}

// Refused all the same where it could not be kept: the phone has it, and sends it again when its agent says so.
function isKeptRefused(
  deps: SyncDeps,
  sent: Omit<Sent, 'tx'>,
  command: VillageCommand,
  refusal: Pick<Refusal, 'params'> & { readonly code: string },
): Promise<boolean> {
  return keepRefused(deps, sent, command, refusal).catch((error: unknown) => {
    deps.onFault(error)
    return false
  })
}
