import { dateWords, timeWords } from '@counter/shared/vocabulary/date-words'
import { civilDate, civilTime, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { type ReactNode, useEffect, useState } from 'react'
import { Press } from '../../components/press.tsx'
import { useCentre } from '../../state/centre.ts'
import { tell, useKiosk } from '../../state/kiosk-store.ts'
import { pageNow } from '../../state/page-clock.ts'
import { useLanguage, useText } from '../../text/text.ts'
import { HelpButton } from './help-button.tsx'
import { useHeld } from './use-held.ts'

const NOTICE_MS = 10_000

export interface KioskFrameProps {
  readonly screen: string
  readonly state: string
  readonly children: ReactNode
  /** The row above the foot: what this page lets one do besides its main matter. */
  readonly bar?: ReactNode
}

/** What every page of the kiosk has at the same place: name and time on top, help and looks at the foot (U18). */
export function KioskFrame({ screen, state, children, bar }: KioskFrameProps): ReactNode {
  return (
    <div className="kiosk" data-screen={screen} data-state={state}>
      <KioskHead />
      <main className="kiosk-main">{children}</main>
      {bar !== undefined && <div className="kiosk-bar">{bar}</div>}
      <KioskFoot />
    </div>
  )
}

function KioskHead(): ReactNode {
  const name = useCentre(({ hall }) => hall?.centre.name ?? '')
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const [now, setNow] = useState(pageNow)
  const held = useHeld(() => tell({ type: 'opened', place: { at: 'staff' } }))
  useEffect(() => {
    const timer = setInterval(() => setNow(pageNow()), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <header className="kiosk-head">
      <span>{name}</span>
      <HallNotice now={now} />
      <time dateTime={now} {...held}>
        {dateWords(civilDate(now), language)} {timeWords(civilTime(now))}
      </time>
    </header>
  )
}

// One page of the hall's notices at a time, by the minute's own tens: nothing moves, and every page has its turn.
function HallNotice({ now }: { readonly now: Instant }): ReactNode {
  const notices = useCentre(({ hall }) => hall?.notices)
  if (notices === undefined || notices.length === 0) return null
  const page = Math.floor(toMs(now) / NOTICE_MS) % notices.length
  return (
    <p className="kiosk-notice" data-testid="kiosk.notice">
      {notices[page]}
    </p>
  )
}

function KioskFoot(): ReactNode {
  const say = useText()
  const { isBig, isContrast, isSpoken, language } = useKiosk(({ looks }) => looks)
  return (
    <footer className="kiosk-foot">
      <HelpButton />
      <Press isOn={isBig} onPress={() => tell({ type: 'looks', looks: { isBig: !isBig } })}>
        {say('look.big')}
      </Press>
      <Press isOn={isContrast} onPress={() => tell({ type: 'looks', looks: { isContrast: !isContrast } })}>
        {say('look.contrast')}
      </Press>
      <Press
        testId="look.speech"
        isOn={isSpoken}
        onPress={() => tell({ type: 'looks', looks: { isSpoken: !isSpoken } })}
      >
        {say('look.speech')}
      </Press>
      <Press onPress={() => tell({ type: 'looks', looks: { language: language === 'en' ? 'zh-CN' : 'en' } })}>
        {say('look.language')}
      </Press>
    </footer>
  )
}
