import type { TopicKey } from '@counter/shared/vocabulary/ids'
import type { ReactNode } from 'react'
import { Press } from '../../components/press.tsx'
import { useGuide } from '../../state/guides.ts'
import { givesNumbers, useIntake } from '../../state/intake.ts'
import { chooseTopic } from '../../state/kiosk-acts.ts'
import { tell } from '../../state/kiosk-store.ts'
import { useText } from '../../text/text.ts'
import { CopyMark } from '../guide/copy-mark.tsx'
import { GuideSections } from '../guide/guide-sections.tsx'
import { KioskFrame } from './kiosk-frame.tsx'

/** K-7: one guide, and a number for its matter in two more touches. */
export function GuideScreen({
  code,
  unit,
}: {
  readonly code: string
  readonly unit: string | null
}): ReactNode {
  const say = useText()
  const isOpen = givesNumbers(useIntake())
  const { copy, refused } = useGuide(code, 'kiosk')
  const guide = copy?.value
  const state = guide === undefined ? (refused === null ? 'loading' : 'error') : 'normal'
  const bar = (
    <>
      {guide !== undefined && isOpen && (
        <Press look="main" onPress={() => chooseTopic(guide.topic as TopicKey)}>
          {say('guide.take')}
        </Press>
      )}
      <Press onPress={() => tell({ type: 'opened', place: { at: 'guides', unit } })}>{say('act.back')}</Press>
    </>
  )
  return (
    <KioskFrame screen="K-7" state={state} bar={bar}>
      {refused !== null && (
        <p className="warning" role="alert">
          {say('guide.failed')}
        </p>
      )}
      {guide === undefined && refused === null && <p role="status">{say('guide.opening')}</p>}
      <CopyMark copy={copy} />
      {guide !== undefined && <GuideSections guide={guide} />}
    </KioskFrame>
  )
}
