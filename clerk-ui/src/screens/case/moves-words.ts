import { dayWords, type Language } from '@counter/shared/vocabulary/date-words'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { Words } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'

interface Move {
  readonly kind: string
  readonly from: PlainDate | null
  readonly to: PlainDate | null
}

/** Due dates that a step moved, old and new side by side; a clock that did not run has none (C302, C604). */
export function movesWords(moves: readonly Move[], t: Words, language: Language): string {
  const day = (on: PlainDate | null) => (on === null ? t('event.noDay') : dayWords(on, language))
  return moves
    .map(({ kind, from, to }) =>
      t('a5.move', { clock: t(`clock.${kind}` as TextKey), from: day(from), to: day(to) }),
    )
    .join(language === 'zh' ? '；' : '; ')
}
