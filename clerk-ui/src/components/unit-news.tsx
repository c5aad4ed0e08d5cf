import type { CaseRow } from '@counter/shared/contract/case-row'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { caseListTopic, relit } from '../state/case-list.ts'
import { deputyTopic, useSeenWarnings, warningKey } from '../state/deputy.ts'
import { useServerNow, useTopic } from '../state/live.ts'
import { useSession } from '../state/session.ts'
import { useWords } from '../text/words.ts'
import { WarningStrip } from './warning-strip.tsx'

const MINUTE_MS = 60_000

/**
 * What of a handler's own unit turns yellow or red while the page is open is told on whatever page he is (C704). What stood so
 * before is in the counter; what is told to him as a deputy is not told twice.
 */
export function UnitNews() {
  const words = useWords()
  const unit = useSession(({ session }) => (session?.role === 'handler' ? session.unit : null))
  const { state } = useTopic(unit === null ? null : `unit:${unit}`, caseListTopic)
  const { state: asDeputy } = useTopic(unit === null ? null : 'deputy', deputyTopic)
  const now = useServerNow(MINUTE_MS)
  const see = useSeenWarnings((seen) => seen.see)
  const stoodSo = useRef(false)
  const urgent = (state?.cases ?? [])
    .map((row) => relit(row, now))
    .filter(({ light }) => light === 'yellow' || light === 'red')
  const known = state !== null

  // biome-ignore lint/correctness/useExhaustiveDependencies: only what the first look finds stood so before
  useEffect(() => {
    if (!known || stoodSo.current) return
    stoodSo.current = true
    see(urgent.map(keyOf))
  }, [known, see])

  const elsewhere = new Set(asDeputy?.urgent.map(({ case: { id } }) => id))
  const told = known && stoodSo.current ? urgent.filter(({ id }) => !elsewhere.has(id)) : []
  return (
    <WarningStrip title={words('unit.newsTitle')} warnings={told} keyOf={keyOf} href="/unit">
      {([first, ...others]) =>
        others.length > 0 ? (
          words('unit.newsSeveral', { n: others.length + 1 })
        ) : (
          <>
            <Link href={`/cases/${first.id}`}>{first.number}</Link>{' '}
            {words(first.light === 'red' ? 'deputy.red' : 'deputy.yellow')}
          </>
        )
      }
    </WarningStrip>
  )
}

function keyOf(row: CaseRow): string {
  return `unit ${warningKey(row)}`
}
