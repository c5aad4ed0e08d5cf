import { useEffect, useState } from 'react'
import { useWords } from '../text/words.ts'
import type { TextKey } from '../text/zh-cn.ts'

const PATIENCE_MS = 300

/** Nothing for 300 ms, then words: a quick answer does not flicker, a slow one is not a bare spinner (U11). */
export function SlowWords({ text = 'frame.loading' }: { readonly text?: TextKey }) {
  const words = useWords()
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return isSlow ? <p role="status">{words(text)}</p> : null
}
