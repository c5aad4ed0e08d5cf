import { WordingList } from '@counter/shared/contract/wordings'
import { paperTitle, SHIPPED_WORDING } from '@counter/shared/vocabulary/shipped-wording'
import { Link } from 'wouter'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { AdminPage, pageState } from '../admin/admin-page.tsx'
import { AdminTable, type Column } from '../admin/admin-table.tsx'

type Line = WordingList['items'][number]

/** the papers of a case, each with the version of its wording and what waits for a second person (C901). */
export function WordingsScreen() {
  const words = useWords()
  const language = useDayLanguage()
  const { value, refused } = useReading('/api/wordings', WordingList)
  const columns: readonly Column<Line>[] = [
    {
      head: 'wording.kind',
      isName: true,
      isLong: true,
      cell: ({ kind }) => <Link href={`/admin/wordings/${kind}`}>{paperTitle(kind, language)}</Link>,
    },
    {
      head: 'wording.state',
      cell: ({ version, draft }) => (
        <span className="line">
          {version === SHIPPED_WORDING
            ? words('wording.shipped')
            : words('wording.version', { n: version - SHIPPED_WORDING })}
          {(draft === 'draft' || draft === 'submitted') && (
            <span className="tag tag-warn">{words(`a1.draft.${draft}`)}</span>
          )}
        </span>
      ),
    },
  ]
  return (
    <AdminPage screen="A-1" title={words('wording.title')} state={pageState(value?.items ?? null, refused)}>
      <p>
        <Link href="/admin/items">{words('a1.back')}</Link>
      </p>
      <p className="quiet">{words('wording.hint')}</p>
      <RefusalLine refused={refused} />
      {value !== null && (
        <AdminTable
          title={words('wording.title')}
          columns={columns}
          rows={value.items}
          keyOf={({ kind }) => kind}
          marksOf={({ kind }) => ({ 'data-paper': kind })}
        />
      )}
    </AdminPage>
  )
}
