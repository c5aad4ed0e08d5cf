import type { ClockReading } from '@counter/shared/vocabulary/clock'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { signerOf } from '../../domain/case/approval.ts'
import { caseClocks } from '../../domain/case/case-clocks.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { findCases } from '../../store/case-lists.ts'
import type { CaseFacts } from '../../store/cases.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import type { CaseAsker } from './case-asker.ts'
import { type CaseLine, toLines } from './case-lines.ts'
import { type CaseScene, sceneOf } from './case-scene.ts'
import { lineWithoutPerson } from './without-person.ts'

/** One request with what its signer has to know. */
export interface ApprovalLine {
  readonly line: CaseLine
  readonly pending: NonNullable<CaseState['pending']>
  readonly requestedAt: Instant
  readonly clock: ClockReading | null
  readonly dueOnIfSigned: PlainDate | null
}

const MOST = 200

/** What waits for this person's signature, the least time left first; a leader's lines name nobody (C403, P11). */
export function listApprovals(
  deps: Pick<Deps, 'store'> & CaseScene['deps'],
  asker: CaseAsker,
): ApprovalLine[] {
  return deps.store.read((tx) =>
    findCases(tx, { hasApproval: true, isOpen: true, limit: MOST }).flatMap(
      (facts) => approvalOf(deps, tx, asker, facts) ?? [],
    ),
  )
}

function approvalOf(
  deps: CaseScene['deps'],
  tx: Tx,
  asker: CaseAsker,
  facts: CaseFacts,
): ApprovalLine | null {
  const { context, events } = sceneOf(deps, tx, asker, facts)
  const { pending } = context.state
  const request = events.find(({ id }) => id === pending?.eventId)
  if (pending === null || request === undefined || signerOf(pending.kind) !== asker.actor) return null
  const [line] = toLines(tx, [facts])
  if (line === undefined) throw new Error('one row gives one line')
  const committedOf = (state: CaseState) => caseClocks(state, context.item, context, tx.at).committed
  const extended =
    pending.kind === 'extend'
      ? committedOf({ ...context.state, extendedDays: context.state.extendedDays + pending.days })
      : null
  return {
    line: asker.actor === 'leader' ? lineWithoutPerson(line) : line,
    pending,
    requestedAt: request.occurredAt,
    clock: committedOf(context.state),
    dueOnIfSigned: extended?.dueOn ?? null,
  }
}
