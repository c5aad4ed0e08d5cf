import type { VillageCode } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { sessionsOn } from '../../domain/calendar/working-calendar.ts'
import { findCalendar } from '../../store/calendars.ts'
import { findTopics, type TopicFacts } from '../../store/hall.ts'
import { hasAdministrator } from '../../store/people.ts'
import { findMeta, findSetting } from '../../store/settings.ts'
import { findVillages } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import { isAlwaysOpen } from '../hall/opening-hours.ts'

/** The public words of the centre, as its own data say them. */
export interface CentreFacts {
  readonly name: string
  readonly hall: string
  readonly address: string
  readonly consultPhone: string
  readonly supervisionPhone: string
  readonly dutyPhone: string
  readonly isSample: boolean
  readonly needsFirstAdministrator: boolean
  readonly topics: readonly TopicFacts[]
  readonly villages: readonly { readonly code: VillageCode; readonly name: string }[]
  readonly sessions: readonly (readonly [string, string])[]
  readonly isAlwaysOpen: boolean
  /** When the voice rests each day: over noon, while nobody is called (U27). A hall that never closes has no noon. */
  readonly voiceMute: { readonly from: string; readonly until: string } | null
}

/** Reads the centre's public facts; an empty centre has none but that it needs its first administrator (P20). */
export function readCentre(tx: Tx): CentreFacts {
  const text = (key: string) => findMeta(tx, `centre.${key}`) ?? ''
  return {
    name: text('name'),
    hall: text('hall'),
    address: text('address'),
    consultPhone: text('consultPhone'),
    supervisionPhone: text('supervisionPhone'),
    dutyPhone: text('dutyPhone'),
    isSample: findMeta(tx, 'sample') === 'yes',
    needsFirstAdministrator: !hasAdministrator(tx),
    topics: findTopics(tx),
    villages: findVillages(tx),
    sessions: sessionsOn(findCalendar(tx), civilDate(tx.at)),
    isAlwaysOpen: isAlwaysOpen(tx),
    voiceMute: isAlwaysOpen(tx) ? null : voiceMute(tx),
  }
}

function voiceMute(tx: Tx): CentreFacts['voiceMute'] {
  const [from, until] = [findSetting(tx, 'voice.muteFrom'), findSetting(tx, 'voice.muteUntil')]
  return from === until ? null : { from, until }
}
