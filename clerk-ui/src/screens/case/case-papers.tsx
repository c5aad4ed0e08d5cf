import { newCommandId } from '@counter/shared/client/commands'
import type { PaperLine } from '@counter/shared/contract/paper-line'
import { Receipt } from '@counter/shared/contract/receipt'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { paperTitle } from '@counter/shared/vocabulary/shipped-wording'
import { useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { printPaper } from '../../papers/print-paper.tsx'
import { command } from '../../state/ask.ts'
import { download } from '../../state/download.ts'
import { useSession } from '../../state/session.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

/** Who is given a paper by the server (cases.md 9). */
const PRINTS: readonly string[] = ['clerk', 'handler', 'supervisor']

interface CasePapersProps {
  readonly papers: readonly PaperLine[]
  /** The case or letter at the server, `/api/cases/…`. */
  readonly of: string
}

/** 文书: every paper that was made, when it was printed and by whom; each once more on paper or as a Word file (U30, C904). */
export function CasePapers({ papers, of }: CasePapersProps) {
  const t = useWords()
  const role = useSession(({ session }) => session?.role ?? null)
  const mayPrint = role !== null && PRINTS.includes(role)
  return (
    <section className="card" aria-labelledby="case-papers">
      <h2 id="case-papers">{t('paper.title')}</h2>
      {papers.length === 0 && <p>{t('paper.empty')}</p>}
      <ul className="papers">
        {papers.map((paper) => (
          <Line key={paper.id} paper={paper} path={`${of}/papers/${paper.id}`} mayPrint={mayPrint} />
        ))}
      </ul>
    </section>
  )
}

interface LineProps {
  readonly paper: PaperLine
  readonly path: string
  readonly mayPrint: boolean
}

function Line({ paper, path, mayPrint }: LineProps) {
  const t = useWords()
  const language = useDayLanguage()
  const [refused, setRefused] = useState<Refused | null>(null)
  const [isBusy, setBusy] = useState(false)
  const title = paperTitle(paper.kind, language)

  async function settle(work: () => Promise<Refused | null>): Promise<void> {
    if (isBusy) return
    setBusy(true)
    setRefused(await work())
    setBusy(false)
  }

  async function print(): Promise<Refused | null> {
    const answer = await command(`${path}/print`, {}, Receipt)
    if (!answer.ok) return answer
    printPaper(answer.value)
    return null
  }

  return (
    <li>
      <strong>{title}</strong> <span className="small">{paper.number}</span>
      <ol className="small">
        {paper.prints.length === 0 && <li>{t('paper.notPrinted')}</li>}
        {paper.prints.map(({ nth, way, at, by }) => (
          <li key={nth}>
            {nth === 0 ? t('paper.first') : t('paper.copy', { n: nth })}
            {way === 'docx' && t('paper.asFile')} · {instantWords(at, language)} · {by}
          </li>
        ))}
      </ol>
      {mayPrint && (
        <p className="paper-acts">
          <button
            type="button"
            aria-disabled={isBusy}
            aria-label={`${t('paper.print')} ${title} ${paper.number}`}
            onClick={() => void settle(print)}
          >
            {paper.prints.length === 0 ? t('paper.print') : t('paper.again')}
          </button>
          <button
            type="button"
            aria-disabled={isBusy}
            aria-label={`${t('paper.word')} ${title} ${paper.number}`}
            onClick={() => void settle(() => download(`${path}/docx`, { commandId: newCommandId() }))}
          >
            {t('paper.word')}
          </button>
          {isBusy && <span role="status">{t('paper.printing')}</span>}
        </p>
      )}
      <RefusalLine refused={refused} />
    </li>
  )
}
