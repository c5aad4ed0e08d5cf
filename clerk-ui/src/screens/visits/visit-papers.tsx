import { newCommandId } from '@counter/shared/client/commands'
import { Receipt } from '@counter/shared/contract/receipt'
import { VisitSlip, type VisitView } from '@counter/shared/contract/visits'
import { Button } from 'antd'
import { useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { printPapers, printVisitSlip } from '../../papers/print-paper.tsx'
import { command } from '../../state/ask.ts'
import { download } from '../../state/download.ts'
import { useWords } from '../../text/words.ts'

interface VisitPapersProps {
  readonly visit: VisitView
  readonly onPrinted: () => void
}

/** What the agent takes along: the 交接单 for both to sign, and the notices of all cases, one after another (V93, V94). */
export function VisitPapers({ visit, onPrinted }: VisitPapersProps) {
  const t = useWords()
  const [refused, setRefused] = useState<Refused | null>(null)
  const [isBusy, setBusy] = useState(false)
  const notices = visit.cases.flatMap(({ case: of, notice }) => (notice === null ? [] : [{ of, ...notice }]))
  const settle = async (work: () => Promise<Refused | null>) => {
    if (isBusy) return
    setBusy(true)
    setRefused(await work())
    setBusy(false)
    onPrinted()
  }
  const slip = async () => {
    const answer = await command(`/api/visits/${visit.id}/slip/print`, {}, VisitSlip)
    if (!answer.ok) return answer
    printVisitSlip(answer.value)
    return null
  }
  const asWord = () => download(`/api/visits/${visit.id}/slip/docx`, { commandId: newCommandId() })
  const everyNotice = async () => {
    const receipts: Receipt[] = []
    for (const { of, paper } of notices) {
      const answer = await command(`/api/cases/${of}/papers/${paper}/print`, {}, Receipt)
      if (!answer.ok) return answer
      receipts.push(answer.value)
    }
    printPapers(receipts)
    return null
  }
  if (visit.cases.every(({ outcome }) => outcome === 'waiting')) return null
  return (
    <section className="line" aria-label={t('visit.papers')}>
      <Button aria-disabled={isBusy} onClick={() => void settle(slip)}>
        {t(visit.prints === 0 ? 'visit.slip' : 'visit.slipAgain')}
      </Button>
      <Button aria-disabled={isBusy} onClick={() => void settle(asWord)}>
        {t('visit.slipWord')}
      </Button>
      {notices.length > 0 && (
        <Button aria-disabled={isBusy} onClick={() => void settle(everyNotice)}>
          {t('visit.notices', { n: notices.length })}
        </Button>
      )}
      <RefusalLine refused={refused} />
    </section>
  )
}
