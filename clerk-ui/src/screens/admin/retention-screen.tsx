import { RetentionView } from '@counter/shared/contract/retention'
import { fullDateWords, instantWords } from '@counter/shared/vocabulary/date-words'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { Button } from 'antd'
import { useState } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useSession } from '../../state/session.ts'
import { type CommandPhase, useCommand } from '../../state/use-command.ts'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { AdminPage, pageState } from './admin-page.tsx'
import { AdminTable, type Column } from './admin-table.tsx'

type Run = RetentionView['runs'][number]

/** what is older than its time; the administrator asks for its removal, the supervisor lets it run (C1501). */
export function RetentionScreen() {
  const words = useWords()
  const role = useSession(({ session }) => session?.role)
  const { value, refused, put } = useReading('/api/retention', RetentionView)
  const act = useCommand()
  async function send(path: string): Promise<void> {
    const answer = await act.send(path, {}, RetentionView)
    if (answer?.ok) put(() => answer.value)
  }
  const open = value?.runs.find(({ state }) => state === 'entered' || state === 'running')
  return (
    <AdminPage screen="A-10" title={words('a10.title')} state={pageState(value?.lines ?? null, refused)}>
      <p className="quiet">{words('a10.hint')}</p>
      <RefusalLine refused={refused} />
      {value !== null && <Lines lines={value.lines} />}
      <RefusalLine refused={act.refused} />
      <div className="line">
        {role === 'admin' && open === undefined && value !== null && removed(value) === 0 && (
          <p role="status">{words('a10.nothing')}</p>
        )}
        {role === 'admin' && open === undefined && value !== null && removed(value) > 0 && (
          <CommandButton type="primary" phase={act.phase} onPress={() => void send('/api/retention')}>
            {words('a10.ask')}
          </CommandButton>
        )}
        {role === 'supervisor' && open !== undefined && (
          <RunButton
            key={open.id}
            count={removed(open)}
            phase={act.phase}
            onRun={() => void send(`/api/retention/${open.id}/run`)}
          />
        )}
        {open?.state === 'entered' && (
          <CommandButton phase={act.phase} onPress={() => void send(`/api/retention/${open.id}/withdraw`)}>
            {words('a10.withdraw')}
          </CommandButton>
        )}
      </div>
      {value !== null && value.runs.length > 0 && <Runs runs={value.runs} />}
    </AdminPage>
  )
}

interface RunButtonProps {
  readonly count: number
  readonly phase: CommandPhase
  readonly onRun: () => void
}

// Nothing brings it back: a second press, on another button, lets it run.
function RunButton({ count, phase, onRun }: RunButtonProps) {
  const words = useWords()
  const [isAsked, setAsked] = useState(false)
  if (!isAsked)
    return (
      <Button danger onClick={() => setAsked(true)}>
        {words('a10.run', { n: count })}
      </Button>
    )
  return (
    <>
      <strong role="alert">▲ {words('a10.sure')}</strong>
      <Button autoFocus onClick={() => setAsked(false)}>
        {words('a10.notYet')}
      </Button>
      <CommandButton type="primary" danger phase={phase} busy="a10.running" onPress={onRun}>
        {words('a10.runNow', { n: count })}
      </CommandButton>
    </>
  )
}

function Lines({ lines }: Pick<RetentionView, 'lines'>) {
  const words = useWords()
  const language = useDayLanguage()
  const columns: readonly Column<RetentionView['lines'][number]>[] = [
    { head: 'a10.kind', isName: true, cell: ({ kind }) => words(`a10.kind.${kind}`) },
    { head: 'a10.before', cell: ({ before }) => fullDateWords(civilDate(before), language) },
    { head: 'a10.count', cell: ({ count }) => count },
  ]
  return <AdminTable title={words('a10.caption')} columns={columns} rows={lines} keyOf={({ kind }) => kind} />
}

function Runs({ runs }: Pick<RetentionView, 'runs'>) {
  const words = useWords()
  const language = useDayLanguage()
  return (
    <section className="card stack">
      <h2>{words('a10.runs')}</h2>
      <ul>
        {runs.map((run) => (
          <li key={run.id}>
            <strong>{words(`a10.state.${run.state}`)}</strong>{' '}
            {words('a10.asked', {
              by: run.enteredBy,
              at: instantWords(run.enteredAt, language),
              n: removed(run),
            })}
            {run.settledBy !== null &&
              run.settledAt !== null &&
              ` · ${words('a10.settled', { by: run.settledBy, at: instantWords(run.settledAt, language) })}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

// What goes by itself is none of theirs.
function removed({ lines }: Pick<Run, 'lines'>): number {
  return lines
    .filter(({ kind }) => kind !== 'drafts' && kind !== 'bookings')
    .reduce((sum, { count }) => sum + count, 0)
}
