import type { IssuedTicket } from '@counter/shared/contract/hall'
import { useProgress } from '../../components/command-button.tsx'
import type { CommandPhase } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'
import { SlipLine } from './slip-line.tsx'

/** The number that was just given at this desk, and its paper. */
export function IssuedLine({
  issued,
  phase,
}: {
  readonly issued: IssuedTicket | null
  readonly phase: CommandPhase
}) {
  const words = useWords()
  const progress = useProgress(phase, 'greet.giving')
  return (
    <>
      <p role="status" className="big">
        {progress}
        {progress === null &&
          issued !== null &&
          words('desk.issued', { number: issued.number, n: issued.quote.ahead, code: issued.queryCode })}
      </p>
      {issued !== null && <SlipLine ticket={issued} />}
    </>
  )
}
