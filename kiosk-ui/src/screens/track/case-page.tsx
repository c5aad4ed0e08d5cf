import type { TrackCase } from '@counter/shared/contract/public/track'
import { type ReactNode, useState } from 'react'
import { later } from '../../components/later.tsx'
import { usePageMinute } from '../../state/page-clock.ts'
import { actOnTrack, type TrackSecret } from '../../state/track-link.ts'
import { useRefusal, useText } from '../../text/text.ts'
import { CaseCard } from './case-card.tsx'
import { HeardAt } from './heard-at.tsx'
import { PhoneFrame } from './phone-frame.tsx'

interface CasePageProps {
  readonly found: TrackCase
  readonly token: string | null
  readonly secret: TrackSecret
}

// Asked for by few, so it comes after the first page (K54).
const { Shown: Looks } = later(() => import('./looks.tsx').then(({ Looks }) => Looks))

/** What has been decided can be rated (C1002). */
const RATED_FROM = ['decided', 'closed', 'refused', 'not_applicable']

/** P-2: one case for the person who holds its secret. */
export function CasePage({ found, token, secret }: CasePageProps): ReactNode {
  const say = useText()
  const now = usePageMinute()
  return (
    <PhoneFrame screen="P-2" state={found.status}>
      <h1 className="visually-hidden">{say('p2.title')}</h1>
      <HeardAt />
      <CaseCard found={found} now={now} />
      <Looks secret={secret} path="/api/track/case/looks" />
      <div className="acts">
        <a className="main" href={`tel:${found.consultPhone}`}>
          {say('phone.call')}
        </a>
        {token !== null && found.canUrge && <Urge token={token} />}
        {token !== null && RATED_FROM.includes(found.status) && (
          <a href={`/rate#${token}`}>{say('phone.rate')}</a>
        )}
      </div>
    </PhoneFrame>
  )
}

function Urge({ token }: { readonly token: string }): ReactNode {
  const say = useText()
  const refusal = useRefusal()
  const [step, setStep] = useState<'urge' | 'urging' | 'urged'>('urge')
  const [problem, setProblem] = useState<string | null>(null)
  const urge = async () => {
    if (step !== 'urge') return
    setStep('urging')
    const answer = await actOnTrack('/api/track/case/urge', token)
    setStep(answer.ok ? 'urged' : 'urge')
    setProblem(answer.ok ? null : refusal(answer.code, answer.params))
  }
  if (step === 'urged') return <p role="status">{say('p2.urged')}</p>
  return (
    <>
      <button type="button" aria-disabled={step === 'urging'} onClick={() => void urge()}>
        {say(step === 'urging' ? 'p2.urging' : 'p2.urge')}
      </button>
      {problem !== null && (
        <p className="warning" role="alert">
          {problem}
        </p>
      )}
    </>
  )
}
