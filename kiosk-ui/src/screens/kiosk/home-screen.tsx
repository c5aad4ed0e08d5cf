import type { TopicKey } from '@counter/shared/vocabulary/ids'
import type { ReactNode } from 'react'
import { Press } from '../../components/press.tsx'
import { useCentre } from '../../state/centre.ts'
import { bookingLink } from '../../state/check-in.ts'
import { givesNumbers, type Intake, useIntake } from '../../state/intake.ts'
import { chooseTopic } from '../../state/kiosk-acts.ts'
import { tell, useKiosk } from '../../state/kiosk-store.ts'
import { useScanner } from '../../state/use-scanner.ts'
import { useWaiting } from '../../state/waiting.ts'
import { useText } from '../../text/text.ts'
import { topicWords } from '../../text/topic-words.ts'
import { HallStrip } from './hall-strip.tsx'
import { KioskFrame } from './kiosk-frame.tsx'

/** K-1: eight matters in the resident's own words, and what else the kiosk can do. Tile order is fixed (U17). */
export function HomeScreen(): ReactNode {
  const say = useText()
  const intake = useIntake()
  const topics = useCentre(({ hall }) => hall?.topics)
  useScanner(openScanned)
  const previous = useKiosk(({ place }) => (place.at === 'home' ? place.previous : undefined))
  const late = useWaiting(({ figures }) => figures?.late.topics)
  const tileNote = (topic: TopicKey, usual: string) =>
    intake === 'open' && late?.includes(topic) ? `▲ ${say('k2.late')}` : usual
  return (
    <KioskFrame screen="K-1" state={intake} bar={<OtherServices />}>
      <HallStrip intake={intake} />
      <h1>{say(tellsWhy(intake) ? 'k1.noNumbers' : 'k1.ask')}</h1>
      {previous !== undefined && <p className="ahead">{say('k1.after', { n: previous })}</p>}
      <ul className="tiles">
        {topics?.map(({ topic, unitName, isUnsure }) => (
          <li key={topic}>
            <Press
              look="tile"
              testId={`k1.tile.${topic}`}
              isOff={!givesNumbers(intake)}
              onPress={() => chooseTopic(topic)}
            >
              <strong>{topicWords(topic, unitName, say)}</strong>
              <small>{tileNote(topic, isUnsure ? say('topic.anyWindow') : unitName)}</small>
            </Press>
          </li>
        ))}
      </ul>
    </KioskFrame>
  )
}

// Nobody is asked to touch what does nothing; the strip above says why.
function tellsWhy(intake: Intake): boolean {
  return intake === 'closed' || intake === 'paused' || intake === 'locked'
}

const VISIT_CODE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

// The code of a booking or of an agent's visit needs no touch at all: scanning it is asking for the number (V91).
function openScanned(text: string): void {
  const token = bookingLink(text)
  const id = text.trim().toLowerCase()
  if (token !== null) tell({ type: 'opened', place: { at: 'check_in', token } })
  else if (VISIT_CODE.test(id)) tell({ type: 'opened', place: { at: 'visit', id } })
}

function OtherServices(): ReactNode {
  const say = useText()
  return (
    <nav className="services" aria-label={say('k1.services')}>
      <Press onPress={() => tell({ type: 'opened', place: { at: 'guides', unit: null } })}>
        {say('k1.guides')}
      </Press>
      <Press onPress={() => tell({ type: 'opened', place: { at: 'check_in', token: null } })}>
        {say('k1.checkIn')}
      </Press>
      <Press onPress={() => tell({ type: 'opened', place: { at: 'progress' } })}>
        {say('k1.progress')}
        <small>{say('k1.returnVisit')}</small>
      </Press>
      <Press onPress={() => tell({ type: 'opened', place: { at: 'restore' } })}>{say('k1.restore')}</Press>
      <Press onPress={() => tell({ type: 'opened', place: { at: 'opinion' } })}>{say('k1.opinion')}</Press>
    </nav>
  )
}
