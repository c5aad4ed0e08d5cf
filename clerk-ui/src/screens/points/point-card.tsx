import type { PointLine } from '@counter/shared/contract/points'
import { useSession } from '../../state/session.ts'
import { useWords, type Words } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'
import { AgentCards } from './agent-cards.tsx'
import { DetailsForm } from './details-form.tsx'
import { PointDevices } from './point-devices.tsx'
import { PointFindingsPart } from './point-findings.tsx'
import { PointNumbers } from './point-numbers.tsx'
import { PostsForm } from './posts-form.tsx'

interface PointCardProps {
  readonly point: PointLine
  readonly onDone: () => void
}

/** One point whole: where it is, its phones, its numbers, and who serves it (V1, V62, V88). */
export function PointCard({ point, onDone }: PointCardProps) {
  const words = useWords()
  const role = useSession(({ session }) => session?.role)
  const { name, place, phone, month } = point
  const said = (key: TextKey, value: string | number) => words('point.said', { name: words(key), value })
  return (
    <section className="card stack" aria-label={name} data-testid="l3.point">
      <h2>{name}</h2>
      <p>
        {said('point.place', place)} · {said('point.phone', phone)}
        {point.hours !== '' && ` · ${said('point.hours', point.hours)}`}
      </p>
      <p>
        {said('point.received', month.received)} · {said('point.relatives', month.relatives)}
        {month.callBacks !== undefined && ` · ${said('callBack.title', doneOf(words, month.callBacks))}`}
      </p>
      <TimerLine timers={point.timers} />
      {role === 'supervisor' && <PointFindingsPart village={point.village} news={point} />}
      <PointDevices devices={point.devices} />
      <PointNumbers village={point.village} numbers={point.numbers} mayLook={role === 'supervisor'} />
      <AgentCards point={point} mayChange={role === 'supervisor'} onDone={onDone} />
      {role === 'supervisor' && (
        <>
          <PostsForm point={point} onDone={onDone} />
          <DetailsForm point={point} onDone={onDone} />
        </>
      )}
    </section>
  )
}

function doneOf(words: Words, { n, of }: NonNullable<PointLine['month']['callBacks']>): string {
  return of === 0 ? words('callBack.notDrawn') : words('callBack.doneOf', { n, of })
}

// What the point has to do by itself, as far as it is pressing: shape and words (V23).
function TimerLine({ timers }: Pick<PointLine, 'timers'>) {
  const words = useWords()
  const pressing = timers.filter(({ yellow, red }) => yellow + red > 0)
  const value =
    pressing.length === 0
      ? words('point.timersNone')
      : pressing
          .map(({ kind, yellow, red }) => words('point.timer', { kind: words(`clock.${kind}`), yellow, red }))
          .join(' · ')
  return <p>{words('point.said', { name: words('point.timers'), value })}</p>
}
