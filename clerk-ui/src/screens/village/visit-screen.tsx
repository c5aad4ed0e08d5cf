import type { CaseRow } from '@counter/shared/contract/cases'
import { LastVisit, VisitView } from '@counter/shared/contract/visits'
import { type ReactNode, useState } from 'react'
import { QrCode } from '../../papers/qr-code.tsx'
import { useCommand } from '../../state/use-command.ts'
import { useReading } from '../../state/use-reading.ts'
import { useVillageWords } from '../../text/village-words.ts'
import { useOwnCases } from './own-cases.ts'
import { VillageRefusal } from './village-refusal.tsx'

/** V-5 集中交件: what the agent brings and fetches in one go, and the QR that the desk scans; it says the visit's id only (V91). */
export function VisitScreen(): ReactNode {
  const words = useVillageWords()
  const { state } = useOwnCases()
  const { value, refused, put } = useReading('/api/visits', LastVisit, state)
  const visit = value?.visit ?? null
  const isOpen = visit !== null && visit.confirmedAt === null
  const take = (made: VisitView) => put(() => ({ visit: made }))
  return (
    <section className="v-stack" data-screen="V-5" data-state={value === null ? 'loading' : 'normal'}>
      <h1 tabIndex={-1}>{words('village.visit.title')}</h1>
      <VillageRefusal refused={refused} />
      {value === null && refused === null ? <p>{words('village.loading')}</p> : null}
      {isOpen ? <OpenVisit visit={visit} onChange={take} /> : null}
      {value === null || isOpen ? null : <NewVisit rows={state?.cases ?? []} onMade={take} />}
    </section>
  )
}

interface NewVisitProps {
  readonly rows: readonly CaseRow[]
  readonly onMade: (visit: VisitView) => void
}

function NewVisit({ rows, onMade }: NewVisitProps): ReactNode {
  const words = useVillageWords()
  const { send, refused } = useCommand()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const toggle = (id: string) =>
    setChosen((known) => (known.includes(id) ? known.filter((each) => each !== id) : [...known, id]))
  const make = async () => {
    const cases = rows.flatMap(({ id, status }) =>
      chosen.includes(id) ? [{ case: id, way: status === 'decided' ? 'down' : 'up' }] : [],
    )
    const answer = await send('/api/visits', { cases }, VisitView)
    if (answer?.ok) onMade(answer.value)
  }
  if (rows.length === 0) return <p>{words('village.cases.empty')}</p>
  return (
    <>
      <p>{words('village.visit.choose')}</p>
      <ul className="v-rows">
        {rows.map((row) => (
          <li key={row.id} className="v-bare">
            <label className="v-tick">
              <input type="checkbox" checked={chosen.includes(row.id)} onChange={() => toggle(row.id)} />
              <span>
                {words(row.status === 'decided' ? 'village.visit.down' : 'village.visit.up')} {row.itemName} ·{' '}
                {row.applicant} · <span className="v-number">{row.number}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <VillageRefusal refused={refused} />
      <button
        type="button"
        className="v-main"
        aria-disabled={chosen.length === 0}
        onClick={() => chosen.length > 0 && void make()}
      >
        {words('village.visit.make', { n: chosen.length })}
      </button>
    </>
  )
}

interface OpenVisitProps {
  readonly visit: VisitView
  readonly onChange: (visit: VisitView) => void
}

function OpenVisit({ visit, onChange }: OpenVisitProps): ReactNode {
  const words = useVillageWords()
  const { send, refused } = useCommand()
  const isServed = visit.cases.every(({ outcome }) => outcome !== 'waiting')
  const confirm = async () => {
    const answer = await send(`/api/visits/${visit.id}/confirm`, {}, VisitView)
    if (answer?.ok) onChange(answer.value)
  }
  return (
    <>
      {visit.ticket === null ? (
        <>
          <p>{words('village.visit.show')}</p>
          <div className="v-qr">
            <QrCode text={visit.id} />
          </div>
        </>
      ) : (
        <p>
          <strong>{words('village.visit.number', { number: visit.ticket })}</strong>
        </p>
      )}
      <ul className="v-rows">
        {visit.cases.map((line) => (
          <li key={line.case}>
            {words(line.way === 'down' ? 'village.visit.down' : 'village.visit.up')} {line.itemName} ·{' '}
            {line.applicant}
            <br />
            {words(`village.visit.${line.outcome}`)}
            {line.remark === '' ? null : `：${line.remark}`}
          </li>
        ))}
      </ul>
      <VillageRefusal refused={refused} />
      {isServed ? (
        <button type="button" className="v-main" onClick={() => void confirm()}>
          {words('village.visit.confirm')}
        </button>
      ) : null}
    </>
  )
}
