import { timeWords } from '@counter/shared/vocabulary/date-words'
import type { PlainTime } from '@counter/shared/vocabulary/time'
import { Fragment, type ReactNode } from 'react'
import { useCentre } from '../../state/centre.ts'
import { givesNumbers, type Intake } from '../../state/intake.ts'
import { useOwnPrinter } from '../../state/own-printer.ts'
import { useWaiting } from '../../state/waiting.ts'
import { useText } from '../../text/text.ts'
import { waitWords } from '../../text/wait-words.ts'

/** How the hall stands in one line, or why there are no numbers now. */
export function HallStrip({ intake }: { readonly intake: Intake }): ReactNode {
  const say = useText()
  const hall = useCentre((centre) => centre.hall)
  const { figures, net } = useWaiting()
  const hours = (hall?.sessions ?? []).map(sessionWords).join(say('wait.comma'))
  const known = figures ?? hall?.figures
  return (
    <div className="strip" data-intake={intake} role="status">
      {intake === 'boot' && <p>{say('k1.boot')}</p>}
      {intake === 'offline' && <p>▲ {say('k1.offline')}</p>}
      {(intake === 'paused' || intake === 'locked') && <p>▲ {say('k1.paused')}</p>}
      {intake === 'closed' && <p>{say('k1.closed', { hours })}</p>}
      {intake === 'open' && known !== undefined && <FigureWords figures={known} />}
      {givesNumbers(intake) && <NoPaper intake={intake} />}
      {net === 'slow' && <p>{say('k1.slow')}</p>}
    </div>
  )
}

// A printer of the network is reached through the server, so without it there is no paper either (Q45).
function NoPaper({ intake }: { readonly intake: Intake }): ReactNode {
  const say = useText()
  const { hasNoPaper, kind } = useOwnPrinter()
  const isOutOfReach = intake === 'offline' && kind === 'network'
  if (!isOutOfReach && !hasNoPaper) return null
  return <p className="strip-warning">▲ {say(isOutOfReach ? 'k1.noPaperNow' : 'k1.noPaper')}</p>
}

function sessionWords([from, to]: readonly [string, string]): string {
  return `${timeWords(from as PlainTime)}–${timeWords(to as PlainTime)}`
}

type Figures = { waiting: number; low: number | null; high: number | null; openWindows: number }

// A line that is too short for all of them breaks between two facts, never inside one.
function FigureWords({ figures }: { readonly figures: Figures }): ReactNode {
  const say = useText()
  const parts = [
    say('k1.waiting', { n: figures.waiting }),
    waitWords(figures, say),
    say('k1.windows', { n: figures.openWindows }),
  ]
  return (
    <p>
      {parts
        .filter((part) => part !== null)
        .map((part, place) => (
          <Fragment key={part}>
            {place > 0 && ' · '}
            <span className="whole">{part}</span>
          </Fragment>
        ))}
    </p>
  )
}
