import type { LightCounts } from '@counter/shared/contract/case-lists'
import type { Light } from '@counter/shared/vocabulary/case'
import { LIGHT_WORDS } from '@counter/shared/vocabulary/due-words'
import { useDayLanguage } from '../../text/day-language.ts'
import { openCount } from './light-cells.tsx'

interface LightBarsProps {
  readonly title: string
  readonly lines: readonly { readonly name: string; readonly counts: LightCounts }[]
}

const PARTS = ['red', 'yellow', 'green', 'paused'] as const satisfies readonly Light[]
// The same signs as the shapes of the lights, so that no part is told by its colour alone.
const SIGNS = { red: '■', yellow: '▲', green: '●', paused: '‖' } as const satisfies Record<
  (typeof PARTS)[number],
  string
>
const ROW = 28
const LABEL = 110
const WIDTH = 640

/** One bar per unit, its parts labelled with their numbers; the table beside it has the same ones (U37, K46). */
export function LightBars({ title, lines }: LightBarsProps) {
  const language = useDayLanguage()
  const most = Math.max(1, ...lines.map(({ counts }) => openCount(counts)))
  const perCase = (WIDTH - LABEL - 40) / most
  return (
    <svg className="bars" viewBox={`0 0 ${WIDTH} ${lines.length * ROW}`} role="img" aria-label={title}>
      {lines.map(({ name, counts }, index) => (
        <g key={name} transform={`translate(0 ${index * ROW})`}>
          <text x={LABEL - 8} y={19} textAnchor="end">
            {name}
          </text>
          {partsOf(counts, perCase).map(({ light, x, width, count }) => (
            <g key={light} transform={`translate(${LABEL + x} 3)`} data-part={light}>
              <title>
                {LIGHT_WORDS[light][language]} {count}
              </title>
              <rect width={width} height={ROW - 8} />
              {width > 14 && (
                <text x={width / 2} y={16} textAnchor="middle">
                  {width > 34 ? `${SIGNS[light]} ${count}` : count}
                </text>
              )}
            </g>
          ))}
        </g>
      ))}
    </svg>
  )
}

function partsOf(counts: LightCounts, perCase: number) {
  let x = 0
  return PARTS.filter((light) => counts[light] > 0).map((light) => {
    const width = counts[light] * perCase
    const part = { light, x, width: Math.max(width - 1, 1), count: counts[light] }
    x += width
    return part
  })
}
