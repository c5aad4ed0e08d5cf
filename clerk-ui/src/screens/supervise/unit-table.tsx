import type { SuperviseState } from '@counter/shared/contract/supervise'
import { useWords, type Words } from '../../text/words.ts'
import { FigureCard } from './figure-card.tsx'
import { LightBars } from './light-bars.tsx'
import { LightCells, LightHeads, openCount } from './light-cells.tsx'

type UnitFigures = SuperviseState['byUnit'][number]

/** Below this many a share says more than it knows (U37, C707). */
const ENOUGH = 5

/** Open cases of each unit by light, what is due today, and the share decided on time this month. */
export function UnitTable({ state }: { readonly state: SuperviseState }) {
  const t = useWords()
  const { counts, dueToday, byUnit } = state
  const caption = t('l1.unitCaption', {
    open: openCount(counts),
    red: counts.red,
    yellow: counts.yellow,
    due: dueToday,
  })
  const ranks = ranksOf(byUnit)
  return (
    <FigureCard name="units" title={t('l1.byUnit')} caption={caption}>
      <LightBars title={t('l1.unitsNow')} lines={byUnit} />
      <details open>
        <summary>{t('l1.seeTable')}</summary>
        <table>
          <caption className="visually-hidden">{t('l1.byUnit')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('l1.unit')}</th>
              <LightHeads />
              <th scope="col" className="figure">
                {t('l1.dueToday')}
              </th>
              <th scope="col">{t('l1.onTime')}</th>
              <th scope="col" className="figure">
                {t('l1.rank')}
              </th>
            </tr>
          </thead>
          <tbody>
            {byUnit.map((unit) => (
              <tr key={unit.unit} data-unit={unit.unit}>
                <th scope="row">{unit.name}</th>
                <LightCells counts={unit.counts} />
                <td className="figure">{unit.dueToday}</td>
                <td>{onTimeWords(unit, t)}</td>
                <td className="figure">{ranks.get(unit.unit) ?? t('l1.none')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </FigureCard>
  )
}

/** The place of each unit by its share on time; equal shares share a place, too few cases have none (C707). */
export function ranksOf(units: readonly UnitFigures[]): ReadonlyMap<string, number> {
  const shares = units
    .filter(({ decidedThisMonth }) => decidedThisMonth >= ENOUGH)
    .map(({ unit, decidedThisMonth, onTimeThisMonth }) => ({
      unit,
      share: onTimeThisMonth / decidedThisMonth,
    }))
  return new Map(
    shares.map(({ unit, share }) => [unit, 1 + shares.filter((other) => other.share > share).length]),
  )
}

/** 「96%（48/50）」; few cases get no percentage (U37). */
export function onTimeWords({ decidedThisMonth: of, onTimeThisMonth: n }: UnitFigures, t: Words): string {
  if (of === 0) return t('l1.none')
  if (of < ENOUGH) return t('l1.fewCases', { n, of })
  return t('l1.onTimeShare', { percent: Math.round((n / of) * 100), n, of })
}
