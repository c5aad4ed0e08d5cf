import type { LedgerPreview } from '@counter/shared/contract/ledger'
import {
  LEDGER_COLUMN_WORDS,
  LEDGER_PROBLEM_WORDS,
  LEDGER_WARNING_WORDS,
} from '@counter/shared/text/ledger-words'
import { fill, inLanguage, type Sentence } from '@counter/shared/text/sentence'
import { Light } from '@counter/shared/ui/light'
import { dayWords } from '@counter/shared/vocabulary/date-words'
import { LIGHT_WORDS } from '@counter/shared/vocabulary/due-words'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { useDayLanguage } from '../../text/day-language.ts'
import { useLanguage, useWords } from '../../text/words.ts'
import { AdminTable } from './admin-table.tsx'

/** What a sheet would bring: every error and remark by line and column, and the cases that come of it (K52). */
export function LedgerLook({ seen }: { readonly seen: LedgerPreview }) {
  const words = useWords()
  const { problemCount, warningCount, lights } = seen
  const isFaulty = problemCount > 0
  return (
    <>
      <p role="status" className={isFaulty ? 'refusal' : undefined}>
        {isFaulty ? `■ ${words('ledger.faulty', { n: problemCount })}` : `✓ ${words('ledger.faultless')}`}
      </p>
      {!isFaulty && (
        <p>
          {words('ledger.lights', {
            green: lights.green ?? 0,
            yellow: lights.yellow ?? 0,
            red: lights.red ?? 0,
          })}
        </p>
      )}
      {isFaulty && (
        <Findings title={words('ledger.problems')} findings={seen.problems} of={LEDGER_PROBLEM_WORDS} />
      )}
      {seen.problems.length < problemCount && (
        <p className="quiet">{words('ledger.more', { n: seen.problems.length })}</p>
      )}
      {warningCount > 0 && (
        <>
          <p>▲ {words('ledger.look', { n: warningCount })}</p>
          <Findings title={words('ledger.warnings')} findings={seen.warnings} of={LEDGER_WARNING_WORDS} />
        </>
      )}
      {!isFaulty && <Cases seen={seen} />}
    </>
  )
}

interface FindingsProps<Code extends string> {
  readonly title: string
  readonly findings: readonly {
    readonly line: number
    readonly column: keyof typeof LEDGER_COLUMN_WORDS | null
    readonly code: Code
    readonly words: string
  }[]
  readonly of: Readonly<Record<Code, Sentence>>
}

function Findings<Code extends string>({ title, findings, of }: FindingsProps<Code>) {
  const language = useLanguage()
  return (
    <AdminTable
      isInCard
      title={title}
      rows={findings}
      keyOf={({ line, column, code, words }) => `${line} ${column} ${code} ${words}`}
      marksOf={({ line, code }) => ({ 'data-line': line, 'data-code': code })}
      columns={[
        { head: 'ledger.line', isName: true, cell: ({ line }) => line },
        {
          head: 'ledger.column',
          cell: ({ column }) => (column === null ? '' : inLanguage(LEDGER_COLUMN_WORDS[column], language)),
        },
        {
          head: 'ledger.what',
          isLong: true,
          cell: ({ code, words }) => fill(inLanguage(of[code], language), { words }),
        },
      ]}
    />
  )
}

function Cases({ seen }: { readonly seen: LedgerPreview }) {
  const words = useWords()
  const language = useDayLanguage()
  const day = (date: PlainDate | null) => (date === null ? '–' : dayWords(date, language))
  return (
    <>
      <AdminTable
        isInCard
        title={words('ledger.cases')}
        rows={seen.lines}
        keyOf={({ line }) => String(line)}
        marksOf={({ oldNumber }) => ({ 'data-old-number': oldNumber })}
        columns={[
          { head: 'ledger.oldNumber', isName: true, cell: ({ oldNumber }) => oldNumber },
          { head: 'ledger.item', isLong: true, cell: ({ itemName }) => itemName },
          { head: 'ledger.applicant', cell: ({ applicant }) => applicant },
          { head: 'ledger.unit', cell: ({ unitName }) => unitName },
          { head: 'ledger.received', cell: ({ receivedOn }) => day(receivedOn) },
          { head: 'ledger.accepted', cell: ({ acceptedOn }) => day(acceptedOn) },
          { head: 'ledger.promised', cell: ({ promisedOn }) => day(promisedOn) },
          { head: 'ledger.due', cell: ({ dueOn }) => day(dueOn) },
          {
            head: 'ledger.light',
            cell: ({ light }) => <Light light={light} words={LIGHT_WORDS[light][language]} />,
          },
        ]}
      />
      {seen.lines.length < seen.rows && (
        <p className="quiet">{words('ledger.moreCases', { n: seen.lines.length })}</p>
      )}
    </>
  )
}
