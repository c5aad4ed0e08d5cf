import { type RelativeCase, RelativeList } from '@counter/shared/contract/relations'
import { CASE_WORDS } from '@counter/shared/text/status-words'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { useSession } from '../../state/session.ts'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import type { Column } from '../admin/admin-table.tsx'
import { CaseListCard } from './case-list-card.tsx'

/** 近亲属件 and 近亲属备案: what the supervisor looks at himself, newest first (V12). */
export function RelativesPart({ news }: { readonly news: unknown }) {
  const isSupervisor = useSession(({ session }) => session?.role) === 'supervisor'
  const all = useReading(isSupervisor ? '/api/points/relatives' : null, RelativeList, news)
  const filed = useReading(isSupervisor ? '/api/points/relatives?filed=yes' : null, RelativeList, news)
  const how = useHow()
  const declared = useDeclared()
  return (
    <>
      <CaseListCard
        title="point.relativeCases"
        none="point.relativeNone"
        reading={all}
        more={how}
        testId="l3.relatives"
      />
      <CaseListCard
        title="point.relativeFiling"
        none="point.relativeFilingNone"
        reading={filed}
        more={[...how, declared]}
        testId="l3.filing"
      />
    </>
  )
}

function useHow(): readonly Column<RelativeCase>[] {
  const words = useWords()
  const language = useDayLanguage()
  return [
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
