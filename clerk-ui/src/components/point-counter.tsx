import { Link } from 'wouter'
import { useTopic } from '../state/live.ts'
import { pointTopic } from '../state/points.ts'
import { useSession } from '../state/session.ts'
import { useWords } from '../text/words.ts'

/** 「代办点 ▲1 ■2」 on every page of supervisor and leader: a silent point is seen without asking (V89). */
export function PointCounter() {
  const words = useWords()
  const role = useSession(({ session }) => session?.role)
  const isTold = role === 'supervisor' || role === 'leader'
  const { state } = useTopic(isTold ? 'points' : null, pointTopic)
  const points = state?.points ?? []
  const red = points.filter(({ alarms }) => alarms.some(({ level }) => level === 'red')).length
  const amber = points.length - red
  return (
    <span role="status">
      {points.length > 0 && (
        <Link href="/supervise/points" className="todo" data-testid="frame.points">
          <span aria-hidden="true">{words('frame.pointsShort', { amber, red })}</span>
          <span className="visually-hidden">{words('frame.pointsWords', { amber, red })}</span>
        </Link>
      )}
    </span>
  )
}
