import { isPlainDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { DayOff } from './calendar-version.ts'

/** One day of a notice with what it is; `arranged` until the law says that it is a day of the holiday itself. */
export interface NamedDay {
  readonly date: PlainDate
  readonly name: string
  readonly kind: DayOff['kind'] | 'makeup'
}

const DATE = /^(?:(\d{4})[-/年.])?(\d{1,2})[-/月.](\d{1,2})日?$/
const KINDS: readonly (readonly [RegExp, NamedDay['kind']])[] = [
  [/^(?:调休上班|补班|上班|班|makeup)$/, 'makeup'],
  [/^(?:法定|法定节假日|statutory)$/, 'statutory'],
  [/^(?:放假|休|休息|调休|off|arranged)$/, 'arranged'],
]

/**
 * One line of a table: date, what it is (放假, 法定, 上班), and of which holiday, in any order after the date. Null when the
 * line does not begin with a date; then it is no line of a table.
 */
export function readTableLine(
  raw: string,
  year: number,
): { readonly days: readonly NamedDay[]; readonly name: null } | { readonly problem: string } | null {
  const cells = raw
    .split(/[,，\t;；|]/)
    .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
    .filter((cell) => cell !== '')
  const [first, ...rest] = cells
  const found = first === undefined ? null : DATE.exec(first)
  if (found === null || rest.length === 0) return null
  const [, ownYear, month, day] = found
  const date =
    `${ownYear ?? year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}` as PlainDate
  if (!isPlainDate(date)) return { problem: `${first} 不是日期` }
  const kind = rest.map(kindOf).find((each) => each !== null)
  if (kind === undefined || kind === null) return { problem: `没写放假还是上班：${first}` }
  const name = rest.find((cell) => kindOf(cell) === null) ?? (kind === 'makeup' ? '调休上班' : '放假')
  return { days: [{ date, name, kind }], name: null }
}

function kindOf(cell: string): NamedDay['kind'] | null {
  return KINDS.find(([pattern]) => pattern.test(cell.toLowerCase()))?.[1] ?? null
}
