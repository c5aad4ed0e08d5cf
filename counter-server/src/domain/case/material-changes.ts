import type { Instant } from '@counter/shared/vocabulary/time'
import { withRelay } from './agency-changes.ts'
import type { CaseState } from './case-state.ts'
import type { CaseEvent } from './event.ts'
import { withFlag } from './flag-changes.ts'
import type { MaterialMark, SupplementLine } from './material-mark.ts'

/** The one-time notice: what it lists is asked for, and the case waits for it (C404). */
export function supplementRequested(state: CaseState, event: CaseEvent<'supplement.requested'>): CaseState {
  const { id, occurredAt, payload } = event
  // Until the resident has it by way of the village, the unit is still on its way to tell him (V25).
  const toldAt = payload.viaVillage === true ? null : occurredAt
  return {
    ...state,
    status: 'supplement',
    noticeEndedAt: toldAt,
    agency: withRelay(state, event),
    pending: null,
    // What is listed is asked for again, also when something else was brought for it (C404).
    materials: mergedMaterials(state.materials, payload.lines.map(missing)),
    supplements: [
      ...state.supplements,
      { eventId: id, requestedAt: occurredAt, toldAt, lines: payload.lines, handedIn: [], completedAt: null },
    ],
  }
}

/** Papers of a notice come in; with the last of them the case is received complete (C417, C515). */
export function handedIn(state: CaseState, event: CaseEvent<'supplement.handed_in'>): CaseState {
  const { id, occurredAt, payload } = event
  const list = state.supplements.at(-1)
  if (list === undefined) return state
  const names = [...new Set([...list.handedIn, ...payload.names])]
  const isComplete = list.lines.every(({ name }) => names.includes(name))
  const received: readonly MaterialMark[] = payload.names.map((name) => ({
    name,
    state: 'received',
    promisedOn: null,
  }))
  const next = {
    ...state,
    materials: mergedMaterials(state.materials, received),
    supplements: [
      ...state.supplements.slice(0, -1),
      { ...list, handedIn: names, completedAt: isComplete ? occurredAt : null },
    ],
  }
  if (!isComplete) return next
  return {
    ...next,
    status: 'received',
    completeAt: occurredAt,
    noticeEndedAt: null,
    startedBy: { ...state.startedBy, complete: id },
  }
}

/** The resident has the notice by way of the village: it counts as given now (V25). */
export function noticeGiven(state: CaseState, { occurredAt }: CaseEvent): CaseState {
  const list = state.supplements.at(-1)
  if (list === undefined || list.toldAt !== null) return state
  const supplements = [...state.supplements.slice(0, -1), { ...list, toldAt: occurredAt }]
  return { ...state, supplements, noticeEndedAt: state.noticeEndedAt ?? occurredAt }
}

/** Papers found missing after acceptance are missing again; no clock hears of it (C516). */
export function papersAsked(state: CaseState, { payload: { lines } }: CaseEvent<'papers.asked'>): CaseState {
  return { ...state, materials: mergedMaterials(state.materials, lines.map(missing)), asked: lines }
}

/** A note, and with it papers or a cleared flag; on an ended case it is a late addition (C307). */
export function noted(state: CaseState, { id, occurredAt, payload }: CaseEvent<'case.noted'>): CaseState {
  const flags = state.flags.filter((flag) => !payload.clearedFlags.includes(flag))
  const materials = mergedMaterials(state.materials, payload.materials)
  const next = withPromise({ ...state, flags, materials }, id, occurredAt)
  return state.endedAt === null ? next : withFlag(next, 'late_addition')
}

/** What was promised and has come in no longer holds the case back; the nearest day that is still open counts (C205). */
export function withPromise(state: CaseState, eventId: string, at: Instant): CaseState {
  const open = state.materials.filter((material) => material.state === 'deferred')
  if (open.length === 0) {
    const { promise } = state
    const kept = promise === null || promise.keptAt !== null ? promise : { ...promise, keptAt: at }
    return { ...state, promise: kept, flags: state.flags.filter((flag) => flag !== 'deferred') }
  }
  const until = open.flatMap(({ promisedOn }) => promisedOn ?? []).toSorted()[0]
  const made = state.promise ?? { eventId, madeAt: at }
  return withFlag(
    { ...state, promise: until === undefined ? null : { ...made, until, keptAt: null } },
    'deferred',
  )
}

/** What is known of each paper, the newest word on each. */
export function mergedMaterials(
  known: readonly MaterialMark[],
  news: readonly MaterialMark[],
): readonly MaterialMark[] {
  const byName = new Map([...known, ...news].map((mark) => [mark.name, mark]))
  return [...byName.values()]
}

// A paper that a notice asks for.
function missing({ name }: SupplementLine): MaterialMark {
  return { name, state: 'missing', promisedOn: null }
}
