import type { CaseAnswer } from '@counter/shared/contract/cases'
import type { VisitView } from '@counter/shared/contract/visits'
import { CASE_WORDS } from '@counter/shared/text/status-words'
import { Button } from 'antd'
import { useState } from 'react'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { PrintAgain } from '../../papers/print-again.tsx'
import { printPaper } from '../../papers/print-paper.tsx'
import { caseTopic, newerCase } from '../../state/case.ts'
import { useTopic } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { CaseActs } from '../case/case-acts.tsx'
import '../case/case.css'

interface VisitCaseActsProps {
  readonly line: VisitView['cases'][number]
  readonly onActed: () => void
}

/** A case that was handed over goes on here, with its own acts, outcome and paper; the next line waits below (V93). */
export function VisitCaseActs({ line, onActed }: VisitCaseActsProps) {
  const t = useWords()
  const language = useDayLanguage()
  const [isOpen, setOpen] = useState(false)
  const { case: id, status, notice } = line
  return (
    <>
      <div className="line">
        {status !== null && <span>{CASE_WORDS[status][language]}</span>}
        <Button
          aria-expanded={isOpen}
          aria-label={`${t('visit.act')} ${line.number}`}
          onClick={() => setOpen(!isOpen)}
        >
          {t('visit.act')}
        </Button>
        {notice !== null && (
          <>
            <span>{notice.number}</span>
            <PrintAgain of={`/api/cases/${id}`} paper={notice.paper}>
              {t('paper.again')}
            </PrintAgain>
          </>
        )}
      </div>
      {isOpen && <OpenActs id={id} onActed={onActed} />}
    </>
  )
}

function OpenActs({ id, onActed }: Pick<VisitCaseActsProps, 'onActed'> & { readonly id: string }) {
  const role = useSession(({ session }) => session?.role ?? 'clerk')
  const { state, refused } = useTopic(`case:${id}`, caseTopic)
  const [answered, setAnswered] = useState<CaseAnswer | null>(null)
  const detail = newerCase(state, answered?.case ?? null)
  if (refused !== null) return <RefusalLine refused={{ code: refused, params: {} }} />
  if (detail === null) return <SlowWords text="case.opening" />
  const settle = (answer: CaseAnswer, commandId: string) => {
    setAnswered(answer)
    if (answer.receipt !== null) printPaper(answer.receipt, { commandId })
    onActed()
  }
  return (
    <div className="case-ui">
      <CaseActs detail={detail} role={role} ownVersion={answered?.case.row.version ?? 0} onAnswer={settle} />
    </div>
  )
}
