import type { ReportTable } from '@counter/shared/contract/reports'
import { rowWords } from '@counter/shared/text/report-words'
import { FEW } from '@counter/shared/vocabulary/report'
import type { Words } from '../../text/words.ts'
import { numberIn } from '../reports/cells.ts'

type Language = 'zh' | 'en'

/** 「96%（48/50）」; few cases get no percentage (U37). */
export function onTimeWords(t: Words, n: number | null, of: number | null): string {
  if (n === null || of === null || of === 0) return t('report.none')
  if (of < FEW) return t('l1.fewCases', { n, of })
  return t('l1.onTimeShare', { percent: Math.round((n / of) * 1000) / 10, n, of })
}

/** The conclusion names where to look: the group that kept fewest of its promises, of those that say something (C707). */
export function leastOnTime(t: Words, table: ReportTable | undefined, language: Language): string {
  const groups = (table?.rows ?? []).flatMap((row) => {
    if (table === undefined) return []
    const [n, of] = [numberIn(table, row, 'on_time') ?? 0, numberIn(table, row, 'decided') ?? 0]
    return of < FEW ? [] : [{ name: rowWords(table.name, row, language), n, of }]
  })
  const least = groups.sort((one, other) => one.n / one.of - other.n / other.of)[0]
  if (least === undefined) return t('report.tooFew')
  const { name, n, of } = least
  return n === of
    ? t('report.cases.allOnTime')
    : t('report.cases.least', { name, onTime: onTimeWords(t, n, of) })
}
