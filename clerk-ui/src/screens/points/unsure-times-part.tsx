import { type UnsureTime, UnsureTimeList } from '@counter/shared/contract/capture-time'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { Link } from 'wouter'
import { useSession } from '../../state/session.ts'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { AdminTable, type Column } from '../admin/admin-table.tsx'
import { UnreadPart } from './unread-part.tsx'

/** 时间待核: cases of phones whose clock was off, until the supervisor has set their time (V78). */
export function UnsureTimesPart({ news }: { readonly news: unknown }) {
  const words = useWords()
  const isSupervisor = useSession(({ session }) => session?.role) === 'supervisor'
  const reading = useReading(isSupervisor ? '/api/points/unsure-times' : null, UnsureTimeList, news)
  const columns = useColumns()
  const list = reading.value
  if (list === null) return <UnreadPart title={words('point.unsureTimes')} of={reading} />
  return (
    <section className="card stack" data-testid="l3.unsureTimes">
      <h2>{words('point.unsureTimes')}</h2>
      {list.items.length === 0 ? (
        <p>{words('point.unsureNone')}</p>
      ) : (
        <AdminTable
          isInCard
          title={words('point.unsureTimes')}
          columns={columns}
          rows={list.items}
          keyOf={({ id }) => id}
        />
      )}
    </section>
  )
}

function useColumns(): readonly Column<UnsureTime>[] {
  const language = useDayLanguage()
  return [
    {
      head: 'point.gapNumber',
      isOneLine: true,
      isName: true,
      cell: ({ id, number }) => <Link href={`/cases/${id}`}>{number}</Link>,
    },
    { head: 'point.relativeItem', isLong: true, cell: ({ itemName }) => itemName },
    { head: 'point.relativeWho', cell: ({ applicant }) => applicant },
    {
      head: 'point.point',
      cell: ({ villageName, agent }) => `${villageName} · ${agent}`,
    },
    { head: 'point.unsureAt', cell: ({ registeredAt }) => instantWords(registeredAt, language) },
    { head: 'point.relativeAt', cell: ({ receivedAt }) => instantWords(receivedAt, language) },
  ]
}
