import { dateWords, timeWords } from '@counter/shared/vocabulary/date-words'
import { civilDate, civilTime } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { ReactNode } from 'react'
import { useDevice } from '../../device.ts'
import { useCentre } from '../../state/centre.ts'
import { useHall } from '../../state/hall.ts'
import { useText } from '../../text/text.ts'
import { WallNotices } from './wall-notices.tsx'
import { type WallSound, WallSoundMark } from './wall-sound.tsx'

const NONE: readonly string[] = []

/** The centre, the time, and whether the hall can be heard. */
export function WallHeader({ now, sound }: { readonly now: Instant; readonly sound: WallSound }): ReactNode {
  // A wall that never heard the hall's name has the product's; a heading is never empty.
  const name = useCentre(({ hall }) => hall?.centre.hall ?? document.title)
  const mute = useCentre(({ hall }) => hall?.settings.voiceMute ?? null)
  const deviceId = useDevice((device) => device.deviceId)
  return (
    <header className="wall-header">
      <h1>{name}</h1>
      <p>
        {dateWords(civilDate(now), 'zh')} {timeWords(civilTime(now))}
      </p>
      <WallSoundMark sound={sound} mutedUntil={mute?.until ?? null} deviceId={deviceId} />
    </header>
  )
}

/** The notices, or what to do first when there are none; and the phones, which are true without a network too. */
export function WallFooter(): ReactNode {
  const say = useText()
  const centre = useCentre(({ hall }) => hall?.centre ?? null)
  const notices = useHall(({ hall }) => hall?.notices ?? NONE)
  const isClosed = useHall(({ hall }) => hall?.figures.intake === 'closed')
  const hasNotices = notices.length > 0 && !isClosed
  return (
    <footer className="wall-footer" data-notices={hasNotices}>
      {!hasNotices ? <p>{say(isClosed ? 'wall.closed' : 'wall.take')}</p> : <WallNotices notices={notices} />}
      {centre !== null && (
        <p>
          {!hasNotices && `${say('wall.consult', { phone: centre.consultPhone })} · `}
          {say('wall.supervision', { phone: centre.supervisionPhone })} · {say('wall.hotline')}
        </p>
      )}
    </footer>
  )
}
