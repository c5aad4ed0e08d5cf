import type { CaseId } from '@counter/shared/vocabulary/ids'
import { Link } from 'wouter'
import type { Reading } from '../../state/use-reading.ts'
import { useWords } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'
import { AdminTable, type Column } from '../admin/admin-table.tsx'
import { UnreadPart } from './unread-part.tsx'

/** What every list of a point's cases says of each. */
interface ListedCase {
  readonly id: CaseId
  readonly number: string
  readonly itemName: string
  readonly applicant: string
  /** Null: it came in at the hall. */
  readonly villageName: string | null
  readonly agent: string | null
}

interface CaseListCardProps<Row extends ListedCase> {
  readonly title: TextKey
  readonly none: TextKey
  readonly reading: Reading<{ readonly items: readonly Row[] }>
  /** What this list says beside number, item, resident and point. */
  readonly more: readonly Column<Row>[]
  readonly testId: string
}

/** Cases of the points that the supervisor looks at himself, each with the way to it. */
export function CaseListCard<Row extends ListedCase>(props: CaseListCardProps<Row>) {
  const { title, none, reading, more, testId } = props
  const words = useWords()
  const shared: readonly Column<Row>[] = [
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
  ]
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
          columns={[...shared, ...more]}
          rows={list.items}
          keyOf={({ id }) => id}
        />
      )}
    </section>
  )
}
