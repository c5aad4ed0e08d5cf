import type { ReactNode } from 'react'
import { Press } from '../../components/press.tsx'
import { useCentre } from '../../state/centre.ts'
import { type Intake, useIntake } from '../../state/intake.ts'
import { takeNumber } from '../../state/kiosk-acts.ts'
import type { Confirm } from '../../state/kiosk-machine.ts'
import { useOwnPrinter } from '../../state/own-printer.ts'
import { useWaiting } from '../../state/waiting.ts'
import { useRefusal, useText } from '../../text/text.ts'
import { topicWords } from '../../text/topic-words.ts'
import { aheadWords, waitWords } from '../../text/wait-words.ts'
import { BackHome } from './back-home.tsx'
import { FrequentGuides } from './frequent-guides.tsx'
import { HallStrip } from './hall-strip.tsx'
import { KioskFrame } from './kiosk-frame.tsx'
import { LateOffers, useLateness } from './late-offers.tsx'

/** K-2: one more touch and the number is there; two kinds of number, no proof asked (U17, Q4). */
export function ConfirmScreen({ place }: { readonly place: Confirm }): ReactNode {
  const say = useText()
  const intake = useIntake()
  const topic = useCentre(({ hall }) => hall?.topics.find((known) => known.topic === place.topic))
  const lateness = useLateness(place.topic)
  const back = <BackHome />
  return (
    <KioskFrame screen="K-2" state={lateness === 'no' ? place.take : 'late'} bar={back}>
      <h1>{topicWords(place.topic, topic?.unitName ?? '', say)}</h1>
      <Standing intake={intake} />
      {lateness !== 'no' && intake === 'open' && <LateOffers topic={place.topic} />}
      <TakeAnswer place={place} />
      <div className="takes">
        {(lateness !== 'stopped' || intake !== 'open') && <TakeButton place={place} cls="ordinary" />}
        <TakeButton place={place} cls="priority" />
      </div>
      {topic !== undefined && <FrequentGuides unit={topic.unit} />}
    </KioskFrame>
  )
}

function Standing({ intake }: { readonly intake: Intake }): ReactNode {
  const say = useText()
  // Without the server no printer of the network is reached: said before the press, not after it (Q45).
  const printer = useOwnPrinter(({ kind }) => kind)
  if (intake === 'open') return <Ahead />
  if (intake !== 'offline') return <HallStrip intake={intake} />
  return (
    <p className="ahead" role="status">
      ▲ {say(printer === 'network' ? 'k2.offlineNoPaper' : 'k2.offline')}
    </p>
  )
}

function Ahead(): ReactNode {
  const say = useText()
  const figures = useWaiting((waiting) => waiting.figures)
  if (figures === null) return null
  const parts = [aheadWords({ ahead: figures.waiting, low: figures.low }, say), waitWords(figures, say)]
  const isNobody = figures.waiting === 0
  return (
    <p className="ahead">{(isNobody ? parts.slice(0, 1) : parts).filter(Boolean).join(say('wait.comma'))}</p>
  )
}

function TakeButton({ place, cls }: { place: Confirm; cls: 'ordinary' | 'priority' }): ReactNode {
  const say = useText()
  const isTaking = place.take === 'taking'
  const isOrdinary = cls === 'ordinary'
  const words = isTaking && place.asked === cls ? 'k2.taking' : isOrdinary ? 'k2.take' : 'k2.takePriority'
  return (
    <Press
      look={isOrdinary ? 'main' : 'second'}
      testId={isOrdinary ? 'k2.take' : 'k2.take-priority'}
      isBusy={isTaking}
      onPress={() => void takeNumber(cls)}
    >
      <strong>{say(words)}</strong>
      {!isOrdinary && <small>{say('k2.priorityFor')}</small>}
    </Press>
  )
}

function TakeAnswer({ place }: { readonly place: Confirm }): ReactNode {
  const say = useText()
  const refusal = useRefusal()
  if (place.take === 'unanswered')
    return (
      <p className="warning" role="alert">
        {say('k2.unanswered')}
      </p>
    )
  if (place.take !== 'refused' || place.refusal === null) return null
  const { code, params } = place.refusal
  const words = code === 'fault' ? say('k2.failed') : refusal(code, params)
  return (
    <p className="warning" role="alert">
      {words}
    </p>
  )
}
