import type { Report } from '@counter/shared/contract/reports'
import { TABLE_WORDS } from '@counter/shared/text/report-words'
import type { ReportTableName } from '@counter/shared/vocabulary/report'
import { useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { download } from '../../state/download.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

interface ExportButtonsProps {
  readonly report: Pick<Report, 'span' | 'from'>
  readonly table: ReportTableName
}

const FORMATS = ['csv', 'xlsx'] as const

/** The table as a file; who took it out is recorded (P36). */
export function ExportButtons({ report: { span, from }, table }: ExportButtonsProps) {
  const t = useWords()
  const language = useDayLanguage()
  const [refused, setRefused] = useState<Refused | null>(null)
  const [isBusy, setBusy] = useState(false)

  async function fetchFile(format: (typeof FORMATS)[number]): Promise<void> {
    setBusy(true)
    setRefused(await download('/api/reports/export', { span, day: from, table, format, language }))
    setBusy(false)
  }

  return (
    <span className="exports">
      {FORMATS.map((format) => (
        <button
          key={format}
          type="button"
          aria-disabled={isBusy}
          aria-label={t('report.export', {
            table: TABLE_WORDS[table][language],
            format: format.toUpperCase(),
          })}
          onClick={() => !isBusy && void fetchFile(format)}
        >
          {format.toUpperCase()}
        </button>
      ))}
      <RefusalLine refused={refused} />
    </span>
  )
}
