import type { Door } from '@counter/shared/client/commands'
import type { VillagePointList } from '@counter/shared/contract/public/points'
import type { ReactNode } from 'react'
import { useVillagePoints } from '../../state/village-points.ts'
import { useText } from '../../text/text.ts'
import { CopyMark } from '../guide/copy-mark.tsx'
import '../../styles/points.css'

type Point = VillagePointList['points'][number]

/** Each village point with its place, phone, hours, and A岗 and B岗 (V1). */
export function VillagePoints({ door }: { readonly door: Door }): ReactNode {
  const say = useText()
  const { copy, refused } = useVillagePoints(door)
  if (copy === null)
    return (
      <p role={refused === null ? 'status' : 'alert'}>
        {say(refused === null ? 'guide.opening' : 'points.failed')}
      </p>
    )
  return (
    <>
      <CopyMark copy={copy} />
      <ul className="village-points">
        {copy.value.points.map((point) => (
          <PointCard key={point.village} point={point} />
        ))}
      </ul>
    </>
  )
}

function PointCard({ point }: { readonly point: Point }): ReactNode {
  const say = useText()
  const { village, name, place, phone, hours, agents } = point
  return (
    <li data-testid="village-point">
      <h3>{say('points.of', { name })}</h3>
      <p>{[place, hours].filter((each) => each !== '').join(' · ')}</p>
      <p>{say('points.phone', { n: phone })}</p>
      {agents.length === 0 && <p>▲ {say('points.nobody')}</p>}
      <ul>
        {agents.map((agent) => (
          <li key={agent.post}>
            {agent.photo !== null && (
              <img
                src={`/api/village-points/${village}/photos/${agent.photo}`}
                alt={say('points.photo', { name: agent.name })}
                loading="lazy"
              />
            )}
            <span>
              {say(agent.post === 'A' ? 'points.postA' : 'points.postB', { name: agent.name })}
              {agent.isAway && ` · ${say('points.away')}`}
              {agent.phone !== '' && ` · ${say('points.phone', { n: agent.phone })}`}
            </span>
          </li>
        ))}
      </ul>
    </li>
  )
}
