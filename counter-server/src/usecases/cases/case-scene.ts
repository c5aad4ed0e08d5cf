import type { CaseId, UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { ActContext } from '../../domain/case/act.ts'
import { projectCase } from '../../domain/case/projection.ts'
import { checkPersonMayHave } from '../../domain/case/recusal.ts'
import { checkNoRelation } from '../../domain/case/relation.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findBareEvents, findCaseEvents, type StoredEvent } from '../../store/case-events.ts'
import { type CaseFacts, findCase } from '../../store/cases.ts'
import type { Item } from '../../store/items.ts'
import { once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import type { CaseAsker } from './case-asker.ts'
import { clockContext, itemOf, rulesOf } from './case-rules.ts'
import type { ReceiptFacts } from './paper-facts.ts'

/** One press of a button on one case. */
export interface CaseCommand {
  readonly asker: CaseAsker
  readonly id: CaseId
  readonly expectedVersion: number | null
  /** Only when it is entered later than it happened (C306). */
  readonly late?: LateEntry | undefined
}

/** When something is said to have happened, and why it is entered only now (C306). */
export interface LateEntry {
  readonly occurredAt: Instant
  readonly reason: string
}

/** A case as one transaction sees it. */
export interface CaseScene {
  readonly deps: Pick<Deps, 'newId' | 'publicUrl'>
  readonly tx: Tx
  readonly asker: CaseAsker
  readonly facts: CaseFacts
  readonly item: Item
  readonly events: readonly StoredEvent[]
  readonly context: ActContext
}

/** What every act answers: the case and, when a paper was made, what it says. */
export interface CaseDone {
  readonly id: CaseId
  readonly receipt: ReceiptFacts | null
  /** The case as the act left it, as its page shows it. */
  readonly shown: unknown
}

/** Opens a case for an act. Refuses `case.not_found`, `case.forbidden` (C402), `transfer.conflict_of_interest` (C804). */
export function openCase(deps: CaseScene['deps'], tx: Tx, asker: CaseAsker, id: CaseId): CaseScene {
  const scene = sceneOf(deps, tx, asker, requireCase(tx, asker, id))
  if (asker.staff !== null) checkPersonMayHave(scene.context.state, asker.staff)
  return scene
}

/** The scene of a row that is already known, without asking for rights. */
export function sceneOf(deps: CaseScene['deps'], tx: Tx, asker: CaseAsker, facts: CaseFacts): CaseScene {
  const item = itemOf(tx, facts)
  const events = findCaseEvents(tx, facts.id)
  const context: ActContext = {
    ...clockContext(tx),
    state: projectCase(events),
    item: rulesOf(item),
    actor: asker.actor,
    at: tx.at,
  }
  return { deps, tx, asker, facts, item, events, context }
}

/** The row of a case that the asker may see (C402). */
export function requireCase(tx: Tx, asker: Pick<CaseAsker, 'actor' | 'staff'>, id: CaseId): CaseFacts {
  const facts = findCase(tx, id)
  if (facts === undefined) throw new Refusal('case.not_found')
  checkPlace(asker, facts)
  return facts
}

/**
 * The same for a look at one part of a case: whom the case concerns is shown none of it (C804). Refuses as `openCase`.
 */
export function requireShown(tx: Tx, asker: Pick<CaseAsker, 'actor' | 'staff'>, id: CaseId): CaseFacts {
  const facts = requireCase(tx, asker, id)
  if (asker.staff !== null) checkPersonMayHave(projectCase(findBareEvents(tx, id)), asker.staff)
  return facts
}

/** Handlers act in their unit, agents on their village's cases, whose existence others must not learn (C402, C1204). */
export function checkPlace({ actor, staff }: Pick<CaseAsker, 'actor' | 'staff'>, facts: CaseFacts): void {
  if (actor === 'agent' && staff?.village !== facts.village) throw new Refusal('case.not_found')
  if (actor === 'handler' && staff?.unit !== facts.unit) {
    throw new Refusal('case.forbidden', { unit: facts.unitName })
  }
}

/** True when the asker may open the case; for lines that name it only then (C402, V74). */
export function mayOpen(asker: Pick<CaseAsker, 'actor' | 'staff'>, facts: CaseFacts): boolean {
  try {
    checkPlace(asker, facts)
    return true
  } catch {
    return false
  }
}

/** The units and village that a list of this asker is limited to. */
export function placeOf({ actor, staff }: Pick<CaseAsker, 'actor' | 'staff'>): {
  readonly unit?: UnitCode
  readonly village?: VillageCode
} {
  if (actor === 'agent') return { village: (staff?.village ?? '') as VillageCode }
  if (actor === 'handler') return { unit: (staff?.unit ?? '') as UnitCode }
  return {}
}

// The act is then judged at the moment at which it is said to have happened.
function lateScene(scene: CaseScene, late: LateEntry | undefined): CaseScene {
  if (late === undefined) return scene
  const { occurredAt, reason } = late
  return {
    ...scene,
    context: { ...scene.context, at: occurredAt, late: { recordedAt: scene.tx.at, reason } },
  }
}

/** Runs one act of a person on one case: receipt, rights, version, act, all in one transaction (R5, I3). */
export function actOnCase(
  { store, showCase, ...deps }: Deps,
  { asker, id, expectedVersion, late }: CaseCommand,
  name: string,
  content: unknown,
  act: (scene: CaseScene) => ReceiptFacts | null,
): Promise<CaseDone> {
  const { origin } = asker
  const sent = { id, expectedVersion, content, ...(late === undefined ? {} : { late }) }
  return store.write((tx) => {
    const done = once(tx, { origin, name: `case.${name}`, subject: id, content: sent }, () => {
      const scene = lateScene(openCase(deps, tx, asker, id), late)
      if (expectedVersion !== null && expectedVersion !== scene.facts.rev) throw new Refusal('case.changed')
      checkNoRelation(scene.context, asker.staff?.id ?? null, name)
      const receipt = act(scene)
      return { id, receipt, shown: showCase(tx, asker, id) }
    })
    return shownWhole(done, () => showCase(tx, asker, id))
  })
}

/** An answer kept before an update lacks what a page has had since; then the case is shown as it stands now (R5). */
export function shownWhole(done: CaseDone, show: () => unknown): CaseDone {
  const { shown } = done
  const isWhole = typeof shown === 'object' && shown !== null && YOUNGEST in shown
  return isWhole ? done : { ...done, shown: show() }
}

/** The part that the page of a case was given last. */
const YOUNGEST = 'relation'
