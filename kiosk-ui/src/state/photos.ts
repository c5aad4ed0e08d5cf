import { type Answer, newCommandId, readOnce, sendUntilSettled } from '@counter/shared/client/commands'
import { drawSmall } from '@counter/shared/client/draw-small'
import { PhotoOffer, PhotoSent } from '@counter/shared/contract/public/photo'
import type { RefusalParams } from '@counter/shared/vocabulary/refusal'
import { useCallback, useRef, useState } from 'react'

/** The secret of the QR, and the one by which this phone is told from others. */
export interface PhotoSecrets {
  readonly token: string
  readonly phone: string
}

/** For which paper, and until when. The first phone that asks has the link alone (P41). */
export function readPhotoOffer(secrets: PhotoSecrets): Promise<Answer<PhotoOffer>> {
  return readOnce('/api/photos/offer', PhotoOffer, 'track', secrets)
}

/** Where one photo stands on its way to the window. */
export interface SentPhoto {
  readonly id: string
  readonly state: 'drawing' | 'sending' | 'checking' | 'done' | 'unreadable' | 'refused'
  readonly refused: { readonly code: string; readonly params: RefusalParams } | null
}

/** Sends photos one after another, small enough for a slow network, each until it is settled (R6, V68). */
export function usePhotoSender(secrets: PhotoSecrets) {
  const [photos, setPhotos] = useState<readonly SentPhoto[]>([])
  const queue = useRef<Promise<void>>(Promise.resolve())
  const send = useCallback(
    (files: readonly File[]) => {
      const change = (id: string, news: Partial<SentPhoto>) =>
        setPhotos((known) => known.map((each) => (each.id === id ? { ...each, ...news } : each)))
      for (const file of files) {
        const id: string = newCommandId()
        setPhotos((known) => [...known, { id, state: 'drawing', refused: null }])
        queue.current = queue.current.then(async () =>
          change(id, await sendOne(secrets, { id, file }, change)),
        )
      }
    },
    [secrets],
  )
  return { photos, send }
}

async function sendOne(
  { token, phone }: PhotoSecrets,
  { id, file }: { readonly id: string; readonly file: File },
  change: (id: string, news: Partial<SentPhoto>) => void,
): Promise<Partial<SentPhoto>> {
  const small = await drawSmall(file)
  if (small === null) return { state: 'unreadable' }
  change(id, { state: 'sending' })
  const headers = {
    'content-type': 'application/octet-stream',
    'x-command-id': id,
    'x-photo-token': token,
    'x-photo-phone': phone,
  }
  const init = { method: 'POST', body: small, headers }
  const onChecking = () => change(id, { state: 'checking' })
  const answer = await sendUntilSettled('/api/photos', init, PhotoSent, { door: 'track', onChecking })
  return answer.ok ? { state: 'done' } : { state: 'refused', refused: answer }
}
