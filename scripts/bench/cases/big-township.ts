import type { CaseId, TicketId, VillageCode } from '@counter/shared/vocabulary/ids'
import { normalQueryCode } from '@counter/shared/vocabulary/number'
import { addDays, civilDate, instantAt, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import {
  addWorkingDays,
  workingDayFrom,
  workingDaysBetween,
} from '../../../counter-server/src/domain/calendar/working-calendar.ts'
import { insertAgency, insertLogBookRow } from '../../../counter-server/src/store/agency.ts'
import { calendarStamp } from '../../../counter-server/src/store/calendars.ts'
import { insertWords } from '../../../counter-server/src/store/case-events.ts'
import { nextCaseNumber, nextPaperNumber } from '../../../counter-server/src/store/case-numbers.ts'
import { toCells } from '../../../counter-server/src/store/case-records.ts'
import { hashToken, lookUp } from '../../../counter-server/src/store/crypto.ts'
import { findItems, type Item } from '../../../counter-server/src/store/items.ts'
import { findStaffOfRole } from '../../../counter-server/src/store/people.ts'
import { insertPerson } from '../../../counter-server/src/store/persons.ts'
import type { Row } from '../../../counter-server/src/store/projections.ts'
import type { Tx } from '../../../counter-server/src/store/tx.ts'
import { rowsOfCase } from '../../../counter-server/src/usecases/cases/case-rows.ts'
import { clockContext, rulesOf } from '../../../counter-server/src/usecases/cases/case-rules.ts'
import { projectRow } from '../../../counter-server/src/usecases/cases/project-row.ts'
import type { Deps } from '../../../counter-server/src/usecases/deps.ts'
import { type Chance, chanceOf } from '../../play/chance.ts'
import { newResident, type Resident } from '../../play/residents.ts'
import { type StorePlace, startModelStore } from '../../proofs/model-store.ts'
import { type BulkWriter, openBulk } from './bulk-writer.ts'
import type { Life, Township } from './life.ts'
import { lifeOf, type Step } from './lives.ts'
import { type Played, playLife } from './play-life.ts'

/** Friday the 12th, twenty to ten: the hall is open and both neighbours of the year are official. */
export const NOW = '2026-06-12T01:40:00.000Z' as Instant
const FROM = '2025-01-02' as PlainDate
const SEEDED_AT = '2025-01-01T00:00:00.000Z' as Instant
const RESIDENTS = 30_000
const OPEN_SHARE = 0.1
/** Open cases were received so many working days ago at most, when nothing keeps them. */
const VILLAGE_SHARE = 0.25

export interface BigTownship {
  readonly cases: number
  readonly open: number
  readonly events: number
  /** Some residents and numbers to look for. */
  readonly known: readonly Known[]
}

export interface Known {
  readonly resident: Resident
  readonly number: string
  readonly initials: string
}

/** Opens the store at the time that the township has come to. */
export function openTownship(place: StorePlace, now: () => number): Promise<Deps> {
  return startModelStore(now, place)
}

/**
 * A township's years: so many cases, a tenth of them open, each a life by the product's own rules, with sealed personal
 * data and the rows that its events make. The same seed makes the same lives; secrets and keys are new each time.
 */
export async function writeTownship(place: StorePlace, cases: number, seed = 1): Promise<BigTownship> {
  const deps = await startModelStore(() => toMs(SEEDED_AT), place)
  deps.store.close()
  const opened = await startModelStore(() => toMs(NOW), place)
  const writer = openBulk(place.file, place.keys)
  const chance = chanceOf(seed, 'township')
  const residents = Array.from({ length: Math.min(RESIDENTS, cases) }, () => namedResident(chance))
  const known: Known[] = []
  let open = 0
  let events = 0
  opened.store.read((tx) => {
    const town = townshipOf(tx, writer, chance)
    const items = findItems(tx, civilDate(tx.at), { find: '', limit: 200 }).filter(
      ({ confidentiality }) => confidentiality !== 'whistleblower',
    )
    for (let place = 0; place < cases; place += 1) {
      const life = newLife(town, chance, items, chance.happens(OPEN_SHARE))
      const played = playLife(town, life)
      const resident = chance.pick(residents)
      const number = writeCase(tx, writer, town, { life, played, resident })
      if (played.state.endedAt === null) open += 1
      events += played.events.length
      if (place % 97 === 0) known.push({ resident, number, initials: life.item.initials })
    }
  })
  writer.close()
  opened.store.close()
  return { cases, open, events, known }
}

function townshipOf(tx: Tx, writer: BulkWriter, chance: Chance): Township {
  const handlers = findStaffOfRole(tx, 'handler')
  return {
    rules: clockContext(tx),
    units: handlers.flatMap(({ unit }) => unit ?? []),
    clerks: findStaffOfRole(tx, 'clerk'),
    handlers,
    agents: findStaffOfRole(tx, 'agent'),
    newId: (at) => idAt(at, chance),
    newOrderNumber: (at) => nextPaperNumber(writer.tx(at), 'supervision'),
  }
}

/** A UUIDv7 of a moment: time first, then chance (RFC 9562). */
function idAt(at: Instant, chance: Chance): string {
  const ms = toMs(at).toString(16).padStart(12, '0')
  const hex = (signs: number) =>
    Math.floor(chance.number() * 16 ** signs)
      .toString(16)
      .padStart(signs, '0')
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(6)}${hex(6)}`
}

// Many names are rare and a few are common, as in any township.
function namedResident(chance: Chance): Resident {
  const resident = newResident(chance)
  const place = Math.floor(chance.number() ** 1.5 * 16_900)
  const digits = (value: number) => String(value).padStart(8, '0')
  return {
    ...resident,
    name: `示例${GIVEN.charAt(Math.floor(place / 130))}${GIVEN.charAt(place % 130)}`,
    phone: `199${digits(Math.floor(chance.number() * 100_000_000))}`,
  }
}

const GIVEN = Array.from({ length: 130 }, (_, place) => String.fromCodePoint(0x4e10 + place * 7)).join('')

function newLife(town: Township, chance: Chance, items: readonly Item[], isOpen: boolean): Life {
  const item = pickItem(items, chance, isOpen)
  const steps = lifeOf(item, chance)
  const { calendar } = town.rules
  const length = steps.reduce((sum, { days }) => sum + days, 0)
  const today = civilDate(NOW)
  const span = workingDaysBetween(calendar, FROM, today) - length - 1
  const back = isOpen
    ? Math.floor(chance.number() * (length + 1))
    : length + 1 + Math.floor(chance.number() * span)
  const receivedOn = workingDayFrom(calendar, addWorkingDays(calendar, today, -back))
  const dated = datesOf(town, steps, receivedOn, chance)
  const id = idAt(dated[0]?.at ?? NOW, chance) as CaseId
  const village = item.villageAgency && chance.happens(VILLAGE_SHARE) ? villageOf(town, chance) : null
  return { id, item, village, steps: isOpen ? stillOpen(dated) : dated, until: NOW }
}

// An immediate case is open for minutes, so few open cases are of that kind.
function pickItem(items: readonly Item[], chance: Chance, isOpen: boolean): Item {
  const isImmediate = isOpen ? chance.happens(0.02) : chance.happens(0.35)
  return chance.pick(items.filter(({ caseType }) => (caseType === 'immediate') === isImmediate))
}

function villageOf({ agents }: Township, chance: Chance): VillageCode | null {
  return chance.pick(agents).village
}

type DatedStep = Life['steps'][number]

function datesOf(
  { rules: { calendar } }: Township,
  steps: readonly Step[],
  receivedOn: PlainDate,
  chance: Chance,
): readonly DatedStep[] {
  let day = receivedOn
  let minute = 540 + Math.floor(chance.number() * 300)
  return steps.map(({ does, days }, place) => {
    if (days > 0) {
      day = addWorkingDays(calendar, day, days)
      minute = 520 + Math.floor(chance.number() * 300)
    } else if (place > 0) minute += 2 + Math.floor(chance.number() * 20)
    const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
    return { does, at: instantAt(day, time as PlainTime) }
  })
}

// What has been done by now; whoever would be finished already waits for the last step.
function stillOpen(steps: readonly DatedStep[]): readonly DatedStep[] {
  const [received, ...rest] = steps
  const done = rest.filter(({ at }) => at <= NOW)
  const isEnded = done.some(({ does }) => does === 'deliver' || does === 'withdraw')
  const first = received === undefined || received.at <= NOW ? received : { ...received, at: earlier(NOW) }
  return [...(first === undefined ? [] : [first]), ...(isEnded ? done.slice(0, -1) : done)]
}

function earlier(at: Instant): Instant {
  return instantAt(addDays(civilDate(at), 0), '08:45' as PlainTime)
}

interface Written {
  readonly life: Life
  readonly played: Played
  readonly resident: Resident
}

function writeCase(tx: Tx, writer: BulkWriter, town: Township, { life, played, resident }: Written): string {
  const { id, item, village } = life
  const { state, events, words } = played
  const receivedAt = state.receivedAt ?? NOW
  const then = writer.tx(receivedAt)
  const number = nextCaseNumber(then, village ?? '00')
  const person = town.newId(receivedAt)
  insertPerson(then, person, {
    ...resident,
    village,
    address: '示例村一组',
    idKind: 'id_card',
    contact: null,
    agentName: null,
  })
  for (const event of events) writer.event(id, event)
  for (const [event, written] of words) insertWords(then, event, written)
  const { madeWith } = projectRow(town.rules, rulesOf(item), state, tx.at)
  const made = rowsOfCase(tx, { id, item: item.code, itemVersion: item.version, madeWith, events }, state)
  const identity = {
    number,
    item: item.code,
    itemVersion: item.version,
    itemName: item.name,
    person,
    ticket: null as TicketId | null,
    queryCodeLook: lookUp(then.keys, 'query_code', normalQueryCode(id.slice(-8))),
    tokenHash: hashToken(id),
  }
  for (const [table, rows] of Object.entries(made))
    for (const row of rows) writer.row(table, { ...row, ...given(table, town, identity, row) })
  if (village !== null) writeAgency(then, town, { id, village })
  return number
}

// What rows have besides that which their events make.
function given(table: string, { rules, newId }: Township, identity: object, row: Row): Row {
  if (table === 'case') return toCells('case', identity)
  if (table !== 'told_deadline') return {}
  return { id: newId(NOW), calendar: calendarStamp(rules.calendar), how: 'slip', ...row }
}

function writeAgency(
  tx: Tx,
  { agents }: Township,
  { id, village }: { id: CaseId; village: VillageCode },
): void {
  const agent = agents.find((each) => each.village === village)
  if (agent === undefined) throw new Error(`nobody is agent of ${village}`)
  insertAgency(tx, id, {
    village,
    agent: agent.id,
    relation: '邻居',
    powers: ['submit'],
    until: addDays(civilDate(tx.at), 180),
    signedAs: 'paper',
    signature: '0'.repeat(64),
    witness: null,
    allowsDeputy: true,
    consentVersion: 1,
    isRelative: false,
    capturedAt: tx.at,
  })
  insertLogBookRow(tx, { village, case: id, agent: agent.id })
}
