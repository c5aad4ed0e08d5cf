import type { SlipCase } from '@counter/shared/contract/village-attention'
import { SLIP_WORDS } from '@counter/shared/vocabulary/late-slip'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type CommandPhase, isDeaf } from '../../state/use-command.ts'
import { useVillageLanguage, useVillageWords } from '../../text/village-words.ts'
import { NumberIn } from './number-in.tsx'
import { VillageCommand } from './village-command.tsx'

/** The case that the centre made of this slip meanwhile, and on what it differs from what was captured here (V80). */
export function SlipCaseFacts({ slipCase }: { readonly slipCase: SlipCase }): ReactNode {
  const words = useVillageWords()
  const { days } = useVillageLanguage()
  const { number, item, applicant, differences, isVoid } = slipCase
  return (
    <div data-testid="v3.slip-case">
      <p>
        <NumberIn
          sentence={words(isVoid ? 'village.fromLost.voided' : 'village.fromLost.entered', { number })}
        >
          {number}
        </NumberIn>
      </p>
      <p>{[item, applicant].join(' · ')}</p>
      {differences.length > 0 && <p>▲ {words('village.fromLost.differs')}</p>}
      <ul>
        {differences.map(({ field, theirs, yours }) => (
          <li key={field}>
            {words('village.fromLost.difference', {
              field: SLIP_WORDS[field][days],
              theirs: theirs === '' ? words('village.fromLost.nothing') : theirs,
              yours,
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** How a button of an entry stands; not ready while another word on the same entry is on its way (U14). */
export interface ActStanding {
  readonly phase: CommandPhase
  readonly isReady: boolean
}

interface SaidApartProps extends ActStanding {
  readonly onSay: (reason: string) => void
}

/** Another matter with the same number: why is said, for both cases tell it (V80). */
export function SaidApart(props: SaidApartProps): ReactNode {
  const words = useVillageWords()
  const [isAsked, setAsked] = useState(false)
  if (isAsked) return <WhyApart {...props} />
  return (
    <button type="button" className="v-second" onClick={() => setAsked(true)}>
      {words('village.fromLost.apart')}
    </button>
  )
}

function WhyApart({ phase, isReady, onSay }: SaidApartProps): ReactNode {
  const words = useVillageWords()
  const [reason, setReason] = useState('')
  // It takes the place of the button that was pressed.
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <form
      className="v-stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady && !isDeaf(phase)) onSay(reason)
      }}
    >
      <label className="v-field">
        {words('village.fromLost.why')}
        <input
          ref={first}
          required
          maxLength={200}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <VillageCommand type="submit" className="v-second" phase={phase} isReady={isReady}>
        {words('village.fromLost.sayApart')}
      </VillageCommand>
    </form>
  )
}
