import { Done } from '@counter/shared/contract/fields'
import type { GonePhone } from '@counter/shared/contract/paper-work'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { Button } from 'antd'
import { useState } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { ReasonField } from '../../components/reason-field.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useCommand } from '../../state/use-command.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { AdminTable, type Column } from '../admin/admin-table.tsx'

interface GonePhoneCardProps {
  readonly phone: GonePhone
  readonly onEnter: (number: string) => void
  readonly onDone: () => void
}

type Row = GonePhone['numbers'][number]

/** The numbers that one phone took along: each is entered from its slip, or said to stand on none (V62, V80). */
export function GonePhoneCard({ phone, onEnter, onDone }: GonePhoneCardProps) {
  const words = useWords()
  const language = useDayLanguage()
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { name, village, villageName, numbers } = phone
  const all = numbers.map(({ number }) => number)
  const columns: readonly Column<Row>[] = [
    {
      head: 'paperWork.choose',
      isHeadHidden: true,
      cell: ({ number }) => (
        <input
          type="checkbox"
          className="row-tick"
          aria-label={words('paperWork.chooseOne', { number })}
          checked={chosen.includes(number)}
          onChange={({ target }) =>
            setChosen(target.checked ? [...chosen, number] : chosen.filter((each) => each !== number))
          }
        />
      ),
    },
    { head: 'point.gapNumber', isName: true, isOneLine: true, cell: ({ number }) => number },
    { head: 'paperWork.lentAt', cell: ({ lentAt }) => instantWords(lentAt, language) },
    {
      head: 'paperWork.enterOne',
      isHeadHidden: true,
      cell: ({ number }) => (
        <Button onClick={() => onEnter(number)}>
          {words('paperWork.enterOne')}
          <span className="visually-hidden"> {number}</span>
        </Button>
      ),
    },
  ]
  return (
    <section className="stack" aria-label={`${village} ${villageName} ${name}`} data-testid="l7.gone-phone">
      <h3>{`${village} ${villageName} · ${name}`}</h3>
      <Facts phone={phone} />
      <div className="line">
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? words('point.less') : words('paperWork.show', { n: numbers.length })}
        </Button>
        {isOpen && (
          <Button onClick={() => setChosen(chosen.length === all.length ? [] : all)}>
            {words(chosen.length === all.length ? 'paperWork.chooseNone' : 'paperWork.chooseAll')}
          </Button>
        )}
      </div>
      {isOpen && (
        <>
          <AdminTable
            isInCard
            title={words('paperWork.numbersOf', { name })}
            columns={columns}
            rows={numbers}
            keyOf={({ number }) => number}
          />
          <VoidForm numbers={chosen.filter((number) => all.includes(number))} onDone={onDone} />
        </>
      )}
    </section>
  )
}

function Facts({ phone }: { readonly phone: GonePhone }) {
  const words = useWords()
  const language = useDayLanguage()
  const { isLost, goneAt, agent, heardAt, onSlips } = phone
  const at = goneAt === null ? words('point.unknown') : instantWords(goneAt, language)
  return (
    <p>
      {words(isLost ? 'paperWork.lost' : 'paperWork.withdrawn', { at })} ·{' '}
      {agent === null || heardAt === null
        ? words('paperWork.neverHeard')
        : words('paperWork.heldBy', { agent, at: instantWords(heardAt, language) })}
      {onSlips !== null && ` · ${words('paperWork.onSlips', { n: onSlips })}`}
    </p>
  )
}

interface VoidFormProps {
  readonly numbers: readonly string[]
  readonly onDone: () => void
}

function VoidForm({ numbers, onDone }: VoidFormProps) {
  const words = useWords()
  const { send, phase, refused, forget } = useCommand()
  const [reason, setReason] = useState('')
  const [isTooSoon, setTooSoon] = useState(false)
  async function mark(): Promise<void> {
    const answer = await send('/api/points/paper-work/void', { numbers: [...numbers], reason }, Done)
    if (answer?.ok) onDone()
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        setTooSoon(numbers.length === 0)
        if (numbers.length > 0) void mark()
      }}
    >
      <ReasonField
        label={words('paperWork.voidReason')}
        value={reason}
        most={200}
        onType={(typed) => {
          forget()
          setReason(typed)
        }}
      />
      <div>
        <CommandButton htmlType="submit" phase={phase}>
          {words('paperWork.void', { n: numbers.length })}
        </CommandButton>
      </div>
      {isTooSoon && numbers.length === 0 && <p role="alert">{words('paperWork.voidWhich')}</p>}
      <RefusalLine refused={refused} />
    </form>
  )
}
