import type { DeputyState } from '@counter/shared/contract/deputy'
import { Button } from 'antd'
import { Link } from 'wouter'
import { deputyTopic, useSeenWarnings, warningKey } from '../state/deputy.ts'
import { useTopic } from '../state/live.ts'
import { useSession } from '../state/session.ts'
import { useWords } from '../text/words.ts'

type Warning = DeputyState['urgent'][number]

/** B岗: what is due soon or overdue of a colleague is told to the deputy at once, on whatever page he is (C704). */
export function DeputyNews() {
  const role = useSession(({ session }) => session?.role)
  const isDeputy = role === 'clerk' || role === 'handler'
  const { state } = useTopic(isDeputy ? 'deputy' : null, deputyTopic)
  const { keys, see } = useSeenWarnings()
  const words = useWords()
  const fresh = (state?.urgent ?? []).filter((each) => !keys.has(warningKey(each)))
  return (
    <div role="status" aria-label={words('deputy.title')}>
      {fresh.length > 0 && (
        <p className="strip">
          ▲ <WarningWords fresh={fresh} /> <Link href="/my-day">{words('deputy.look')}</Link>{' '}
          <Button size="small" onClick={() => see(fresh.map(warningKey))}>
            {words('deputy.seen')}
          </Button>
        </p>
      )}
    </div>
  )
}

// One case is named, several are counted.
function WarningWords({ fresh }: { readonly fresh: readonly Warning[] }) {
  const words = useWords()
  const [first] = fresh
  if (first === undefined) return null
  if (fresh.length > 1) return words('deputy.several', { n: fresh.length })
  const { of, isAway, case: row } = first
  const light = row.light === 'red' ? 'red' : 'yellow'
  return (
    <>
      {words(isAway ? 'deputy.away' : 'deputy.there', { name: of })}
      <Link href={`/cases/${row.id}`}>{row.number}</Link> {words(`deputy.${light}`)}
    </>
  )
}
