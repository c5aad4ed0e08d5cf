import type { ItemCode, LineKey, TopicKey, UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { parseCalendarFile } from '../../domain/calendar/calendar-file.ts'
import { insertCalendar, insertOfficeHours } from '../../store/calendars.ts'
import { saveMeta } from '../../store/settings.ts'
import {
  insertItemVersion,
  insertLine,
  insertTopic,
  insertUnit,
  insertVillage,
  insertWindow,
  insertWindowService,
} from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import { initialsOf } from '../catalogue/initials.ts'
import type { CatalogueFile, TownshipFile } from './township-file.ts'

const SPOKEN: Readonly<Record<string, string>> = { 综: '综合', 社: '社保', 农: '涉农', 取: '取件' }

/** The tiles of the kiosk in the order of the screen, each with the unit behind it (interfaces.md 5). */
const TOPICS = [
  ['social', 'SB'],
  ['relief', 'MZ'],
  ['subsidy', 'CZ'],
  ['family', 'JS'],
  ['forest', 'LY'],
  ['farm', 'NJ'],
  ['mediation', 'ZZ'],
  ['unsure', 'DZ'],
] as const
const SERVICE_MINUTES = 8

/** The calendars and office hours that every centre needs before it can promise a day (C609). */
export function loadCalendars(
  tx: Tx,
  files: readonly string[],
  officeHours: TownshipFile['officeHours'],
): void {
  for (const text of files) insertCalendar(tx, parseCalendarFile(text))
  for (const { from, sessions } of officeHours) insertOfficeHours(tx, from as PlainDate, sessions)
}

/** Loads a township: units, village points, windows, tiles and the catalogue with its guides. */
export function loadTownship(tx: Tx, township: TownshipFile, catalogue: CatalogueFile): void {
  for (const [key, value] of Object.entries(township.centre))
    saveMeta(tx, `centre.${key === 'dutyPhone24h' ? 'dutyPhone' : key}`, value)
  for (const { line, prefix, name } of township.lines)
    insertLine(tx, { key: line as LineKey, prefix, spoken: SPOKEN[prefix] ?? name, name })
  for (const { unitCode, name, kind, line, phone } of township.units)
    insertUnit(tx, { code: unitCode as UnitCode, name, kind, line: line as LineKey, phone })
  for (const { code, name, point, phone } of township.villages)
    insertVillage(tx, { code: code as VillageCode, name, point, phone })
  loadHall(tx, township)
  saveMeta(tx, 'catalogue.defaults', JSON.stringify(catalogue.guideDefaults))
  for (const item of catalogue.items) loadItem(tx, item)
}

function loadHall(tx: Tx, township: TownshipFile): void {
  const lineOf = new Map(township.units.map(({ unitCode, line }) => [unitCode, line]))
  for (const [place, [key, unit]] of TOPICS.entries()) {
    insertTopic(tx, {
      key: key as TopicKey,
      line: (lineOf.get(unit) ?? 'general') as LineKey,
      unit: unit as UnitCode,
      place,
      serviceMinutes: SERVICE_MINUTES,
    })
  }
  for (const { window, name, lines } of township.windows) {
    insertWindow(tx, { window, name })
    for (const [key, unit] of TOPICS) {
      if (lines.includes(lineOf.get(unit) ?? ''))
        insertWindowService(tx, { window, topic: key as TopicKey, rank: 'main' })
    }
  }
}

function loadItem(tx: Tx, item: CatalogueFile['items'][number]): void {
  insertItemVersion(tx, {
    code: item.code as ItemCode,
    version: item.version,
    effectiveFrom: item.effectiveFrom as PlainDate,
    name: item.name,
    initials: initialsOf(item.name, item.aliases),
    unit: item.unitCode as UnitCode,
    caseType: item.caseType,
    villageAgency: item.villageAgency,
    inPersonRequired: item.inPersonRequired,
    committeeMayAsk: item.committeeMayAsk ?? false,
    relativeFiling: item.relativeFiling ?? false,
    confidentiality: item.confidentiality,
    content: item,
  })
}
