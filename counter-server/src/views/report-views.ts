import type { Report, ReportTable } from '@counter/shared/contract/reports'
import {
  APART_FROM_SCORE,
  DIMENSIONS,
  type Dimension,
  FAIRNESS_KINDS,
  type ReportColumn,
} from '@counter/shared/vocabulary/report'
import type { GroupFigures } from '../domain/statistics/groups.ts'
import type { Score, ScoreReport } from '../domain/statistics/score.ts'
import type { ReportFacts } from '../usecases/reports/read-report.ts'

type Row = ReportTable['rows'][number]
type Cell = Row['cells'][number]

/** Who reads: a leader sees no figures of single clerks (Q70). */
export type ReportReader = 'supervisor' | 'leader'

export function toReport(facts: ReportFacts, reader: ReportReader): Report {
  const { at, span, days, isFinished, targetMinutes, score } = facts
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined || to === undefined) throw new Error('a report has no day')
  return {
    at,
    span,
    from,
    to,
    isFinished,
    targetMinutes,
    tables: tablesOf(facts).filter(({ name }) => reader === 'supervisor' || !OF_STAFF.has(name)),
    goals: score.goals,
    keptAlarm: score.alarm,
  }
}

const OF_STAFF: ReadonlySet<string> = new Set(['staff', 'fairness_by_staff'])

function tablesOf(facts: ReportFacts): ReportTable[] {
  return [
    {
      name: 'whole',
      columns: GROUP_COLUMNS,
      rows: [{ key: 'all', name: null, cells: groupCells(facts.whole) }],
    },
    ...DIMENSIONS.map((by) => dimensionTable(facts, by)),
    ...scoreTables(facts),
    ...fairnessTables(facts),
    {
      name: 'faults',
      columns: ['number', 'what', 'minutes'],
      rows: facts.faults.map(({ day, number, what, minutes }) => ({
        key: day,
        name: null,
        cells: [number, what, minutes],
      })),
    },
  ]
}

const GROUP_COLUMNS = [
  'issued',
  'served',
  'absent_share',
  'wait_n',
  'wait_mean',
  'wait_median',
  'wait_p90',
  'wait_over',
  'service_n',
  'service_mean',
  'service_median',
  'service_p90',
  'walk_mean',
  'stay_median',
] as const satisfies ReportColumn[] as ReportColumn[]

function groupCells({ issued, served, absentShare, wait, walk, service, stay }: GroupFigures): Cell[] {
  return [
    issued,
    served,
    absentShare,
    wait.n,
    wait.mean,
    wait.median,
    wait.p90,
    wait.overTarget,
    service.n,
    service.mean,
    service.median,
    service.p90,
    walk.mean,
    stay.median,
  ]
}

function dimensionTable(facts: ReportFacts, by: Dimension): ReportTable {
  const rows = facts.groups[by].map((group) => ({
    key: group.key,
    name: nameOf(facts, by, group.key),
    cells: groupCells(group),
  }))
  if (by === 'window') return windowTable(facts, rows)
  return { name: by, columns: GROUP_COLUMNS, rows: by === 'day' ? withMissingDays(facts, rows) : rows }
}

// A day without any number has no figures: an empty cell is 「无数据」, never 0 (Q69).
function withMissingDays({ days }: ReportFacts, rows: readonly Row[]): Row[] {
  const known = new Map(rows.map((row) => [row.key, row]))
  return days.map((day) => known.get(day) ?? { key: day, name: null, cells: GROUP_COLUMNS.map(() => null) })
}

function windowTable(facts: ReportFacts, rows: readonly Row[]): ReportTable {
  const known = new Map(rows.map((row) => [row.key, row]))
  const used = new Map(facts.windows.map((use) => [String(use.window), use]))
  const keys = [...new Set([...known.keys(), ...used.keys()])].sort(
    (one, other) => Number(one) - Number(other),
  )
  return {
    name: 'window',
    columns: [...GROUP_COLUMNS, 'duty_minutes', 'paused_minutes', 'utilisation'],
    rows: keys.map((key) => {
      const use = used.get(key)
      return {
        key,
        name: nameOf(facts, 'window', key),
        cells: [
          ...(known.get(key)?.cells ?? GROUP_COLUMNS.map(() => null)),
          use?.dutyMinutes ?? null,
          use?.pausedMinutes ?? null,
          use?.utilisation ?? null,
        ],
      }
    }),
  }
}

function nameOf({ names }: Pick<ReportFacts, 'names'>, by: Dimension, key: string): string | null {
  switch (by) {
    case 'line':
    case 'topic':
    case 'window':
    case 'village':
    case 'staff':
      return names[by].get(key) ?? key
    default:
      return null
  }
}

const SCORE_COLUMNS: ReportColumn[] = [
  'quotes_n',
  'kept',
  'coverage',
  'bias',
  'mae',
  'rmse',
  'baseline_bias',
  'baseline_rmse',
]

function scoreCells({ n, kept, coverage, bias, mae, rmse, baseline }: Score): Cell[] {
  return [n, kept, coverage, bias, mae, rmse, baseline.bias, baseline.rmse]
}

/** What was told against what came, in all and by line (Q64). */
export function toQuotesTable(score: ScoreReport, names: Pick<ReportFacts['names'], 'line'>): ReportTable {
  return {
    name: 'quotes',
    columns: SCORE_COLUMNS,
    rows: [
      { key: 'all', name: null, cells: scoreCells(score.all) },
      ...score.byLine.map((line) => ({
        key: line.key,
        name: names.line.get(line.key) ?? line.key,
        cells: scoreCells(line),
      })),
    ],
  }
}

function scoreTables({ score, names }: ReportFacts): ReportTable[] {
  return [
    toQuotesTable(score, names),
    {
      name: 'quotes_by_day',
      columns: SCORE_COLUMNS,
      rows: score.byDay.map((day) => ({ key: day.key, name: null, cells: scoreCells(day) })),
    },
    {
      name: 'quotes_apart',
      columns: ['count'],
      rows: APART_FROM_SCORE.map((key) => ({ key, name: null, cells: [score.apart[key]] })),
    },
  ]
}

function fairnessTables({ fairness, names }: ReportFacts): ReportTable[] {
  return [
    {
      name: 'fairness',
      columns: ['count', 'reasons'],
      rows: fairness.lines.map(({ kind, n, reasons }) => ({
        key: kind,
        name: null,
        cells: [n, reasons.map((each) => `${each.reason} ${each.n}`).join('；')],
      })),
    },
    {
      name: 'fairness_by_staff',
      columns: [...FAIRNESS_KINDS],
      rows: fairness.byStaff.map(({ staff, counts }) => ({
        key: staff,
        name: names.staff.get(staff.replace(/^staff:/, '')) ?? staff,
        cells: FAIRNESS_KINDS.map((kind) => counts[kind]),
      })),
    },
  ]
}
