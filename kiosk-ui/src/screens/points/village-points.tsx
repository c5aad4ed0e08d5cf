import type { Door } from '@counter/shared/client/commands'
import type { VillagePointList } from '@counter/shared/contract/public/points'
import { VILLAGE_POINT_WORDS } from '@counter/shared/text/village-point-words'
import type { ReactNode } from 'react'
import { useVillagePoints } from '../../state/village-points.ts'
import { useLanguage } from '../../text/text.ts'
import { CopyMark } from '../guide/copy-mark.tsx'
import '../../styles/points.css'

type Point = VillagePointList['points'][number]

interface VillagePointsProps {
  readonly door: Door
  /** One step below what stands above the list. */
  readonly heading: 'h2' | 'h4'
}

/** Each village point with its place, phone, hours, and A岗 and B岗 (V1). */
export function VillagePoints({ door, heading }: VillagePointsProps): ReactNode {
  const say = usePointWords()
  const { copy, refused } = useVillagePoints(door)
  if (copy === null)
    return <p role={refused === null ? 'status' : 'alert'}>{say(refused === null ? 'opening' : 'failed')}</p>
  return (
    <>
      <CopyMark copy={copy} />
      <ul className="village-points">
        {copy.value.points.map((point) => (
          <PointCard key={point.village} point={point} heading={heading} />
        ))}
      </ul>
    </>
  )
}

function PointCard({
  point,
  heading: Heading,
}: Pick<VillagePointsProps, 'heading'> & { readonly point: Point }): ReactNode {
  const say = usePointWords()
  const { village, name, place, phone, hours, agents } = point
  return (
    <li data-testid="village-point">
      <Heading>{`${name} ${say('point')}`}</Heading>
      <p>{[place, hours].filter((each) => each !== '').join(' · ')}</p>
      <p>{`${say('phone')} ${phone}`}</p>
      {agents.length === 0 && <p>▲ {say('nobody')}</p>}
      <ul>
        {agents.map((agent) => (
          <li key={agent.post}>
            {agent.photo !== null && (
              <img
                src={`/api/village-points/${village}/photos/${agent.photo}`}
                alt={`${agent.name} ${say('photo')}`}
                loading="lazy"
              />
            )}
            <span>
              {`${say(agent.post === 'A' ? 'postA' : 'postB')} ${agent.name}`}
              {agent.isAway && ` · ${say('away')}`}
              {agent.phone !== '' && ` · ${say('phone')} ${agent.phone}`}
            </span>
          </li>
        ))}
      </ul>
    </li>
  )
}

/** The words of this page, which come with it. */
export function usePointWords(): (word: keyof typeof VILLAGE_POINT_WORDS) => string {
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  return (word) => VILLAGE_POINT_WORDS[word][language]
}
