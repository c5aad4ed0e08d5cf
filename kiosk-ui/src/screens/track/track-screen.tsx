import { type ReactNode, useEffect, useState } from 'react'
import { later } from '../../components/later.tsx'
import { followTrack, refresh, type TrackedKind, type TrackSecret, useTrack } from '../../state/track-link.ts'
import { useShownAfter } from '../../state/use-shown-after.ts'
import { useRefusal, useText } from '../../text/text.ts'
import { PhoneFrame } from './phone-frame.tsx'
import { SecretForm } from './secret-form.tsx'
import { TicketPage } from './ticket-page.tsx'

// A ticket's page is opened in the queue, on the spot; what only a case needs is not waited for there (K54).
const { Shown: CasePage, bring: bringCasePage } = later(() =>
  import('./case-page.tsx').then(({ CasePage }) => CasePage),
)

const TOKEN = /^#([A-Za-z0-9_-]{22})$/

/** `/t` and `/c`: by the secret after `#`, or by number and code typed from the paper. */
export function TrackScreen({ what }: { readonly what: TrackedKind }): ReactNode {
  const [secret, setSecret] = useState(secretOfAddress)
  return secret === null ? (
    <AskForSecret what={what} onSecret={setSecret} />
  ) : (
    <Followed what={what} secret={secret} onOther={() => setSecret(null)} />
  )
}

interface FollowedProps {
  readonly what: TrackedKind
  readonly secret: TrackSecret
  readonly onOther: () => void
}

function Followed({ what, secret, onOther }: FollowedProps): ReactNode {
  useEffect(() => followTrack(what, secret), [what, secret])
  useEffect(() => {
    // Comes along with the case itself; one that does not come is asked for again when it is shown.
    if (what === 'case') bringCasePage().catch(() => undefined)
  }, [what])
  const { is, state, refused } = useTrack()
  const token = 'token' in secret ? secret.token : null
  if (state?.what === 'ticket') return <TicketPage ticket={state} token={token} />
  if (state?.what === 'case') return <CasePage found={state} token={token} secret={secret} />
  return (
    <NotShown
      what={what}
      is={is}
      refused={refused}
      token={token}
      onOther={onOther}
      onRetry={() => void refresh(what, secret)}
    />
  )
}

interface NotShownProps {
  readonly what: TrackedKind
  readonly is: 'looking' | 'shown' | 'missing' | 'failed'
  readonly refused: string | null
  readonly token: string | null
  readonly onOther: () => void
  readonly onRetry: () => void
}

function NotShown({ what, is, refused, token, onOther, onRetry }: NotShownProps): ReactNode {
  const say = useText()
  const refusal = useRefusal()
  const isWaiting = useShownAfter()
  const page = what === 'ticket' ? 'p1' : 'p2'
  return (
    <PhoneFrame screen={what === 'ticket' ? 'P-1' : 'P-2'} state={is}>
      <h1>{say(`${page}.title`)}</h1>
      {is === 'looking' && isWaiting && <p role="status">{say('phone.looking')}</p>}
      {is === 'missing' && (
        <>
          <p role="alert" className="warning">
            {refused === 'code.not_found' || refused === null
              ? say(`${page}.notFound`)
              : refusal(refused, {})}
          </p>
          <button type="button" className="main" onClick={onOther}>
            {say('phone.retry')}
          </button>
          {token !== null && (
            <p className="acts">
              <a href={`/rate#${token}`}>{say('phone.rate')}</a>
            </p>
          )}
        </>
      )}
      {is === 'failed' && (
        <>
          <p role="alert" className="warning">
            {say(`${page}.error`)}
          </p>
          <button type="button" className="main" onClick={onRetry}>
            {say('phone.retry')}
          </button>
        </>
      )}
    </PhoneFrame>
  )
}

interface AskForSecretProps {
  readonly what: TrackedKind
  readonly onSecret: (secret: TrackSecret) => void
}

function AskForSecret({ what, onSecret }: AskForSecretProps): ReactNode {
  const say = useText()
  return (
    <PhoneFrame screen={what === 'ticket' ? 'P-1' : 'P-2'} state="asking">
      <h1>{say(what === 'ticket' ? 'p1.title' : 'p2.title')}</h1>
      <SecretForm onSecret={onSecret} />
    </PhoneFrame>
  )
}

function secretOfAddress(): TrackSecret | null {
  const token = TOKEN.exec(location.hash)?.[1]
  return token === undefined ? null : { token }
}
