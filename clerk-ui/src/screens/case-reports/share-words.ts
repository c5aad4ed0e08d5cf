import type { ReportTable } from '@counter/shared/contract/reports'
import { rowWords } from '@counter/shared/text/report-words'
import { FEW, type ReportColumn } from '@counter/shared/vocabulary/report'
import type { Words } from '../../text/words.ts'
import { numberIn } from '../reports/cells.ts'

type Language = 'zh' | 'en'

/** 「96%（48/50）」; few cases get no percentage (U37). */
export function shareWords(t: Words, n: number | null, of: number | null): string {
  if (n === null || of === null || of === 0) return t('report.none')
  if (of < FEW) return t('l1.fewCases', { n, of })
  return t('l1.onTimeShare', { percent: Math.round((n / of) * 1000) / 10, n, of })
}

/** A share by its two counts, and how its conclusion is said. */
interface ShareWanted {
  readonly part: ReportColumn
  readonly of: ReportColumn
  readonly all: 'report.cases.allOnTime' | 'report.ratings.allSatisfied'
  readonly least: 'report.cases.least' | 'report.ratings.least'
  readonly tooFew: 'report.tooFew' | 'report.ratings.tooFew'
}
const ON_TIME = {
  part: 'on_time',
  of: 'decided',
  all: 'report.cases.allOnTime',
  least: 'report.cases.least',
  tooFew: 'report.tooFew',
} as const satisfies ShareWanted
const SATISFIED = {
  part: 'satisfied',
  of: 'rated',
  all: 'report.ratings.allSatisfied',
  least: 'report.ratings.least',
  tooFew: 'report.ratings.tooFew',
} as const satisfies ShareWanted

/** The conclusion names where to look: the group that kept fewest of its promises, of those that say something (C707). */
export function leastOnTime(t: Words, table: ReportTable | undefined, language: Language): string {
  return leastOf(t, table, ON_TIME, language)
}

/** The group whose residents are least content, of those that say something (U37). */
export function leastSatisfied(t: Words, table: ReportTable | undefined, language: Language): string {
  return leastOf(t, table, SATISFIED, language)
}

function leastOf(t: Words, table: ReportTable | undefined, wanted: ShareWanted, language: Language): string {
  const groups = (table?.rows ?? []).flatMap((row) => {
    if (table === undefined) return []
    const [n, of] = [numberIn(table, row, wanted.part) ?? 0, numberIn(table, row, wanted.of) ?? 0]
    return of < FEW ? [] : [{ name: rowWords(table.name, row, language), n, of }]
  })
  const least = groups.sort((one, other) => one.n / one.of - other.n / other.of)[0]
  if (least === undefined) return t(wanted.tooFew)
  const { name, n, of } = least
  return n === of ? t(wanted.all) : t(wanted.least, { name, share: shareWords(t, n, of) })
}
