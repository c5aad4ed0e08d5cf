import { type Answer, newCommandId, readOnce, sendCommand } from '@counter/shared/client/commands'
import { Rated } from '@counter/shared/contract/public/rating'
import { type RateAtWindowBody, RatingDesk, TabletPlaced } from '@counter/shared/contract/public/rating-desk'
import { useCallback, useEffect, useState } from 'react'
import { asDevice } from '../device.ts'

const LOOK_EVERY_MS = 2_000

export interface TabletState {
  /** The server's last word; null before the first. */
  readonly desk: RatingDesk | null
  readonly isOffline: boolean
  readonly look: () => Promise<void>
}

/** Asks every two seconds what may be rated at this window: one small answer, and no line to keep. */
export function useRatingDesk(): TabletState {
  const [desk, setDesk] = useState<RatingDesk | null>(null)
  const [isOffline, setOffline] = useState(false)
  const look = useCallback(async () => {
    const answer = await asDevice('rate', () => readOnce('/api/rating-desk', RatingDesk, 'rate'))
    setOffline(!answer.ok)
    if (answer.ok) setDesk(answer.value)
  }, [])
  useEffect(() => {
    void look()
    const timer = setInterval(() => void look(), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [look])
  return { desk, isOffline, look }
}

export async function placeTablet(window: number): Promise<boolean> {
  const body = { commandId: newCommandId(), window }
  const answer = await asDevice('rate', () =>
    sendCommand('/api/rating-desk/window', body, TabletPlaced, { door: 'rate' }),
  )
  return answer.ok
}

/** Sent until it is settled, under one id (R6). */
export function rateAtWindow(body: RateAtWindowBody, onChecking: () => void): Promise<Answer<Rated>> {
  return asDevice('rate', () =>
    sendCommand('/api/rating-desk/rate', body, Rated, { door: 'rate', onChecking }),
  )
}
