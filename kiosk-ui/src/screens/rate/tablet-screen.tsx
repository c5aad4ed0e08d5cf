import type { RatingDesk } from '@counter/shared/contract/public/rating-desk'
import { type ReactNode, useEffect, useState } from 'react'
import { placeTablet, rateAtWindow, useRatingDesk } from '../../state/rating-desk.ts'
import { useText } from '../../text/text.ts'
import { useRatingSentence } from './rating-sentence.ts'
import { Rating } from './rating-steps.tsx'

/** A question that nobody touches goes away, and nothing is kept of it. */
const ASKED_MS = 60_000
/** The thanks stand so long before the next resident. */
const THANKED_MS = 8_000

type Offer = NonNullable<RatingDesk['offer']>

/** the tablet at a window asks once for each visit, when it has ended; five equal levels, none chosen (U28). */
export function TabletScreen(): ReactNode {
  const say = useText()
  const { desk, isOffline, look } = useRatingDesk()
  const shown = useShownOffer(desk?.offer ?? null)
  if (desk !== null && desk.window === null) return <Placing desk={desk} onPlaced={look} />
  const state = shown !== null ? 'asking' : isOffline ? 'offline' : 'serving'
  return (
    <main className="phone tablet" data-screen="R-0" data-state={desk === null ? 'loading' : state}>
      {shown !== null ? (
        <Asking key={shown.ticketId} offer={shown} />
      ) : (
        <>
          <h1>{say('r0.serving')}</h1>
          <p role="status">{say(isOffline ? 'r0.offline' : 'r0.serving.note')}</p>
        </>
      )}
    </main>
  )
}

function Asking({ offer }: { readonly offer: Offer }): ReactNode {
  const say = useText()
  const sentence = useRatingSentence('r0.failed')
  const { ticketId } = offer
  return (
    <>
      <h1>{say('p3.title')}</h1>
      <p className="note">{say('p3.about', { n: offer.number })}</p>
      <Rating
        send={(said, onChecking) => rateAtWindow({ ...said, ticketId }, onChecking)}
        sentence={sentence}
        checking="r0.kept"
      />
    </>
  )
}

/**
 * The offer as it is shown: each visit once, for a minute, begun anew by every touch. What is being answered stays until the
 * thanks were read, also when the window has gone on to the next resident.
 */
function useShownOffer(offer: Offer | null): Offer | null {
  const [shown, setShown] = useState<Offer | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const [touched, setTouched] = useState(0)
  const id = offer?.ticketId ?? null
  const isNew = id !== null && id !== over && id !== shown?.ticketId
  useEffect(() => {
    if (isNew) setShown(offer)
  }, [isNew, offer])
  useEffect(() => {
    const touch = () => setTouched((before) => before + 1)
    document.addEventListener('pointerdown', touch)
    document.addEventListener('keydown', touch)
    return () => {
      document.removeEventListener('pointerdown', touch)
      document.removeEventListener('keydown', touch)
    }
  }, [])
  const shownId = shown?.ticketId ?? null
  const isTouched = touched > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: each touch begins the time anew
  useEffect(() => {
    if (shownId === null) return
    // A visit that is offered no more was rated, or the next one has begun.
    const timer = setTimeout(
      () => {
        setOver(shownId)
        setShown(null)
        setTouched(0)
      },
      id === shownId ? ASKED_MS : isTouched ? THANKED_MS : 0,
    )
    return () => clearTimeout(timer)
  }, [shownId, id, touched])
  return shown
}

/** The first thing on a new tablet; whoever puts it there says at which window. */
function Placing({
  desk,
  onPlaced,
}: {
  readonly desk: RatingDesk
  readonly onPlaced: () => Promise<void>
}): ReactNode {
  const say = useText()
  return (
    <main className="phone tablet" data-screen="R-0" data-state="placing">
      <h1>{say('r0.where')}</h1>
      <div className="levels">
        {desk.windows.map(({ window, name }) => (
          <button
            key={window}
            type="button"
            onClick={() => void placeTablet(window).then((isPlaced) => (isPlaced ? onPlaced() : undefined))}
          >
            {name}
          </button>
        ))}
      </div>
    </main>
  )
}
