import { type UnsureTime, UnsureTimeList } from '@counter/shared/contract/capture-time'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { useSession } from '../../state/session.ts'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import type { Column } from '../admin/admin-table.tsx'
import { CaseListCard } from './case-list-card.tsx'

/** 时间待核: cases of phones whose clock was off, until the supervisor has set their time (V78). */
export function UnsureTimesPart({ news }: { readonly news: unknown }) {
  const language = useDayLanguage()
  const isSupervisor = useSession(({ session }) => session?.role) === 'supervisor'
  const reading = useReading(isSupervisor ? '/api/points/unsure-times' : null, UnsureTimeList, news)
  const times: readonly Column<UnsureTime>[] = [
    { head: 'point.unsureAt', cell: ({ registeredAt }) => instantWords(registeredAt, language) },
    { head: 'point.relativeAt', cell: ({ receivedAt }) => instantWords(receivedAt, language) },
  ]
  return (
    <CaseListCard
      title="point.unsureTimes"
      none="point.unsureNone"
      reading={reading}
      more={times}
      testId="l3.unsureTimes"
    />
  )
}
