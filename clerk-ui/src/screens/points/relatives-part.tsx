import { type RelativeCase, RelativeList } from '@counter/shared/contract/points'
import { CASE_WORDS } from '@counter/shared/text/status-words'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { Link } from 'wouter'
import { useSession } from '../../state/session.ts'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { AdminTable, type Column } from '../admin/admin-table.tsx'

/** 近亲属件: what the supervisor looks at himself, newest first (V12). */
export function RelativesPart({ news }: { readonly news: unknown }) {
  const words = useWords()
  const language = useDayLanguage()
  const isSupervisor = useSession(({ session }) => session?.role) === 'supervisor'
  const { value } = useReading(isSupervisor ? '/api/points/relatives' : null, RelativeList, news)
  if (value === null) return null
  const columns: readonly Column<RelativeCase>[] = [
    {
      head: 'point.gapNumber',
      isName: true,
      cell: ({ id, number }) => <Link href={`/cases/${id}`}>{number}</Link>,
    },
    { head: 'point.relativeItem', isLong: true, cell: ({ itemName }) => itemName },
    { head: 'point.relativeWho', cell: ({ applicant }) => applicant },
    {
      head: 'point.point',
      cell: ({ villageName, agent }) => `${villageName} · ${agent}`,
    },
    { head: 'point.relativeAt', cell: ({ receivedAt }) => instantWords(receivedAt, language) },
    { head: 'point.state', cell: ({ status }) => CASE_WORDS[status][language] },
  ]
  return (
    <section className="card stack" aria-label={words('point.relativeCases')} data-testid="l3.relatives">
      <h2>{words('point.relativeCases')}</h2>
      {value.items.length === 0 ? (
        <p>{words('point.relativeNone')}</p>
      ) : (
        <AdminTable
          isInCard
          title={words('point.relativeCases')}
          columns={columns}
          rows={value.items}
          keyOf={({ id }) => id}
        />
      )}
    </section>
  )
}
