import { inLanguage } from '@counter/shared/text/sentence'
import type { ReactNode } from 'react'
import { Qr } from '../../components/qr.tsx'
import { useCentre } from '../../state/centre.ts'
import { OPINION_WORDS } from '../../text/opinion-words.ts'
import { useLanguage, useText } from '../../text/text.ts'
import { BackHome } from './back-home.tsx'
import { KioskFrame } from './kiosk-frame.tsx'

/** K-8: where an opinion or a complaint can be said or left. */
export function OpinionScreen(): ReactNode {
  const say = useText()
  const centre = useCentre(({ hall }) => hall?.centre)
  const language = useLanguage()
  const scan = inLanguage(OPINION_WORDS.scan, language)
  const back = <BackHome />
  return (
    <KioskFrame screen="K-8" state="normal" bar={back}>
      <h1>{say('k8.title')}</h1>
      <p>{say('k8.how')}</p>
      <p>{scan}</p>
      <Qr text={`${location.origin}/say`} label={scan} testId="k8.qr" />
      <p>{inLanguage(OPINION_WORDS.staff, language)}</p>
      <ul className="facts">
        <li>{say('k8.phone', { n: centre?.supervisionPhone ?? '' })}</li>
        <li>{say('k8.duty', { n: centre?.dutyPhone ?? '' })}</li>
        <li>{say('k8.hotline')}</li>
      </ul>
    </KioskFrame>
  )
}
