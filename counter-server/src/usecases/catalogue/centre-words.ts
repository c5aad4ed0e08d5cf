import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { sessionsOn } from '../../domain/calendar/working-calendar.ts'
import type { CentreWords } from '../../domain/catalogue/draft-gaps.ts'
import { findCalendar } from '../../store/calendars.ts'
import { findMeta } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'

/** Place, hours and phones that hold for every item that says none of its own. */
export function centreWords(tx: Tx): CentreWords {
  const sessions = sessionsOn(findCalendar(tx), civilDate(tx.at))
  const text = (key: string) => findMeta(tx, `centre.${key}`) ?? ''
  return {
    place: `${text('name')}${text('hall')}`,
    hours: `工作日 ${sessions.map(([open, close]) => `${open}-${close}`).join('，')}`,
    consultPhone: text('consultPhone'),
    supervisionPhone: text('supervisionPhone'),
  }
}
