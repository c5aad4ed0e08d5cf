import type { Timer } from '@counter/shared/contract/ratings'
import { Light } from '@counter/shared/ui/light'
import { useWords } from '../../text/words.ts'

/** The light of a timer of a follow-up, always with its words (C1004, screens.md 1.3). */
export function TimerLight({ timer: { light, left, isLate } }: { readonly timer: Timer }) {
  const words = useWords()
  if (light === 'done')
    return <Light light="done" words={words(isLate ? 'rating.doneLate' : 'rating.doneInTime')} />
  if (light === 'red') return <Light light="red" words={words('rating.late')} />
  const said = left === 0 ? words('rating.today') : words('rating.left', { n: left })
  return <Light light={light} words={light === 'yellow' ? `${words('rating.soon')} · ${said}` : said} />
}
