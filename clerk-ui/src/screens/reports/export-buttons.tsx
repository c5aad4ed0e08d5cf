import { TABLE_WORDS } from '@counter/shared/text/report-words'
import { REPORT_FORMATS, type ReportFormat, type ReportTableName } from '@counter/shared/vocabulary/report'
import { useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { download } from '../../state/download.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

/** Where the tables of a report are taken out, and what names the report there. */
export interface ReportFiles {
  readonly path: string
  readonly of: Readonly<Record<string, string | boolean>>
}

interface ExportButtonsProps {
  readonly files: ReportFiles
  readonly table: ReportTableName
}

/** The table as a file; who took it out is recorded (P36). */
export function ExportButtons({ files: { path, of }, table }: ExportButtonsProps) {
  const t = useWords()
  const language = useDayLanguage()
  const [refused, setRefused] = useState<Refused | null>(null)
  const [isBusy, setBusy] = useState(false)

  async function fetchFile(format: ReportFormat): Promise<void> {
    setBusy(true)
    setRefused(await download(path, { ...of, table, format, language }))
    setBusy(false)
  }

  return (
    <span className="exports">
      {REPORT_FORMATS.map((format) => (
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
