import { canonicalJson } from '@counter/shared/vocabulary/canonical-json'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { RefusalParams } from '@counter/shared/vocabulary/refusal'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { Refusal } from '../../domain/refusal.ts'
import { arrivalStep } from '../../domain/village/arrival.ts'
import type { VillageCommand } from '../../domain/village/village-command.ts'
import { sha256 } from '../../store/crypto.ts'
import { contentHash, findReceiptHash, once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import { endWaiting } from '../../store/village-arrivals.ts'
import type { AlikeLine } from '../cases/read-duplicates.ts'
import type { Deps } from '../deps.ts'
import { waitsInVain } from './await-predecessor.ts'
import { takeDayQuota } from './day-quota.ts'
import { followCase } from './follow-case.ts'
import { logConsultation } from './log-consultation.ts'
import { missingFilesOf, registerCase, type Sent } from './register-case.ts'
import type { VillageAgent } from './village-agent.ts'

/** What a command was answered, kept with its receipt and given again to every resend (V48, V64). */
interface Applied {
  readonly status: 'applied' | 'merged'
  readonly alike: AlikeHint | null
  readonly number: string | null
  readonly queryCode: string | null
  readonly link: string | null
}

/** A case that the registered one looks like; its number only within the own point (V74). */
export interface AlikeHint {
  readonly receivedOn: PlainDate
  readonly number: string | null
}

/** The one status of one command (V48). */
export interface CommandResult {
  readonly status: Applied['status'] | 'duplicate' | 'held' | 'attention' | 'retry'
  readonly refusal: { readonly code: string; readonly params: RefusalParams } | null
  readonly number: string | null
  readonly queryCode: string | null
  readonly link: string | null
  readonly filesMissing: readonly string[]
  readonly alike: AlikeHint | null
}

export interface SyncDeps extends Deps {
  /** A fault of one command: it is logged, and the others go on (V44). */
  readonly onFault: (error: unknown) => void
}

const NOTHING = {
  alike: null,
  refusal: null,
  number: null,
  queryCode: null,
  link: null,
  filesMissing: [],
} as const

/** One command in one transaction of its own, so that a bad one stops nobody else (V44, V51). */
export async function syncCommand(
  deps: SyncDeps,
  agent: VillageAgent,
  command: VillageCommand,
  { deviceNow, device }: Pick<Sent, 'deviceNow' | 'device'>,
): Promise<CommandResult> {
  try {
    return await deps.store.write((tx) =>
      arrive(deps, { tx, agent, header: command.header, deviceNow, device }, command),
    )
  } catch (error) {
    if (error instanceof Refusal) return refused(error)
    deps.onFault(error)
    return { ...NOTHING, status: 'retry', refusal: { code: 'fault', params: {} } }
  }
}

// The order of V49: envelope, receipt, and only then rights and the state of things.
function arrive(deps: SyncDeps, sent: Sent, command: VillageCommand): CommandResult {
  const { tx, header } = sent
  const receipt = receiptFacts(sent, command)
  if (sha256(canonicalJson(command.frozen.payload)) !== header.payloadHash)
    throw new Refusal('command.malformed')
  const step = arrivalStep({
    hash: contentHash(tx, receipt),
    receipt: findReceiptHash(tx, header.id),
    after: afterOf(tx, header),
  })
  if (step === 'reused') throw new Refusal('command.reused')
  if (step === 'held') return held(sent)
  const applied = once(tx, receipt, () => take(deps, sent, command))
  const status = step === 'duplicate' ? 'duplicate' : applied.status
  // A receipt of before there were hints has none.
  const alike = applied.alike ?? null
  return { ...applied, alike, status, refusal: null, filesMissing: missingFilesOf(tx, header) }
}

// Answered and not thrown: since when it waits must stay in the record (V52).
function held(sent: Sent): CommandResult {
  if (!waitsInVain(sent)) return { ...NOTHING, status: 'held' }
  return { ...NOTHING, status: 'attention', refusal: { code: 'predecessor.missing', params: {} } }
}

function take(deps: SyncDeps, sent: Sent, command: VillageCommand): Applied {
  takeDayQuota(sent)
  endWaiting(sent.tx, sent.header.id)
  return apply(deps, sent, command)
}

function receiptFacts({ agent, header }: Sent, { facts, frozen }: VillageCommand) {
  const origin = { ...agent.origin, commandId: header.id }
  return { origin, name: `village.${facts.type}`, subject: header.caseId, content: frozen.header }
}

function afterOf(tx: Tx, { after }: Sent['header']): 'none' | 'applied' | 'absent' {
  if (after === null) return 'none'
  return findReceiptHash(tx, after) === null ? 'absent' : 'applied'
}

function apply(deps: SyncDeps, sent: Sent, { header, facts }: VillageCommand): Applied {
  const { staff, origin } = sent.agent
  if (staff.village === null || staff.village !== header.pointId) throw new Refusal('case.not_found')
  const named = { ...sent, agent: { ...sent.agent, origin: { ...origin, commandId: header.id } } }
  if (facts.type === 'case.register') {
    const { number, queryCode, link, alike, isOther } = registerCase(deps, named, facts.register)
    // Taken, with the remark that the centre will look at two cases, or that the number is another one (V48, V66, V73).
    const status = alike === null && !isOther ? 'applied' : 'merged'
    return { status, number, queryCode, link, alike: hintOf(alike) }
  }
  const status = follow(deps, named, facts)
  return { status, number: null, queryCode: null, link: null, alike: null }
}

function follow(
  deps: SyncDeps,
  sent: Sent,
  facts: Exclude<VillageCommand['facts'], { type: 'case.register' }>,
): Applied['status'] {
  if (facts.type !== 'consult.log') return followCase(deps, sent, facts)
  logConsultation(sent, facts.consultation)
  return 'applied'
}

function hintOf(alike: AlikeLine | null): AlikeHint | null {
  return alike === null ? null : { receivedOn: civilDate(alike.receivedAt), number: alike.number }
}

// A full disk and a full day pass by themselves; every other "no" waits for a person (V48).
function refused({ code, params }: Refusal): CommandResult {
  const status = code === 'store.full' || code === 'quota.reached' ? 'retry' : 'attention'
  return { ...NOTHING, status, refusal: { code, params } }
}
