import type { CaseRow } from '@counter/shared/contract/case-row'
import { dayWords } from '@counter/shared/vocabulary/date-words'
import { useDayLanguage } from '../../text/day-language.ts'
import { AdminTable } from '../admin/admin-table.tsx'

interface GiveListProps {
  readonly title: string
  readonly cases: readonly CaseRow[]
  readonly picked: ReadonlySet<string>
  readonly onPick: (ids: readonly string[], isOn: boolean) => void
}

/** The open cases of one person, each to be picked. */
export function GiveList({ title, cases, picked, onPick }: GiveListProps) {
  const language = useDayLanguage()
  return (
    <AdminTable
      isInCard
      title={title}
      rows={cases}
      keyOf={({ id }) => id}
      columns={[
        {
          head: 'b3.pick',
          cell: ({ id, number }) => (
            <input
              type="checkbox"
              aria-label={number}
              checked={picked.has(id)}
              onChange={({ target }) => onPick([id], target.checked)}
            />
          ),
        },
        {
          head: 'b3.case',
          isName: true,
          isLong: true,
          cell: ({ number, itemName }) => `${number} ${itemName}`,
        },
        { head: 'ledger.applicant', cell: ({ applicant }) => applicant },
        { head: 'b3.due', cell: ({ dueOn }) => (dueOn === null ? '–' : dayWords(dueOn, language)) },
      ]}
    />
  )
}
