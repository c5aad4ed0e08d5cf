import type { DeputyState } from '@counter/shared/contract/deputy'
import { Link } from 'wouter'
import { deputyTopic, warningKey } from '../state/deputy.ts'
import { useTopic } from '../state/live.ts'
import { useSession } from '../state/session.ts'
import { useWords } from '../text/words.ts'
import { WarningStrip } from './warning-strip.tsx'

type Warning = DeputyState['urgent'][number]

/** B岗: what is due soon or overdue of a colleague is told to the deputy at once, on whatever page he is (C704). */
export function DeputyNews() {
  const role = useSession(({ session }) => session?.role)
  const isDeputy = role === 'clerk' || role === 'handler'
  const { state } = useTopic(isDeputy ? 'deputy' : null, deputyTopic)
  const words = useWords()
  return (
    <WarningStrip
      title={words('deputy.title')}
      warnings={state?.urgent ?? []}
      keyOf={({ case: row }) => warningKey(row)}
      href="/my-day"
    >
      {(fresh) => <WarningWords fresh={fresh} />}
    </WarningStrip>
  )
}

// One case is named, several are counted.
function WarningWords({ fresh }: { readonly fresh: readonly [Warning, ...Warning[]] }) {
  const words = useWords()
  if (fresh.length > 1) return words('deputy.several', { n: fresh.length })
  const [{ of, isAway, case: row }] = fresh
  const light = row.light === 'red' ? 'red' : 'yellow'
  return (
    <>
      {words(isAway ? 'deputy.away' : 'deputy.there', { name: of })}
      <Link href={`/cases/${row.id}`}>{row.number}</Link> {words(`deputy.${light}`)}
    </>
  )
}
