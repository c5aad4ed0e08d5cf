import { FILE_REFUSALS } from '@counter/shared/text/file-refusals'
import { fill, inLanguage } from '@counter/shared/text/sentence'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import type { RefusalParams } from '@counter/shared/vocabulary/refusal'
import type { Instant } from '@counter/shared/vocabulary/time'
import { type ReactNode, useCallback, useState } from 'react'
import { phoneSecret } from '../../state/phone-secret.ts'
import { type PhotoSecrets, readPhotoOffer, usePhotoSender } from '../../state/photos.ts'
import { useRead } from '../../state/use-read.ts'
import { useShownAfter } from '../../state/use-shown-after.ts'
import { useLanguage, useRefusal, useText } from '../../text/text.ts'
import { PhoneFrame } from '../track/phone-frame.tsx'
import { PhotoInput } from './photo-input.tsx'
import { PhotoList } from './photo-list.tsx'

const TOKEN = /^#([A-Za-z0-9_-]{22})$/

/** P-6, `/photo#TOKEN`: the paper to photograph, one large button, and where each photo stands (C-2). */
export function PhotoScreen(): ReactNode {
  const say = useText()
  const sentence = usePhotoSentence()
  const isSlow = useShownAfter()
  const [secrets] = useState<PhotoSecrets>(() => ({
    token: TOKEN.exec(location.hash)?.[1] ?? '',
    phone: phoneSecret(),
  }))
  const ask = useCallback(() => readPhotoOffer(secrets), [secrets])
  const { value: offer, problem, again } = useRead(ask)
  const { photos, send } = usePhotoSender(secrets)
  const canRetry = problem === 'offline' || problem === 'fault'
  const state = offer === null ? (problem === null ? 'loading' : canRetry ? 'offline' : 'refused') : 'normal'
  return (
    <PhoneFrame screen="P-6" state={state}>
      <h1>{say('p6.title')}</h1>
      {offer === null && problem === null && isSlow && <p role="status">{say('phone.looking')}</p>}
      {problem !== null && (
        <p role="alert" className="warning">
          {sentence(problem, {})}
        </p>
      )}
      {canRetry && (
        <button type="button" className="main" onClick={again}>
          {say('phone.retry')}
        </button>
      )}
      {offer !== null && (
        <>
          <p className="line">
            {offer.material === null ? say('p6.other') : say('p6.material', { name: offer.material })}
          </p>
          <p>{say('p6.how')}</p>
          <div className="acts">
            <PhotoInput word={say('p6.take')} isCamera onChoose={send} />
            <PhotoInput word={say('p6.choose')} onChoose={send} />
          </div>
          <PhotoList photos={photos} sentence={sentence} />
          <p className="note">{say('p6.until', { t: civilTime(offer.until as Instant) })}</p>
          <p className="note">{say('p6.private', { centre: offer.centre })}</p>
        </>
      )}
    </PhoneFrame>
  )
}

// The words of files are loaded by this page alone (K54); all others are the phone's.
function usePhotoSentence(): (code: string, params: RefusalParams) => string {
  const say = useText()
  const refusal = useRefusal()
  const language = useLanguage()
  return (code, params) => {
    const own = new Map(Object.entries(FILE_REFUSALS)).get(code)
    if (own !== undefined) return fill(inLanguage(own, language), params)
    return code === 'offline' ? say('p6.offline') : refusal(code, params)
  }
}
