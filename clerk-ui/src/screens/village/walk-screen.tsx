import { MOST_WALKED, type Walk } from '@counter/shared/contract/walks'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import { type ReactNode, useRef, useState } from 'react'
import { Link } from 'wouter'
import { useReturnFocus } from '../../components/use-return-focus.ts'
import { useVillageLanguage, useVillageWords } from '../../text/village-words.ts'
import { CaseTicks } from './case-ticks.tsx'
import { CopyAge } from './copy-age.tsx'
import { Opening } from './opening.tsx'
import { useOwnCases } from './own-cases.ts'
import { VillageCommand } from './village-command.tsx'
import { type Refused, VillageRefusal } from './village-refusal.tsx'
import { type KeptWalk, takeWalk, useWalk } from './walk.ts'

/** V-10 今日走访: chosen while there is a network, carried for a day, read on the way without one (V42). */
export function WalkScreen(): ReactNode {
  const words = useVillageWords()
  const { walk, reread, drop } = useWalk()
  const state = walk === undefined ? 'loading' : walk === null ? 'choosing' : 'normal'
  return (
    <section className="v-stack" data-screen="V-10" data-state={state}>
      <h1 tabIndex={-1}>{words('village.walk.title')}</h1>
      {walk === undefined ? <Opening isLocal /> : null}
      {walk === null ? <ChooseWalk onTaken={reread} /> : null}
      {walk ? <CarriedWalk kept={walk} onDrop={drop} /> : null}
    </section>
  )
}

function ChooseWalk({ onTaken }: { readonly onTaken: () => void }): ReactNode {
  const words = useVillageWords()
  const part = useRef<HTMLDivElement>(null)
  useReturnFocus(part, true)
  const { state, copiedAt } = useOwnCases()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [refused, setRefused] = useState<Refused | null>(null)
  const [isBusy, setBusy] = useState(false)
  const rows = state?.cases ?? []
  const taken = rows.filter(({ id }) => chosen.includes(id)).map(({ id }) => id)
  const isReady = taken.length > 0 && taken.length <= MOST_WALKED
  const take = async () => {
    setBusy(true)
    const problem = await takeWalk(taken)
    setBusy(false)
    setRefused(problem)
    if (problem === null) onTaken()
  }
  if (state === null) return <Opening />
  if (rows.length === 0) return <p>{words('village.cases.empty')}</p>
  return (
    <div ref={part} className="v-stack">
      <p>{words('village.walk.choose', { n: MOST_WALKED })}</p>
      <CopyAge copiedAt={copiedAt} />
      <CaseTicks
        chosen={chosen}
        onChoose={setChosen}
        rows={rows.map(({ id, itemName, applicant, number }) => ({
          id,
          words: (
            <>
              {applicant} · {itemName} · <span className="v-number">{number}</span>
            </>
          ),
        }))}
      />
      <VillageRefusal refused={refused} />
      <p role="status">
        {taken.length > MOST_WALKED ? words('village.walk.tooMany', { n: MOST_WALKED }) : null}
      </p>
      <p className="v-hint">{words('village.walk.noted')}</p>
      <VillageCommand
        className="v-main"
        phase={isBusy ? 'sending' : 'writing'}
        busy="village.walk.busy"
        isReady={isReady}
        onPress={() => void take()}
      >
        {words('village.walk.take', { n: taken.length })}
      </VillageCommand>
    </div>
  )
}

function CarriedWalk({
  kept: { walk, until },
  onDrop,
}: {
  readonly kept: KeptWalk
  readonly onDrop: () => void
}): ReactNode {
  const words = useVillageWords()
  const part = useRef<HTMLDivElement>(null)
  useReturnFocus(part, true)
  const { days } = useVillageLanguage()
  return (
    <div ref={part} className="v-stack">
      <p>{words('village.walk.until', { time: instantWords(instantOf(until), days) })}</p>
      <ul className="v-rows">
        {walk.items.map((item) => (
          <WalkRow key={item.caseId} item={item} />
        ))}
      </ul>
      <button type="button" className="v-second" onClick={onDrop}>
        {words('village.walk.drop')}
      </button>
    </div>
  )
}

function WalkRow({ item }: { readonly item: Walk['items'][number] }): ReactNode {
  const words = useVillageWords()
  const { caseId, applicant, itemName, number, group, phone, contact } = item
  return (
    <li data-testid="v10.row">
      <Link className="v-case" href={`/village/cases/${caseId}`}>
        <strong>{applicant}</strong>
        <span>{group ?? words('village.walk.noGroup')}</span>
        <span>
          {itemName} · <span className="v-number">{number}</span>
        </span>
      </Link>
      {phone === null ? (
        <p>{contact === null ? words('village.walk.noPhone') : words('village.walk.contact', { contact })}</p>
      ) : (
        <a className="v-second" href={`tel:${phone}`}>
          {words('village.walk.call', { phone })}
        </a>
      )}
    </li>
  )
}
