import type { Guide } from '@counter/shared/contract/public/guide'
import type { ReactNode } from 'react'
import { type Reading, useDraftGuide, useGuide } from '../../state/guides.ts'
import { useShownAfter } from '../../state/use-shown-after.ts'
import { useText } from '../../text/text.ts'
import { CopyMark } from '../guide/copy-mark.tsx'
import { GuideSections } from '../guide/guide-sections.tsx'
import { PhoneFrame } from './phone-frame.tsx'

/** P-4: one guide on a phone; with `?draft` as its open draft will read, for those who write and review it. */
export function GuidePage({ code }: { readonly code: string }): ReactNode {
  const isDraft = new URLSearchParams(location.search).has('draft')
  return isDraft ? <DraftGuide code={code} /> : <PublicGuide code={code} />
}

function PublicGuide({ code }: { readonly code: string }): ReactNode {
  return <ShownGuide {...useGuide(code, 'track')} isDraft={false} />
}

function DraftGuide({ code }: { readonly code: string }): ReactNode {
  return <ShownGuide {...useDraftGuide(code)} isDraft />
}

function ShownGuide({ copy, refused, isDraft }: Reading<Guide> & { readonly isDraft: boolean }): ReactNode {
  const say = useText()
  const isWaiting = useShownAfter()
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
      {isDraft && (
        <p className="warning" role="status">
          ▲ {say('guide.draft')}
        </p>
      )}
      <CopyMark copy={copy} />
      {guide !== undefined && (
        <>
          <GuideSections guide={guide} mayOpen />
          <p className="acts">
            {guide.booking !== false && <a href={`/book?topic=${guide.topic}`}>{say('phone.book')}</a>}
            <a className="main" href={`tel:${guide.consultPhone}`}>
              {say('guide.call')}
            </a>
          </p>
        </>
      )}
    </PhoneFrame>
  )
}
