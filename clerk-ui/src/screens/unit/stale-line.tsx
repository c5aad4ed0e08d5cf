import { civilTime } from '@counter/shared/vocabulary/plain-date'
import { useNet } from '../../state/live.ts'
import { useWords } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'

/** While the line is cut: the time of the data that are still shown (U10). `words` names it with `{{time}}`. */
export function StaleLine({ words }: { readonly words: TextKey }) {
  const t = useWords()
  const { net, since } = useNet()
  if (net !== 'offline' || since === null) return null
  return (
    <p role="status" className="stale">
      ▲ {t(words, { time: civilTime(since) })}
    </p>
  )
}
