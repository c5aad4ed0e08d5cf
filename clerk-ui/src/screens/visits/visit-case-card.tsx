import { VisitView } from '@counter/shared/contract/visits'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'
import { CountedPapers } from './counted-papers.tsx'
import { VisitCaseActs } from './visit-case-acts.tsx'

type Line = VisitView['cases'][number]

interface VisitCaseCardProps {
  readonly visit: string
  readonly line: Line
  readonly onServed: (visit: VisitView) => void
}

interface VisitCardProps extends VisitCaseCardProps {
  /** The case itself was acted on: accepted, asked for papers, closed. */
  readonly onActed: () => void
}

/** One line of the 交接单: counted by paper, or named as a problem that leaves the rest done (V93, V94). */
export function VisitCaseCard({ visit, line, onServed, onActed }: VisitCardProps) {
  const t = useWords()
  if (line.status === null && line.outcome === 'waiting') return <Awaited line={line} />
  return (
    <section className="card stack" data-outcome={line.outcome} aria-label={line.number}>
      <p>
        <Link href={`/cases/${line.case}`}>{line.number}</Link> · {line.itemName} · {line.applicant} ·{' '}
        {t(`visit.${line.way}`)}
      </p>
      {line.outcome === 'waiting' ? (
        <WaitingLine visit={visit} line={line} onServed={onServed} />
      ) : (
        <p role="status">
          {line.outcome === 'handed' ? `✓ ${t('visit.handed')}` : `▲ ${t('visit.problem')}`}
          {line.remark === '' ? null : t('visit.remark', { remark: line.remark })}
        </p>
      )}
      {line.outcome === 'handed' && line.way === 'up' && <VisitCaseActs line={line} onActed={onActed} />}
    </section>
  )
}

/** Still on the agent's phone: it is served when it has come, and never typed again (V93). */
function Awaited({ line }: Pick<VisitCaseCardProps, 'line'>) {
  const t = useWords()
  return (
    <section className="card stack" data-outcome="away" aria-label={line.number}>
      <p>
        {line.number} · {t('visit.up')}
      </p>
      <p role="status">▲ {t('visit.away')}</p>
    </section>
  )
}

function WaitingLine({ visit, line, onServed }: VisitCaseCardProps) {
  const t = useWords()
  const [papers, setPapers] = useState<readonly Line['papers'][number][]>(line.papers)
  const [problem, setProblem] = useState<string | null>(null)
  const { send, phase, refused } = useCommand()
  const serve = async () => {
    const body = { case: line.case, papers, problem, remark: '' }
    const answer = await send(`/api/visits/${visit}/serve`, body, VisitView)
    if (answer?.ok) onServed(answer.value)
  }
  return (
    <>
      {line.way === 'up' && (
        <CountedPapers papers={papers} materials={line.materials ?? []} onCount={setPapers} />
      )}
      {problem !== null && (
        <label className="field">
          {t('visit.problemWhat')}
          <input
            type="text"
            value={problem}
            maxLength={500}
            onChange={({ target }) => setProblem(target.value)}
          />
        </label>
      )}
      <div className="line">
        <CommandButton type="primary" phase={phase} onPress={() => void serve()}>
          {t(problem === null ? 'visit.take' : 'visit.saveProblem')}
        </CommandButton>
        <Button onClick={() => setProblem(problem === null ? '' : null)}>
          {t(problem === null ? 'visit.hasProblem' : 'visit.noProblem')}
        </Button>
      </div>
      <RefusalLine refused={refused} />
    </>
  )
}
