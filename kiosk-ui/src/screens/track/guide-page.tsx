import type { ReactNode } from 'react'
import { useGuide } from '../../state/guides.ts'
import { useShownAfter } from '../../state/use-shown-after.ts'
import { useText } from '../../text/text.ts'
import { CopyMark } from '../guide/copy-mark.tsx'
import { GuideSections } from '../guide/guide-sections.tsx'
import { PhoneFrame } from './phone-frame.tsx'

/** P-4: one guide on a phone. */
export function GuidePage({ code }: { readonly code: string }): ReactNode {
  const say = useText()
  const isWaiting = useShownAfter()
  const { copy, refused } = useGuide(code, 'track')
  const guide = copy?.value
  const state = guide === undefined ? (refused === null ? 'loading' : 'error') : 'normal'
  return (
    <PhoneFrame screen="P-4" state={state}>
      {guide === undefined && <h1>{say('guide.title')}</h1>}
      {state === 'loading' && isWaiting && <p role="status">{say('guide.opening')}</p>}
      {refused !== null && (
        <p className="warning" role="alert">
          {say(refused === 'item.not_found' ? 'guide.none' : 'guide.failed')}
        </p>
      )}
      <CopyMark copy={copy} />
      {guide !== undefined && (
        <>
          <GuideSections guide={guide} />
          <p className="acts">
            <a href={`/book?topic=${guide.topic}`}>{say('phone.book')}</a>
            <a className="main" href={`tel:${guide.consultPhone}`}>
              {say('guide.call')}
            </a>
          </p>
        </>
      )}
    </PhoneFrame>
  )
}
