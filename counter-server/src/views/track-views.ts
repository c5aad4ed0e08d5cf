import type { TrackLooks } from '@counter/shared/contract/public/looks'
import type { TrackCase, TrackTicket } from '@counter/shared/contract/public/track'
import type { ClockReading } from '@counter/shared/vocabulary/clock'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { readLooks } from '../usecases/cases/read-looks.ts'
import type { TrackedCase } from '../usecases/cases/read-track-case.ts'
import type { TrackedTicket } from '../usecases/hall/read-track-ticket.ts'

/** P-2: stage, dates and what to do; name masked, the item only when it is nobody's secret (C903, P41). */
export function toTrackCase(tracked: TrackedCase): TrackCase {
  const { line, item, state, shown, statutory } = tracked
  const isOpenItem = item.confidentiality === 'normal'
  return {
    what: 'case',
    number: line.facts.number,
    mergedNumber: tracked.mergedNumber,
    itemChangedOn: itemChangedOn(tracked),
    itemName: isOpenItem ? line.facts.itemName : null,
    applicant: line.facts.nameMasked,
    unitName: line.facts.unitName,
    status: line.facts.status,
    light: line.light,
    dueOn: line.dueOn,
    dueAt: line.facts.dueAt,
    yellowAt: line.facts.yellowAt,
    clockState: line.facts.clockState,
    left: line.left,
    overdue: line.overdue,
    isProvisional: line.isProvisional,
    statutoryDueOn: statutory?.dueOn ?? null,
    toldDueOn: toldOtherwise(tracked),
    jointUnits: isOpenItem ? [...tracked.jointUnits] : [],
    pledgeCheckOn: tracked.pledgeCheckOn,
    segments: toPublicSegments(shown, isOpenItem),
    reasons: toPublicReasons(shown),
    todo: toTodo(tracked),
    stages: toStages(tracked),
    // The list of papers names the matter as plainly as its title does.
    materials: isOpenItem ? state.materials.map(({ name, state: how }) => ({ name, state: how })) : [],
    pickUp: toPickUp(tracked),
    result: isOpenItem ? tracked.result : null,
    canUrge: tracked.canUrge,
    consultPhone: tracked.consultPhone,
  }
}

function itemChangedOn({ events }: TrackedCase): string | null {
  const changed = events.findLast(({ type }) => type === 'item.changed')
  return changed === undefined ? null : civilDate(changed.occurredAt)
}

// The paper in hand and the screen must not contradict each other in silence (C520).
function toldOtherwise({ state, line, shown }: TrackedCase): string | null {
  const told = state.told.at(-1)?.dueOn ?? null
  if (told === null || shown?.kind !== 'committed' || shown.state !== 'running') return null
  return told === line.dueOn ? null : told
}

function toPublicReasons(reading: ClockReading | null): TrackCase['reasons'] {
  if (reading === null) return null
  const { extended, nominalOn, isDeemed, isCut, notices } = reading.reasons
  return { extended, unit: reading.limit.unit, nominalOn, isDeemed, isCut, notices: [...notices] }
}

// What a case stands still for may tell the matter: an appraisal, a public notice (C903).
function toPublicSegments(reading: ClockReading | null, isOpenItem: boolean): TrackCase['segments'] {
  return (reading?.segments ?? []).map(({ from, to, reason, name, counted }) => ({
    from,
    to,
    reason,
    name: reason === 'paused' && !isOpenItem ? null : name,
    counted,
  }))
}

function toTodo(tracked: TrackedCase): TrackCase['todo'] {
  const { state, waiting, where } = tracked
  const list = state.supplements.at(-1)
  if (state.status !== 'supplement' || list === undefined) return toLaterTodo(tracked)
  const missing = list.lines.filter(({ name }) => !list.handedIn.includes(name))
  return {
    until: waiting?.dueOn ?? null,
    where,
    materials: missing.map(({ name, problem }) => ({ name, how: problem })),
  }
}

// What was promised has its day (C205); what was found missing after acceptance has none of its own (C516).
function toLaterTodo({ state, promised, where }: TrackedCase): TrackCase['todo'] {
  if (state.decidedAt !== null || state.endedAt !== null) return null
  const out = new Set(state.materials.flatMap((each) => (each.state === 'missing' ? [each.name] : [])))
  const asked = state.asked.filter(({ name }) => out.has(name))
  const materials = [
    ...promised.map(({ name, how }) => ({ name, how })),
    ...asked.map(({ name, problem }) => ({ name, how: problem })),
  ]
  if (materials.length === 0) return null
  return { until: promised.length === 0 ? null : (state.promise?.until ?? null), where, materials }
}

function toPickUp({ state, where }: TrackedCase): TrackCase['pickUp'] {
  return state.status === 'decided' ? { where } : null
}

type Stage = TrackCase['stages'][number]

/** ✓ 收件 → ✓ 受理 → ● 审核中 → ○ 办结 → ○ 送达, with the date and the place of each (P-2). */
function toStages(tracked: TrackedCase): Stage[] {
  const { state, line, events } = tracked
  const { unitName, villageName } = line.facts
  const reached: readonly (readonly [Stage['stage'], Instant | null, string])[] = [
    ['received', state.receivedAt, villageName ?? '窗口'],
    ['accepted', state.acceptedAt, '窗口'],
    ['reviewing', state.decidedAt ?? null, unitName],
    ['decided', state.decidedAt, unitName],
    ['delivered', state.deliveredAt, '窗口'],
  ]
  const isEnded = state.endedAt !== null
  const first = reached.findIndex(([, at]) => at === null)
  return reached.map(([stage, at, who], place): Stage => {
    if (at !== null) return { stage, state: 'done', at, who }
    const isNow = place === first && !isEnded
    const since = stage === 'reviewing' && isNow ? takenAt(events) : null
    return { stage, state: isNow ? 'now' : 'next', at: since, who: isNow ? who : null }
  })
}

function takenAt(events: TrackedCase['events']): Instant | null {
  return events.find(({ type }) => type === 'case.taken')?.occurredAt ?? null
}

/** P-1: the number, how many are ahead and about how long; no name exists here (U23). */
export function toTrackTicket(tracked: TrackedTicket, atKiosk?: { lacksPaper: boolean }): TrackTicket {
  const { ticket, ahead, shown, nowCalled, isExpired, why, notices } = tracked
  const { canPostpone, canRejoin, canRestore } = tracked
  return {
    what: 'ticket',
    number: ticket.number,
    businessDate: ticket.businessDate,
    status: ticket.status,
    topic: ticket.topic,
    window: ticket.window,
    ahead,
    low: shown?.low ?? null,
    high: shown?.high ?? null,
    nowCalled:
      nowCalled === null || nowCalled.window === null
        ? null
        : { number: nowCalled.number, window: nowCalled.window },
    canRejoin,
    canPostpone,
    canRestore,
    notices: [...notices],
    why,
    isExpired,
    version: ticket.version,
    ...(atKiosk === undefined ? {} : { lacksPaper: atKiosk.lacksPaper }),
  }
}

/** A post, a purpose and a day: never who it was, nor what was written beside it (P35). */
export function toTrackLooks(looks: ReturnType<typeof readLooks>): TrackLooks {
  return {
    items: looks.map(({ at, role, unitName, field, purpose }) => ({
      on: civilDate(at),
      role: role === 'handler' || role === 'supervisor' || role === 'agent' ? role : 'clerk',
      unitName,
      field,
      purpose,
    })),
  }
}
