import { type Answer, readOnce, sendCommand } from '@counter/shared/client/commands'
import { type RateBody, Rated, RatingOffer } from '@counter/shared/contract/public/rating'

/** The service of a link, if it can still be rated (C1002). */
export function readOffer(token: string): Promise<Answer<RatingOffer>> {
  return readOnce('/api/ratings/offer', RatingOffer, 'track', { token })
}

/** Gives the rating; silence is asked again with the same id, so that it counts once (R6). */
export function giveRating(body: RateBody, onChecking: () => void): Promise<Answer<Rated>> {
  return sendCommand('/api/ratings', body, Rated, { door: 'track', onChecking })
}
