import type { PointAlarm } from '@counter/shared/contract/points'
import { useWords } from '../../text/words.ts'

/** What is wrong with a point: shape and words, the gravest first (V89). Nothing wrong, nothing said. */
export function AlarmWords({ alarms }: { readonly alarms: readonly PointAlarm[] }) {
  const words = useWords()
  // Three phones with the same wrong clock are one line.
  const each = new Map(alarms.map((alarm) => [`${alarm.kind} ${alarm.n}`, alarm]))
  return (
    <ul className="rows">
      {[...each].map(([key, { kind, level, n }]) => (
        <li key={key} data-level={level}>
          <strong>
            {words(`point.${level}`)} {words(`point.alarm.${kind}`, { n: n ?? 0 })}
          </strong>
        </li>
      ))}
    </ul>
  )
}
