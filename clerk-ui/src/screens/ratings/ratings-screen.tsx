import { type FollowUpView, RatingBoard } from '@counter/shared/contract/ratings'
import { LEVEL_WORDS } from '@counter/shared/text/rating-words'
import { dayWords } from '@counter/shared/vocabulary/date-words'
import { RATING_LEVELS } from '@counter/shared/vocabulary/rating'
import { useState } from 'react'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { useNet } from '../../state/live.ts'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import '../case/case.css'
import { StaleLine } from '../unit/stale-line.tsx'
import { FollowUpCard } from './follow-up-card.tsx'
import './ratings.css'

/** L-2: the five levels of the last 30 days, and every 差评 with its way to an answer (C1004). */
export function RatingsScreen() {
  const words = useWords()
  const net = useNet((now) => now.net)
  const { value: board, refused, put } = useReading('/api/ratings', RatingBoard)
  // A card that was closed stays in sight until the page is opened anew, so that its end is read.
  const [ended, setEnded] = useState<readonly FollowUpView[]>([])
  const settle = (view: FollowUpView) => {
    if (view.step === 'closed') setEnded((known) => [view, ...known])
    put((known) => withView(known, view))
  }
  if (board === null)
    return (
      <div className="case-ui" data-screen="L-2" data-state={refused === null ? 'loading' : 'error'}>
        <h1>{words('rating.title')}</h1>
        <RefusalLine refused={refused} />
        {refused === null && <SlowWords />}
      </div>
    )
  const cards = [...board.open, ...ended]
  return (
    <div
      className="case-ui"
      data-screen="L-2"
      data-state={net === 'offline' ? 'stale' : cards.length === 0 ? 'empty' : 'normal'}
    >
      <h1>{words('rating.title')}</h1>
      <StaleLine words="l1.stale" />
      <RefusalLine refused={refused} />
      <Levels board={board} />
      <section aria-labelledby="low-ratings">
        <h2 id="low-ratings">{words('rating.low', { n: board.open.length })}</h2>
        {cards.length === 0 && <p role="status">{words('rating.none')}</p>}
        <ul className="follow-ups">
          {cards.map((view) => (
            <FollowUpCard key={view.id} view={view} onStep={settle} />
          ))}
        </ul>
      </section>
    </div>
  )
}

function withView(known: RatingBoard | null, view: FollowUpView): RatingBoard {
  if (known === null) throw new Error('a step is taken on a board that was read')
  const others = known.open.filter(({ id }) => id !== view.id)
  if (view.step === 'closed') return { ...known, open: others }
  return { ...known, open: known.open.map((each) => (each.id === view.id ? view : each)) }
}

// Counts beside the words: the picture is not the only way to read it, and no rating is no level (C1003).
function Levels({ board }: { readonly board: RatingBoard }) {
  const words = useWords()
  const language = useDayLanguage()
  const countOf = (level: number) => board.levels.find((each) => each.level === level)?.n ?? 0
  const all = board.levels.reduce((sum, { n }) => sum + n, 0)
  return (
    <section className="card" aria-labelledby="rating-levels">
      <h2 id="rating-levels">{words('rating.levels', { since: dayWords(board.since, language), n: all })}</h2>
      <table className="level-table">
        <thead>
          <tr>
            <th scope="col">{words('rating.level')}</th>
            <th scope="col">{words('rating.count')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {RATING_LEVELS.map((level) => (
            <tr key={level}>
              <th scope="row">{LEVEL_WORDS[level][language]}</th>
              <td>{countOf(level)}</td>
              <td aria-hidden="true">
                <meter min={0} max={Math.max(all, 1)} value={countOf(level)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
