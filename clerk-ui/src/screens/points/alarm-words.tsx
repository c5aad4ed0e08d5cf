import type { PointAlarm } from '@counter/shared/contract/points'
import { useWords } from '../../text/words.ts'

/** What is wrong with a point: shape and words, the gravest first (V89). Nothing wrong, nothing said. */
export function AlarmWords({ alarms }: { readonly alarms: readonly PointAlarm[] }) {
  const words = useWords()
  return (
    <ul className="rows">
      {alarms.map(({ kind, level, n }) => (
        <li key={`${kind} ${n}`} data-level={level}>
          <strong>
            {words(`point.${level}`)} {words(`point.alarm.${kind}`, { n: n ?? 0 })}
          </strong>
        </li>
      ))}
    </ul>
  )
}
