import { OwnRatings } from '@counter/shared/contract/ratings'
import { useReading } from '../../state/use-reading.ts'
import { useWords } from '../../text/words.ts'

/** What a clerk may know of the own ratings: an average of five or more, never a level (C1004, U28). */
export function OwnRatingsLine() {
  const words = useWords()
  const { value } = useReading('/api/ratings/own', OwnRatings)
  if (value === null) return null
  const { average } = value
  return (
    <p className="quiet" data-testid="desk.own-ratings">
      {average === null
        ? words('rating.ownFew')
        : words('rating.own', { stars: average.stars.toFixed(1), n: average.n })}
    </p>
  )
}
