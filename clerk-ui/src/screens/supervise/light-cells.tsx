import type { LightCounts } from '@counter/shared/contract/case-lists'
import { LIGHT_SHAPES, ShapeMark } from '@counter/shared/ui/light'
import type { Light } from '@counter/shared/vocabulary/case'
import { LIGHT_WORDS } from '@counter/shared/vocabulary/due-words'
import { useDayLanguage } from '../../text/day-language.ts'

const SHOWN = ['red', 'yellow', 'green', 'paused'] as const satisfies readonly Light[]

/** The heads of the four light columns: shape and word. */
export function LightHeads() {
  const language = useDayLanguage()
  return SHOWN.map((light) => (
    <th key={light} scope="col" className="figure">
      <span className="light" data-light={light} data-shape={LIGHT_SHAPES[light]}>
        <ShapeMark shape={LIGHT_SHAPES[light]} />
        <span>{LIGHT_WORDS[light][language]}</span>
      </span>
    </th>
  ))
}

/** The counts under them. */
export function LightCells({ counts }: { readonly counts: LightCounts }) {
  return SHOWN.map((light) => (
    <td key={light} className="figure" data-light-count={light}>
      {counts[light]}
    </td>
  ))
}

/** Open cases under any light, those that wait without a clock included. */
export function openCount({ green, yellow, red, paused, none }: LightCounts): number {
  return green + yellow + red + paused + none
}
