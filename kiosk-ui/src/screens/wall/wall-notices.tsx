import { type ReactNode, useEffect, useState } from 'react'
import { useText } from '../../text/text.ts'

const PAGE_MS = 10_000

/** The notices of the hall, a page of 10 s each. They change without motion, and cover no number (U24, A-6). */
export function WallNotices({ notices }: { readonly notices: readonly string[] }): ReactNode {
  const say = useText()
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setTurn((known) => known + 1), PAGE_MS)
    return () => clearInterval(timer)
  }, [])
  const page = turn % Math.max(1, notices.length)
  const text = notices[page]
  if (text === undefined) return null
  return (
    <p className="wall-notice" data-testid="wall.notice">
      <span className="wall-notice-page">{say('wall.notice', { n: page + 1, of: notices.length })}</span>{' '}
      {text}
    </p>
  )
}
