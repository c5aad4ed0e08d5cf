import { useWords } from '../text/words.ts'
import type { TextKey } from '../text/zh-cn.ts'
import { useWait } from './use-wait.ts'

/** Nothing for 300 ms, then words: a quick answer does not flicker, a slow one is not a bare spinner (U11). */
export function SlowWords({ text = 'frame.loading' }: { readonly text?: TextKey }) {
  const words = useWords()
  return useWait() === 'short' ? null : <p role="status">{words(text)}</p>
}
