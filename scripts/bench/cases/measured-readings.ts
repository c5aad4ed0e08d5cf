import type { ItemCode, UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import { findUnits, findVillages } from '../../../counter-server/src/store/township.ts'
import type { CaseAsker } from '../../../counter-server/src/usecases/cases/case-asker.ts'
import {
  type CaseListAsked,
  listCases,
  readCounterCases,
  readUnitCases,
} from '../../../counter-server/src/usecases/cases/list-cases.ts'
import { readBoard, readCounters } from '../../../counter-server/src/usecases/cases/read-board.ts'
import type { Deps } from '../../../counter-server/src/usecases/deps.ts'
import { toCaseList, toCaseRow, toLightCounts } from '../../../counter-server/src/views/case-row-views.ts'
import type { Chance } from '../../play/chance.ts'
import type { Known } from './big-township.ts'
import { askersOf } from './case-askers.ts'

/** One kind of screen or search; each reading is one opening, as text for the wire. */
export interface Reading {
  readonly name: string
  read(): string
}

const PAGE = 50
const FOUND = 20
/** As many letters of an item's initials as people type. */
const TYPED = 4
const ITEMS = ['LY-001', 'MZ-001', 'SB-004', 'JS-003', 'NJ-003', 'CZ-004']

/** The deadline board as a unit, a clerk and a supervisor open it: its first page and the counters above it (C-4, B-1). */
export function boardReadings(deps: Deps, chance: Chance): readonly Reading[] {
  const { units, villages } = deps.store.read((tx) => ({ units: findUnits(tx), villages: findVillages(tx) }))
  const [clerks, handlers, agents, supervisors] = (['clerk', 'handler', 'agent', 'supervisor'] as const).map(
    (role) => askersOf(deps, role),
  )
  const unit = (): UnitCode => chance.pick(units).code
  const village = (): VillageCode => chance.pick(villages).code
  const item = (): ItemCode => chance.pick(ITEMS) as ItemCode
  const board = (
    name: string,
    askers: readonly CaseAsker[] | undefined,
    asked: () => Partial<CaseListAsked>,
  ) => ({
    name,
    read: () => openBoard(deps, chance.pick(askers ?? []), asked()),
  })
  return [
    board('unit', handlers, () => ({})),
    board('unit, red', handlers, () => ({ light: 'red' })),
    board('unit, item', handlers, () => ({ item: item() })),
    board('village point', agents, () => ({})),
    board('clerk', clerks, () => ({})),
    board('clerk, decided', clerks, () => ({ status: 'decided' })),
    board('supervisor', supervisors, () => ({})),
    board('supervisor, unit and yellow', supervisors, () => ({ unit: unit(), light: 'yellow' })),
    board('supervisor, village', supervisors, () => ({ village: village() })),
    board('supervisor, village and item', supervisors, () => ({ village: village(), item: item() })),
    board('supervisor, unit and channel', supervisors, () => ({ unit: unit(), channel: 'village' })),
    board('supervisor, paused', supervisors, () => ({ light: 'paused' })),
    board('supervisor, ended', supervisors, () => ({ isOpen: false })),
    { name: 'live list of a unit', read: () => liveList(deps, unit()) },
    { name: 'live list of a desk', read: () => deskList(deps) },
  ]
}

function openBoard(deps: Deps, asker: CaseAsker, asked: Partial<CaseListAsked>): string {
  const page = listCases(deps, asker, { limit: PAGE, isCounted: true, ...asked })
  const { lights, dueToday, byUnit, byVillage } = deps.store.read((tx) => readBoard(tx, asker))
  return JSON.stringify([toCaseList(page), lights, dueToday, byUnit, byVillage])
}

function liveList({ store }: Deps, unit: UnitCode): string {
  return JSON.stringify(
    store.read((tx) => [readUnitCases(tx, unit).map(toCaseRow), toLightCounts(readCounters(tx, { unit }))]),
  )
}

function deskList({ store }: Deps): string {
  return JSON.stringify(store.read((tx) => readCounterCases(tx).map(toCaseRow)))
}

/** A clerk's search for somebody or something that is there. */
export function searchReadings(deps: Deps, known: readonly Known[], chance: Chance): readonly Reading[] {
  const clerks = askersOf(deps, 'clerk')
  const search = (name: string, what: (known: Known) => string) => ({
    name,
    read: () => {
      const page = listCases(deps, chance.pick(clerks), {
        find: what(chance.pick(known)),
        limit: FOUND,
      })
      if (page.lines.length === 0) throw new Error(`void: the search by ${name} found nothing`)
      return JSON.stringify(toCaseList(page))
    },
  })
  return [
    search('case number', ({ number }) => number),
    search('item initials', ({ initials }) => initials.slice(0, TYPED)),
    search('full name', ({ resident }) => resident.name),
    search('ID number', ({ resident }) => resident.idNo),
    search('phone', ({ resident }) => resident.phone),
  ]
}
