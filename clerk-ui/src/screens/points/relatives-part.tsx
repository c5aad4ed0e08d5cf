import { type RelativeCase, RelativeList } from '@counter/shared/contract/relations'
import { CASE_WORDS } from '@counter/shared/text/status-words'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { Link } from 'wouter'
import { useSession } from '../../state/session.ts'
import { type Reading, useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { AdminTable, type Column } from '../admin/admin-table.tsx'
import { UnreadPart } from './unread-part.tsx'

/** 近亲属件 and 近亲属备案: what the supervisor looks at himself, newest first (V12). */
export function RelativesPart({ news }: { readonly news: unknown }) {
  const isSupervisor = useSession(({ session }) => session?.role) === 'supervisor'
  const all = useReading(isSupervisor ? '/api/points/relatives' : null, RelativeList, news)
  const filed = useReading(isSupervisor ? '/api/points/relatives?filed=yes' : null, RelativeList, news)
  const shared = useColumns()
  const declared = useDeclared()
  return (
    <>
      <Relatives
        title="point.relativeCases"
        none="point.relativeNone"
        reading={all}
        columns={shared}
        testId="l3.relatives"
      />
      <Relatives
        title="point.relativeFiling"
        none="point.relativeFilingNone"
        reading={filed}
        columns={[...shared, declared]}
        testId="l3.filing"
      />
    </>
  )
}

interface RelativesProps {
  readonly title: 'point.relativeCases' | 'point.relativeFiling'
  readonly none: 'point.relativeNone' | 'point.relativeFilingNone'
  readonly reading: Reading<RelativeList>
  readonly columns: readonly Column<RelativeCase>[]
  readonly testId: string
}

function Relatives({ title, none, reading, columns, testId }: RelativesProps) {
  const words = useWords()
  const { value: list } = reading
  if (list === null) return <UnreadPart title={words(title)} of={reading} />
  return (
    <section className="card stack" data-testid={testId}>
      <h2>{words(title)}</h2>
      {list.items.length === 0 ? (
        <p>{words(none)}</p>
      ) : (
        <AdminTable
          isInCard
          title={words(title)}
          columns={columns}
          rows={list.items}
          keyOf={({ id }) => id}
        />
      )}
    </section>
  )
}

function useColumns(): readonly Column<RelativeCase>[] {
  const words = useWords()
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
      cell: ({ villageName, agent }) =>
        agent === null ? words('point.atHall') : `${villageName ?? ''} · ${agent}`,
    },
    { head: 'point.relativeAt', cell: ({ receivedAt }) => instantWords(receivedAt, language) },
    {
      head: 'point.relativeHow',
      cell: ({ found }) =>
        found === null
          ? words('point.relativeDeclared')
          : `${words(`relation.found.${found.whose}`)} · ${found.by} · ${instantWords(found.at, language)}`,
    },
    { head: 'point.state', cell: ({ status }) => CASE_WORDS[status][language] },
  ]
}

function useDeclared(): Column<RelativeCase> {
  const words = useWords()
  const language = useDayLanguage()
  return {
    head: 'point.relativeHandler',
    cell: ({ unrelated }) =>
      unrelated.length === 0
        ? words('point.relativeUndeclared')
        : unrelated
            .map(({ by, at }) => `${by} ${instantWords(at, language)}`)
            .join(language === 'zh' ? '、' : ', '),
  }
}
