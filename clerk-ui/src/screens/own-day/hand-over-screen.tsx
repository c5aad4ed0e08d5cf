import { type Colleague, Colleagues } from '@counter/shared/contract/own-day'
import { dayWords } from '@counter/shared/vocabulary/date-words'
import { Button } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useOpenedCard } from '../../components/use-opened-card.ts'
import { useSession } from '../../state/session.ts'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { AdminPage, pageState } from '../admin/admin-page.tsx'
import { AdminTable, EditButton } from '../admin/admin-table.tsx'
import { GivePart } from './give-part.tsx'
import { LeavePart } from './leave-part.tsx'

/** B-3 请假和交接: who stands in for whom, and a colleague's open cases given on (C403, C801). */
export function HandOverScreen() {
  const words = useWords()
  const session = useSession((state) => state.session)
  const own = session?.role === 'supervisor' ? null : (session?.staffId ?? null)
  const [chosen, setChosen] = useState<string | null>(own)
  const { value, refused, reread } = useReading('/api/hand-over', Colleagues)
  const people = value?.people ?? null
  const one = people?.find(({ staffId }) => staffId === chosen)
  return (
    <AdminPage screen="B-3" title={words('b3.title')} state={pageState(people, refused)}>
      <RefusalLine refused={refused} />
      {people !== null && one !== undefined && (
        <Parts key={one.staffId} isOpened={own === null} onClose={() => setChosen(null)}>
          <LeavePart key={`leave ${one.staffId}`} one={one} people={people} onDone={reread} />
          {one.role === 'handler' ? (
            <GivePart key={`give ${one.staffId}`} one={one} people={people} onDone={reread} />
          ) : (
            <p>{words('b3.counter')}</p>
          )}
        </Parts>
      )}
      {people !== null && own === null && <People people={people} chosen={chosen} onChoose={setChosen} />}
    </AdminPage>
  )
}

interface PartsProps {
  /** By a press in the list; a person's own parts stand there from the start. */
  readonly isOpened: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

function Parts({ isOpened, onClose, children }: PartsProps) {
  return isOpened ? <OpenedParts onClose={onClose}>{children}</OpenedParts> : children
}

function OpenedParts({ onClose, children }: Omit<PartsProps, 'isOpened'>) {
  const words = useWords()
  const card = useRef<HTMLElement>(null)
  const press = useOpenedCard(card, onClose)
  return (
    <section ref={card} className="stack" aria-label={words('b3.title')} onKeyDown={press}>
      {children}
      <div>
        <Button onClick={onClose}>{words('frame.close')}</Button>
      </div>
    </section>
  )
}

interface PeopleProps {
  readonly people: readonly Colleague[]
  readonly chosen: string | null
  readonly onChoose: (staffId: string) => void
}

function People({ people, chosen, onChoose }: PeopleProps) {
  const words = useWords()
  const language = useDayLanguage()
  const nameOf = (id: string | null) => people.find(({ staffId }) => staffId === id)?.name ?? '–'
  return (
    <AdminTable
      title={words('b3.people')}
      rows={people}
      keyOf={({ staffId }) => staffId}
      isChosen={({ staffId }) => staffId === chosen}
      columns={[
        { head: 'b3.name', isName: true, cell: ({ name }) => name },
        {
          head: 'b3.unit',
          cell: ({ role, unitName }) => (role === 'clerk' ? words('role.clerk') : unitName),
        },
        { head: 'b3.open', cell: ({ open }) => open ?? '–' },
        { head: 'b3.deputy', cell: ({ deputy }) => nameOf(deputy) },
        {
          head: 'b3.away',
          cell: ({ awayFrom, awayUntil }) =>
            awayFrom === null || awayUntil === null
              ? '–'
              : words('b3.span', {
                  from: dayWords(awayFrom, language),
                  until: dayWords(awayUntil, language),
                }),
        },
        {
          head: 'b3.choose',
          isHeadHidden: true,
          cell: ({ staffId, name }) => (
            <EditButton name={name} word="b3.choose" onPress={() => onChoose(staffId)} />
          ),
        },
      ]}
    />
  )
}
