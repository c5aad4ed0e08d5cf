import {
  type CaseChannel,
  type CaseStatus,
  ENDED_STATUSES,
  type Light,
} from '@counter/shared/vocabulary/case'
import { normalIdNumber } from '@counter/shared/vocabulary/identity'
import type { CaseId, ItemCode, UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import { isCaseNumber, isProvisionalCode } from '@counter/shared/vocabulary/number'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { Refusal } from '../../domain/refusal.ts'
import { findNumberByAlias } from '../../store/case-aliases.ts'
import { type CaseFilter, findCases, findCasesByIds } from '../../store/case-lists.ts'
import { findApplyingChange } from '../../store/clock-changes.ts'
import { findItems } from '../../store/items.ts'
import type { Lights } from '../../store/light-counts.ts'
import { countCasesMadeOtherwise } from '../../store/open-cases.ts'
import { personsWith } from '../../store/persons.ts'
import type { Tx } from '../../store/tx.ts'
import { findCasesByAlias } from '../../store/village-numbers.ts'
import type { Deps } from '../deps.ts'
import type { CaseAsker } from './case-asker.ts'
import { cursorAfter, cursorOf } from './case-cursor.ts'
import { type CaseLine, toLines } from './case-lines.ts'
import { clockContext } from './case-rules.ts'
import { placeOf } from './case-scene.ts'
import { madeWith } from './clock-rules.ts'
import { readCounters } from './read-board.ts'
import { lineWithoutPerson } from './without-person.ts'

export interface CaseListAsked {
  readonly unit?: UnitCode | undefined
  readonly village?: VillageCode | undefined
  readonly item?: ItemCode | undefined
  readonly light?: Light | undefined
  readonly channel?: CaseChannel | undefined
  readonly approval?: 'yes' | undefined
  readonly order?: 'yes' | undefined
  readonly duplicate?: 'yes' | undefined
  readonly status?: CaseStatus | undefined
  readonly isOpen?: boolean | undefined
  readonly find?: string | undefined
  readonly cursor?: string | undefined
  /** With how many open cases the other filters leave under each light; a search is not counted. */
  readonly isCounted?: boolean | undefined
  readonly limit: number
}

/** One page of a list. */
export interface CaseListPage {
  readonly lines: readonly CaseLine[]
  readonly next: string | null
  /** Null when they were not asked for, or what is listed are no open cases. */
  readonly counters: Lights | null
  /** Open cases that a change of the rules has still to reach. */
  readonly recounting: number
}

/** Lists the cases that the asker may see, the most urgent first (C402, C-4). Refuses `number.check_failed`. */
export function listCases(
  { store }: Pick<Deps, 'store'>,
  asker: Pick<CaseAsker, 'actor' | 'staff'>,
  asked: CaseListAsked,
): CaseListPage {
  return store.read((tx) => {
    const { limit } = asked
    const place = placeOf(asker)
    const filter = { ...filterOf(tx, asked), ...place }
    const rows = findCases(tx, { ...filter, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const last = rows.length > limit ? shown.at(-1) : undefined
    const lines = toLines(tx, shown)
    const seen = asker.actor === 'leader' ? lines.map(lineWithoutPerson) : lines
    return {
      lines: seen,
      next: last === undefined ? null : cursorAfter(last),
      counters:
        asked.isCounted === true && filter.isOpen === true ? readLights(tx, { ...asked, ...place }) : null,
      recounting: countRecounting(tx),
    }
  })
}

// Kept for each list that a board offers, so they cost what they show and not what they count (U34).
function readLights(tx: Tx, { status, ...list }: CaseListAsked): Lights {
  const { unit, village, channel, item, approval, order, duplicate } = list
  const flags = {
    hasApproval: approval && true,
    hasOrder: order && true,
    hasDuplicate: duplicate && true,
  } as const
  return readCounters(tx, { unit, village, channel, item, status, ...flags }).lights
}

// Every date shown is counted by the rules in force; the order follows when the change has reached the case (C305, C604).
function countRecounting(tx: Tx): number {
  return findApplyingChange(tx) === undefined ? 0 : countCasesMadeOtherwise(tx, madeWith(clockContext(tx)))
}

function filterOf(tx: Tx, asked: CaseListAsked): Omit<CaseFilter, 'limit'> {
  const { unit, village, item, light, channel, status, isOpen, find = '', cursor } = asked
  const isSearch = find.trim() !== ''
  // Nobody who opens a list means the archive, and whoever searches means everything.
  const whichOpen = isOpen ?? (isSearch || isEnded(status) ? undefined : true)
  return {
    unit,
    village,
    item,
    light,
    channel,
    hasApproval: asked.approval && true,
    hasOrder: asked.order && true,
    hasDuplicate: asked.duplicate && true,
    status: status && [status],
    isOpen: whichOpen,
    after: cursorOf(cursor),
    ...(isSearch ? foundBy(tx, find.trim()) : {}),
  }
}

function isEnded(status: CaseStatus | undefined): boolean {
  return ENDED_STATUSES.some((each) => each === status)
}

const MOST_ITEMS = 20

// Whole values only: a number of the house or of an old ledger, an ID number, a phone or a full name, the last three by HMAC (C1109). Letters are the
// initials of an item, or the code on its papers; where no item has them they may still be somebody's name.
function foundBy(tx: Tx, text: string): Pick<CaseFilter, 'numbers' | 'persons' | 'items'> {
  const ofLedger = findNumberByAlias(tx, text)
  if (ofLedger !== null) return { numbers: [ofLedger] }
  if (text.startsWith('临')) {
    const code = text.toUpperCase()
    if (!isProvisionalCode(code)) throw new Refusal('number.check_failed')
    return { numbers: numbersBehind(tx, code) }
  }
  if (/^\d{4}-\d{2}-\d{4,5}-\w$/.test(text)) {
    const number = text.toUpperCase()
    if (!isCaseNumber(number)) throw new Refusal('number.check_failed')
    // Also where a slip shows it and the case has another (V66).
    return { numbers: [number, ...numbersBehind(tx, number)] }
  }
  if (/^([a-z][a-z\d]+|[a-z]{2}-\d{3})$/i.test(text)) {
    const items = findItems(tx, civilDate(tx.at), { find: text, limit: MOST_ITEMS })
    if (items.length > 0) return { items: items.map(({ code }) => code) }
  }
  // An ID number, or the number of a passport.
  if (/^(\d{17}[\dX]|[A-Z]{1,2}\d{6,9})$/.test(normalIdNumber(text)))
    return { persons: personsWith(tx, 'id_no', text) }
  return { persons: personsWith(tx, /^[\d-]+$/.test(text) ? 'phone' : 'name', text) }
}

// What a village's slip shows stays valid for ever, whatever number its case has (V63, V66).
function numbersBehind(tx: Tx, shown: string): readonly string[] {
  return findCasesByIds(tx, findCasesByAlias(tx, shown)).map(({ number }) => number)
}

const MOST = 200

/** Rows whose next step is the counter's: to accept, to await papers, to hand over (C-1). */
export function readCounterCases(tx: Tx): CaseLine[] {
  return toLines(
    tx,
    findCases(tx, { status: ['received', 'supplement', 'decided'], isOpen: true, limit: MOST }),
  )
}

/** The open cases of a unit, the state of its live list (B-1). */
export function readUnitCases(tx: Tx, unit: UnitCode): CaseLine[] {
  return toLines(tx, findCases(tx, { unit, isOpen: true, limit: MOST }))
}

/** The open cases of a village point, the state of its live list. */
export function readVillageCases(tx: Tx, village: VillageCode): CaseLine[] {
  return toLines(tx, findCases(tx, { village, isOpen: true, limit: MOST }))
}

/** One row, for a live change; null when the case does not exist. */
export function readCaseLine(tx: Tx, id: CaseId): CaseLine | null {
  return toLines(tx, findCasesByIds(tx, [id]))[0] ?? null
}
