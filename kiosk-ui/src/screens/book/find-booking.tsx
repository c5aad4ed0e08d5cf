import type { Booking } from '@counter/shared/contract/public/booking'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { findOwn } from '../../state/bookings.ts'
import { useRefusal, useText } from '../../text/text.ts'

/** Without the link: the code and the phone that booked; one of them alone says nothing (P41). */
export function FindBooking({ onFound }: { readonly onFound: (booking: Booking) => void }): ReactNode {
  const say = useText()
  const refusal = useRefusal()
  const id = useId()
  const [code, setCode] = useState('')
  const [phone, setPhone] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await findOwn({ code, phone })
    if (answer.ok) return onFound(answer.value)
    setProblem(answer.code === 'offline' ? say('p6.failed') : refusal(answer.code, answer.params))
  }
  return (
    <form onSubmit={(event) => void send(event)}>
      <label htmlFor={`${id}code`}>{say('p6.code')}</label>
      <input
        id={`${id}code`}
        value={code}
        maxLength={20}
        required
        autoComplete="off"
        autoCapitalize="characters"
        onChange={(event) => setCode(event.target.value)}
      />
      <label htmlFor={`${id}phone`}>{say('p6.phone')}</label>
      <input
        id={`${id}phone`}
        type="tel"
        value={phone}
        maxLength={20}
        required
        autoComplete="tel"
        onChange={(event) => setPhone(event.target.value)}
      />
      {problem !== null && (
        <p role="alert" className="warning">
          {problem}
        </p>
      )}
      <button type="submit" className="main">
        {say('p6.look')}
      </button>
    </form>
  )
}
