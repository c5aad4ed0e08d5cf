import type { CaseRow } from '@counter/shared/contract/case-row'
import { LastVisit, VisitView } from '@counter/shared/contract/visits'
import { type ReactNode, useId, useState } from 'react'
import { QrCode } from '../../papers/qr-code.tsx'
import { useCommand } from '../../state/use-command.ts'
import { useReading } from '../../state/use-reading.ts'
import { useVillageWords, type VillageWords } from '../../text/village-words.ts'
import { CaseTicks } from './case-ticks.tsx'
import { Opening } from './opening.tsx'
import { useOwnCases } from './own-cases.ts'
import { VillageCommand } from './village-command.tsx'
import { useOutbox } from './village-outbox.ts'
import { Alert, type Refused, useRefusalWords, VillageRefusal } from './village-refusal.tsx'
import { VisitTime } from './visit-time.tsx'

/** V-5 集中交件: what the agent brings and fetches in one go, and the QR that kiosk and desk scan; it says the visit's id only (V91). */
export function VisitScreen(): ReactNode {
  const words = useVillageWords()
  const { state } = useOwnCases()
  const { value, refused, put } = useReading('/api/visits', LastVisit, state)
  const [isAnew, setAnew] = useState(false)
  const visit = value?.visit ?? null
  const isOpen = visit !== null && visit.confirmedAt === null && !isAnew
  const take = (made: VisitView) => {
    setAnew(false)
    put(() => ({ visit: made }))
  }
  return (
    <section className="v-stack" data-screen="V-5" data-state={value === null ? 'loading' : 'normal'}>
      <h1 tabIndex={-1}>{words('village.visit.title')}</h1>
      <VillageRefusal refused={refused} />
      {value === null && refused === null ? <Opening /> : null}
      {isOpen ? <OpenVisit visit={visit} onChange={take} onAnew={() => setAnew(true)} /> : null}
      {value === null || isOpen ? null : <NewVisit rows={state?.cases ?? []} onMade={take} />}
    </section>
  )
}

interface NewVisitProps {
  readonly rows: readonly CaseRow[]
  readonly onMade: (visit: VisitView) => void
}

/** More are a second list and a second number (V91). */
const MOST = 10

interface Choosable {
  readonly id: string
  readonly way: 'up' | 'down'
  readonly words: string
  readonly number: string
  /** Still on this phone: it is served at the hall once it has been sent (V93). */
  readonly isUnsent: boolean
}

function NewVisit({ rows, onMade }: NewVisitProps): ReactNode {
  const words = useVillageWords()
  const { send, refused, phase } = useCommand()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const all = useChoosable(rows)
  const taken = all.filter(({ id }) => chosen.includes(id))
  const isReady = taken.length > 0 && taken.length <= MOST
  const make = async () => {
    const cases = taken.map(({ id, way, number, isUnsent }) => ({
      case: id,
      way,
      ...(isUnsent ? { unsent: number } : {}),
    }))
    const answer = await send('/api/visits', { cases }, VisitView)
    if (answer?.ok) onMade(answer.value)
  }
  if (all.length === 0) return <p>{words('village.cases.empty')}</p>
  return (
    <>
      <p>{words('village.visit.choose')}</p>
      <CaseTicks
        chosen={chosen}
        onChoose={setChosen}
        rows={all.map(({ id, way, words: what, number, isUnsent }) => ({
          id,
          words: (
            <>
              {words(`village.visit.${way}`)} {what} · <span className="v-number">{number}</span>
              {isUnsent ? ` · ${words('village.visit.unsent')}` : null}
            </>
          ),
        }))}
      />
      <Unfit refused={refused} of={taken.find(({ id }) => id === refused?.params['case'])} />
      <p role="status">{taken.length > MOST ? words('village.visit.tooMany', { n: MOST }) : null}</p>
      <VillageCommand className="v-main" phase={phase} isReady={isReady} onPress={() => void make()}>
        {words('village.visit.make', { n: taken.length })}
      </VillageCommand>
    </>
  )
}

interface UnfitProps {
  readonly refused: Refused | null
  /** The one case that it is about; none: about the list, or about one that was taken off it since. */
  readonly of: Choosable | undefined
}

/** One case keeps none of the others: it is named, and the list is made without it (V91). */
function Unfit({ refused, of }: UnfitProps): ReactNode {
  const words = useVillageWords()
  const reasonOf = useRefusalWords()
  if (refused === null) return null
  if (of === undefined)
    return refused.params['case'] === undefined ? <VillageRefusal refused={refused} /> : null
  return <Alert>{words('village.visit.unfit', { number: of.number, reason: reasonOf(refused) })}</Alert>
}

// The cases that the centre knows, and those that are on their way to it from this phone.
function useChoosable(rows: readonly CaseRow[]): readonly Choosable[] {
  const outbox = useOutbox((state) => state.outbox)
  const known = new Set<string>(rows.map(({ id }) => id))
  const unsent = outbox.flatMap(({ header, title, answer }) => {
    const number = header.number ?? header.provisional ?? null
    // Joined to another, it is that one (V80).
    const id = answer?.caseId ?? header.caseId
    if (header.type !== 'case.register' || number === null || known.has(id)) return []
    return [{ id, way: 'up' as const, words: title, number, isUnsent: true }]
  })
  const here = rows.map(({ id, status, itemName, applicant, number }) => ({
    id,
    way: status === 'decided' ? ('down' as const) : ('up' as const),
    words: `${itemName} · ${applicant}`,
    number,
    isUnsent: false,
  }))
  return [...unsent, ...here]
}

interface OpenVisitProps {
  readonly visit: VisitView
  readonly onChange: (visit: VisitView) => void
  /** Another list is chosen in its place. */
  readonly onAnew: () => void
}

function OpenVisit({ visit, onChange, onAnew }: OpenVisitProps): ReactNode {
  const words = useVillageWords()
  const { send, refused, phase } = useCommand()
  // What has not come yet keeps nobody from signing for the rest (V93).
  const here = visit.cases.filter(({ outcome, status }) => outcome !== 'waiting' || status !== null)
  const isServed = here.length > 0 && here.every(({ outcome }) => outcome !== 'waiting')
  const isUntouched = visit.cases.every(({ outcome }) => outcome === 'waiting')
  const confirm = async () => {
    const answer = await send(`/api/visits/${visit.id}/confirm`, {}, VisitView)
    if (answer?.ok) onChange(answer.value)
  }
  return (
    <>
      {visit.mayTakeNumber ? (
        <>
          <p>{words(visit.ticket === null ? 'village.visit.show' : 'village.visit.showAgain')}</p>
          <div className="v-qr">
            <QrCode text={visit.id} />
          </div>
        </>
      ) : (
        <p>
          <strong>{standing(words, visit, isServed)}</strong>
        </p>
      )}
      <ul className="v-rows">
        {visit.cases.map((line) => (
          <li key={line.case}>
            {words(`village.visit.${line.way}`)}{' '}
            {line.status === null ? line.number : `${line.itemName} · ${line.applicant}`}
            <br />
            {line.status === null && line.outcome === 'waiting'
              ? words('village.visit.away')
              : words(`village.visit.${line.outcome}`)}
            {line.remark === '' ? null : words('village.visit.remark', { remark: line.remark })}
          </li>
        ))}
      </ul>
      <VillageRefusal refused={refused} />
      {isServed ? (
        <VillageCommand className="v-main" phase={phase} onPress={() => void confirm()}>
          {words('village.visit.confirm')}
        </VillageCommand>
      ) : null}
      {visit.mayTakeNumber ? <VisitTime visit={visit} onChange={onChange} /> : null}
      {isUntouched ? <Anew isBooked={visit.appointment != null} onAnew={onAnew} /> : null}
    </>
  )
}

interface AnewProps {
  readonly isBooked: boolean
  readonly onAnew: () => void
}

// The list that is made next takes the booked time away, so that is said before.
function Anew({ isBooked, onAnew }: AnewProps): ReactNode {
  const words = useVillageWords()
  const told = useId()
  return (
    <>
      {isBooked ? <p id={told}>{words('village.visit.anewFrees')}</p> : null}
      <button
        type="button"
        className="v-second"
        aria-describedby={isBooked ? told : undefined}
        onClick={onAnew}
      >
        {words('village.visit.anew')}
      </button>
    </>
  )
}

// The desk may have served a visit that never took a number.
function standing(words: VillageWords, { ticket }: VisitView, isServed: boolean): string {
  if (ticket === null) return words('village.visit.servedUncalled')
  return words(isServed ? 'village.visit.served' : 'village.visit.number', { number: ticket })
}
