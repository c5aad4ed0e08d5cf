import { type Answer, readOnce, sendCommand } from '@counter/shared/client/commands'
import { PublicAnswers } from '@counter/shared/contract/public/answers'
import {
  Said,
  type SayBody,
  SayPlaces,
  TrackLetter,
  type TrackLetterBody,
} from '@counter/shared/contract/public/letter'

/** Published answers, from the newest on or from where the last page ended (C1303). */
export function readPublished(cursor: string | null): Promise<Answer<PublicAnswers>> {
  const from = cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`
  return readOnce(`/api/say/answers${from}`, PublicAnswers, 'track')
}

/** Where a complaint about staff goes instead (C1401). */
export function readPlaces(): Promise<Answer<SayPlaces>> {
  return readOnce('/api/say', SayPlaces, 'track')
}

/** Sends what was written; silence is asked again with the same id, so that it is one letter (R6). */
export function sendLetter(body: SayBody, onChecking: () => void): Promise<Answer<Said>> {
  return sendCommand('/api/say', body, Said, { door: 'track', onChecking })
}

/** How a letter stands, for whoever holds its link or its number and code (C1304). */
export function readLetter(secret: TrackLetterBody): Promise<Answer<TrackLetter>> {
  return readOnce('/api/track/letter', TrackLetter, 'track', secret)
}
