import type { ClockReading } from '@counter/shared/vocabulary/clock'
import type { CaseId } from '@counter/shared/vocabulary/ids'
import { isCaseNumber, isProvisionalCode, normalQueryCode } from '@counter/shared/vocabulary/number'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { caseClocks } from '../../domain/case/case-clocks.ts'
import { shownClock } from '../../domain/case/case-light.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { standingEvents } from '../../domain/case/standing-events.ts'
import { urgeCase } from '../../domain/case/urge.ts'
import { howToGet } from '../../domain/catalogue/material-rules.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { StoredEvent } from '../../store/case-events.ts'
import {
  findCase,
  findCaseByNumber,
  findCaseIdByCode,
  findCaseIdByToken,
  hasQueryCode,
} from '../../store/cases.ts'
import { hashToken, lookUp } from '../../store/crypto.ts'
import type { Item } from '../../store/items.ts'
import type { Origin } from '../../store/origin.ts'
import { findMeta } from '../../store/settings.ts'
import { findVillages } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import { findCasesByAlias, findVillageNumber } from '../../store/village-numbers.ts'
import { keptCase } from './alike-cases.ts'
import { type CaseLine, toLines } from './case-lines.ts'
import { type CaseScene, openCase } from './case-scene.ts'
import { jointUnitNames } from './joint-unit-names.ts'
import { placeWords } from './receipt-facts.ts'

/** What the holder of a case's secret sees of it (P-2): stage, dates, what to do; one masked name (P41). */
export interface TrackedCase {
  readonly line: CaseLine
  /** The number on the slip in hand, when its case was merged into this one (C445). */
  readonly mergedNumber: string | null
  readonly item: Item
  readonly state: CaseState
  readonly shown: ClockReading | null
  readonly statutory: ClockReading | null
  readonly waiting: ClockReading | null
  /** The papers the resident promised, each with how to get it (C205). */
  readonly promised: readonly { readonly name: string; readonly how: string }[]
  /** The units that have their part in it, and by when a written promise is checked (C206, C207). */
  readonly jointUnits: readonly string[]
  readonly pledgeCheckOn: PlainDate | null
  readonly events: readonly StoredEvent[]
  readonly result: string | null
  readonly where: string
  readonly canUrge: boolean
  readonly consultPhone: string
}

const DEAD_AFTER_MS = 90 * 86_400_000

/** The case of a QR link; null when unknown or dead 90 days after its end (P41). */
export function findTrackedCase(tx: Tx, token: string): CaseId | null {
  return alive(tx, findCaseIdByToken(tx, hashToken(token)))
}

/** The case of a number and its query code; wrong, unknown and expired look alike (C1103). */
export function findTrackedCaseByCode(tx: Tx, number: string, code: string): CaseId | null {
  const typed = number.trim().toUpperCase()
  if (!isCaseNumber(typed) && !isProvisionalCode(typed)) throw new Refusal('number.check_failed')
  const own = findCaseByNumber(tx, typed)?.id
  const found = [...(own === undefined ? [] : [own]), ...findCasesByAlias(tx, typed)]
  if (found.length === 0) checkArrived(tx, typed)
  const look = lookUp(tx.keys, 'query_code', normalQueryCode(code))
  const id = found.find((each) => hasQueryCode(tx, each, look))
  return id === undefined ? null : alive(tx, id)
}

const UNHEARD: readonly string[] = ['leased', 'lost']

// A number that a point gives out is true before the centre has heard of it, and its holder is told so (V65); with the phone lost the
// slip is what brings the holder to the centre (V80).
function checkArrived(tx: Tx, typed: string): void {
  const lent = findVillageNumber(tx, typed)
  const village = isProvisionalCode(typed)
    ? typed.slice(2, 4)
    : lent !== undefined && UNHEARD.includes(lent.state)
      ? lent.village
      : null
  const name = village === null ? undefined : findVillages(tx).find(({ code }) => code === village)?.name
  if (name !== undefined) throw new Refusal('number.not_arrived', { name })
}

/** The case of a query code alone, which only an enrolled kiosk may ask (P41). */
export function findTrackedCaseByCodeAlone(tx: Tx, code: string): CaseId | null {
  return alive(tx, findCaseIdByCode(tx, lookUp(tx.keys, 'query_code', normalQueryCode(code))))
}

function alive(tx: Tx, id: CaseId | null): CaseId | null {
  const facts = id === null ? undefined : findCase(tx, id)
  const endedAt = facts === undefined ? null : keptCase(tx, facts).endedAt
  return endedAt !== null && instantOf(toMs(endedAt) + DEAD_AFTER_MS) < tx.at ? null : id
}

const RESIDENT: Origin = { actor: 'token', role: 'token', device: null, commandId: null }

/** Where a slip's secret leads: to its own case, or to the one that it was merged into (C445). */
export function keptCaseId(tx: Tx, id: CaseId): CaseId {
  const facts = findCase(tx, id)
  return facts === undefined ? id : keptCase(tx, facts).id
}

/** The page of a slip: of its own case, or of the kept one with the slip's own number beside it (C445). */
export function readTrackedCase(deps: CaseScene['deps'], tx: Tx, asked: CaseId): TrackedCase {
  const id = keptCaseId(tx, asked)
  const scene = openCase(deps, tx, { origin: RESIDENT, actor: 'token', staff: null }, id)
  const { context, facts, item, events } = scene
  const { state } = context
  const clocks = caseClocks(state, context.item, context, tx.at)
  const kind = shownClock(state)
  const [line] = toLines(tx, [facts])
  if (line === undefined) throw new Error('one row gives one line')
  return {
    line,
    mergedNumber: id === asked ? null : (findCase(tx, asked)?.number ?? null),
    item,
    state,
    shown: kind === null ? null : clocks[kind],
    statutory: clocks.statutory,
    waiting: clocks.waiting,
    promised: promisedOf(state, item),
    jointUnits: jointUnitNames(scene),
    pledgeCheckOn:
      state.subtasks.find(({ pledge, ended }) => pledge !== null && ended === null)?.dueOn ?? null,
    events: standingEvents(events),
    result: resultOf(scene),
    where: placeWords(scene),
    canUrge: canUrge(scene),
    consultPhone: findMeta(tx, 'centre.consultPhone') ?? '',
  }
}

function promisedOf({ materials }: CaseState, item: Item): TrackedCase['promised'] {
  const isPromised = (name: string) =>
    materials.some((each) => each.name === name && each.state === 'deferred')
  return item.content.materials
    .filter(({ name }) => isPromised(name))
    .map((material) => ({ name: material.name, how: howToGet(material) }))
}

function resultOf({ events }: CaseScene): string | null {
  const decided = standingEvents(events).findLast(
    ({ type }) => type === 'case.decided' || type === 'case.result_recorded',
  )
  return decided === undefined ? null : (decided.text ?? '')
}

// The act itself says whether it may be done now; its date is told when it is tried (C706).
function canUrge({ context }: CaseScene): boolean {
  try {
    urgeCase(context)
    return true
  } catch {
    return false
  }
}
