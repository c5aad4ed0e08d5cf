import type { LightCounts } from '@counter/shared/contract/case-lists'
import { LIGHT_SHAPES, ShapeMark } from '@counter/shared/ui/light'
import type { Light } from '@counter/shared/vocabulary/case'
import { LIGHT_WORDS } from '@counter/shared/vocabulary/due-words'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

interface LightCountersProps {
  readonly counts: LightCounts
  readonly picked: Light | null
  readonly onPick: (light: Light | null) => void
}

const ORDER = ['red', 'yellow', 'green', 'paused', 'none', 'done'] as const satisfies readonly Light[]
const ALWAYS: readonly Light[] = ['red', 'yellow', 'green', 'paused']

/** ■ 超期 2 · ▲ 临期 5 · ● 正常 41 · ‖ 计时暂停 6: each is also the filter of its light. */
export function LightCounters({ counts, picked, onPick }: LightCountersProps) {
  const t = useWords()
  const language = useDayLanguage()
  return (
    <fieldset className="counters">
      <legend className="visually-hidden">{t('board.counts')}</legend>
      {ORDER.filter((light) => ALWAYS.includes(light) || counts[light] > 0).map((light) => (
        <button
          key={light}
          type="button"
          className="light"
          data-testid={`board.count.${light}`}
          data-light={light}
          data-shape={LIGHT_SHAPES[light]}
          aria-pressed={picked === light}
          onClick={() => onPick(picked === light ? null : light)}
        >
          <ShapeMark shape={LIGHT_SHAPES[light]} />
          <span>
            {LIGHT_WORDS[light][language]} <strong>{counts[light]}</strong>
          </span>
        </button>
      ))}
    </fieldset>
  )
}
