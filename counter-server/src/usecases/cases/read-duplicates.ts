import type { CaseChannel, CaseStatus } from '@counter/shared/vocabulary/case'
import type { CaseId, ItemCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { isLater, mayUnmerge, pairActs } from '../../domain/case/duplicates.ts'
import type { MaterialMark } from '../../domain/case/material-mark.ts'
import { projectCase } from '../../domain/case/projection.ts'
import { isConcerned } from '../../domain/case/recusal.ts'
import { standingEvents } from '../../domain/case/standing-events.ts'
import { findCaseEvents } from '../../store/case-events.ts'
import { type CaseFacts, findCase } from '../../store/cases.ts'
import { findSetting } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import { alikeBefore, openAlike } from './alike-cases.ts'
import type { CaseAsker } from './case-asker.ts'
import { type CaseScene, mayOpen } from './case-scene.ts'
import { readPeople } from './event-people.ts'

/** A case beside another one; id and number are null for whoever may not open it (V74). */
export interface AlikeLine {
  readonly id: CaseId | null
  readonly number: string | null
  readonly status: CaseStatus
  readonly channel: CaseChannel
  readonly villageName: string | null
  readonly receivedAt: Instant
}

/** What the case page says of duplicates (C445). */
export interface CaseDuplicates {
  readonly open: readonly (AlikeLine & {
    readonly isLater: boolean
    readonly mayMerge: boolean
    readonly mayJudge: boolean
  })[]
  readonly linked: readonly AlikeLine[]
  readonly mergedInto: AlikeLine | null
  readonly absorbed: readonly AbsorbedLine[]
  readonly mayUnmerge: boolean
}

/** What a merged case brought with it: its papers and notes are seen in the case that is kept. */
interface AbsorbedLine extends AlikeLine {
  readonly materials: readonly MaterialMark[]
  readonly notes: readonly { readonly at: Instant; readonly by: string; readonly text: string }[]
}

type Reader = Pick<CaseAsker, 'actor' | 'staff'>

/** What somebody already has of an item, before a second case is received (C445, V74). */
export function readAlike(
  tx: Tx,
  asker: Reader,
  { idNo, item }: { readonly idNo: string; readonly item: ItemCode },
): { readonly days: number; readonly lines: readonly AlikeLine[] } {
  const found = alikeBefore(tx, idNo, item)
  return { days: findSetting(tx, 'duplicate.window'), lines: found.map((each) => lineOf(asker, each)) }
}

export function duplicatesOf({ tx, facts, context, asker }: CaseScene): CaseDuplicates {
  const { state } = context
  return {
    open: openAlike(tx, facts, state).map((other) => {
      const isOtherLater = isLater(other, facts)
      const [later, kept] = isOtherLater ? [other, facts] : [facts, other]
      const may = mayOpen(asker, other) ? pairActs(asker.actor, later, kept) : NOTHING
      return { ...lineOf(asker, other), isLater: isOtherLater, ...may }
    }),
    linked: known(tx, linkedOf(state)).map((each) => lineOf(asker, each)),
    mergedInto:
      known(tx, state.mergedInto === null ? [] : [state.mergedInto]).map((each) => lineOf(asker, each))[0] ??
      null,
    absorbed: known(tx, state.absorbed).map((each) => absorbedOf(tx, asker, each)),
    mayUnmerge: mayUnmerge(asker.actor),
  }
}

const NOTHING = { mayMerge: false, mayJudge: false }

function linkedOf({ judged }: CaseScene['context']['state']): CaseId[] {
  return judged.flatMap(({ other, verdict }) => (verdict === 'linked' ? [other] : []))
}

function known(tx: Tx, ids: readonly CaseId[]): CaseFacts[] {
  return ids.flatMap((id) => findCase(tx, id) ?? [])
}

function absorbedOf(tx: Tx, asker: Reader, facts: CaseFacts): AbsorbedLine {
  const line = lineOf(asker, facts)
  if (line.id === null) return { ...line, materials: [], notes: [] }
  const events = findCaseEvents(tx, facts.id)
  const { materials, recused } = projectCase(events)
  // Whom the merged case concerns sees nothing of it in the kept one either (C804).
  if (asker.staff !== null && isConcerned({ recused }, asker.staff))
    return { ...line, materials: [], notes: [] }
  const people = readPeople(tx, events)
  const notes = standingEvents(events).flatMap(({ type, text, occurredAt, actor }) =>
    NOTED.has(type) && text !== null ? [{ at: occurredAt, by: people(actor), text }] : [],
  )
  return { ...line, materials, notes }
}

const NOTED: ReadonlySet<string> = new Set(['case.received', 'case.noted'])

function lineOf(asker: Reader, facts: CaseFacts): AlikeLine {
  const { id, number, status, channel, villageName, receivedAt } = facts
  const named = mayOpen(asker, facts) ? { id, number } : { id: null, number: null }
  return { ...named, status, channel, villageName, receivedAt }
}
