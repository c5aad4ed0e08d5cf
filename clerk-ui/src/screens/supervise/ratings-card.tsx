import { type FollowUpView, RatingBoard } from '@counter/shared/contract/ratings'
import { LEVEL_WORDS } from '@counter/shared/text/rating-words'
import { RATING_LEVELS } from '@counter/shared/vocabulary/rating'
import { useRef } from 'react'
import { Link } from 'wouter'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { TimerLight } from '../ratings/timer-light.tsx'
import { FigureCard } from './figure-card.tsx'
import { LevelBar } from './level-bar.tsx'

/** Fewer say nothing of many (C707). */
const FEW = 5
const SHOWN = 5

interface RatingsCardProps {
  readonly minute: string
  readonly isHeld: boolean
}

/** L-1 d and f: how satisfied those are who rated, how many did, and the 差评 that wait, the nearest end first (U37, C1004). */
export function RatingsCard({ minute, isHeld }: RatingsCardProps) {
  const words = useWords()
  const language = useDayLanguage()
  const wanted = useRef(minute)
  if (!isHeld) wanted.current = minute
  const { value: board, refused } = useReading('/api/ratings', RatingBoard, wanted.current)
  if (board === null) return refused === null ? null : <p role="alert">■ {words('l1.partFailed')}</p>
  const { levels, services, open } = board
  const countOf = (level: number) => levels.find((each) => each.level === level)?.n ?? 0
  const share =
    services.n < FEW
      ? words('l1.fewCases', { n: services.rated, of: services.n })
      : words('l1.rateShare', {
          share: Math.round((services.rated / services.n) * 100),
          n: services.rated,
          of: services.n,
        })
  const rated = levels.reduce((sum, { n }) => sum + n, 0)
  const lines = RATING_LEVELS.map((level) => ({ name: LEVEL_WORDS[level][language], n: countOf(level) }))
  return (
    <FigureCard
      name="ratings"
      title={words('l1.ratings')}
      caption={services.n === 0 ? words('l1.ratingsNone') : words('l1.ratingsCaption', { share })}
    >
      {rated >= FEW && <LevelBar title={words('l1.ratings')} lines={lines} />}
      <table>
        <caption className="visually-hidden">{words('l1.ratings')}</caption>
        <tbody>
          {lines.map(({ name, n }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="figure">{n}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>
        {words('rating.low', { n: open.length })}{' '}
        <Link href="/supervise/ratings">{words('l1.ratingsLook')}</Link>
      </h3>
      <ul className="plain">
        {open.slice(0, SHOWN).map((view) => (
          <li key={view.id} className="urgent-line">
            <strong>{view.number}</strong> <NearestTimer view={view} />
          </li>
        ))}
      </ul>
    </FigureCard>
  )
}

// Whoever left a number is called first; until that is done its timer is the one that runs.
function NearestTimer({ view: { contact, rectify } }: { readonly view: FollowUpView }) {
  const words = useWords()
  const isContact = contact !== null && contact.light !== 'done'
  return (
    <>
      {words(isContact ? 'rating.contactBy' : 'rating.rectifyBy')}{' '}
      <TimerLight timer={isContact ? contact : rectify} />
    </>
  )
}
