import { newCommandId } from '@counter/shared/client/commands'
import type { BookingTaken, BookingTopics } from '@counter/shared/contract/public/booking'
import { isPhone } from '@counter/shared/vocabulary/identity'
import type { RefusalParams } from '@counter/shared/vocabulary/refusal'
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { type Place, takeBooking } from '../../state/bookings.ts'
import { useLanguage, useRefusal, useText } from '../../text/text.ts'
import { whenWords } from './when-words.ts'

interface ConfirmBookingProps {
  readonly place: Place
  readonly matter: string
  readonly centre: BookingTopics['centre']
  readonly onTaken: (taken: BookingTaken) => void
  /** While the booking is on its way, nobody should begin another one. */
  readonly onSending: (isSending: boolean) => void
  /** The band was taken meanwhile: back to the bands, with the words. */
  readonly onFull: (words: string) => void
}

type Sending = 'ready' | 'sending' | 'checking'

/** Everything once more, the phone number, and one press. */
export function ConfirmBooking(props: ConfirmBookingProps): ReactNode {
  const { place, matter, centre, onSending } = props
  const say = useText()
  const language = useLanguage()
  const { sending, problem, send } = useSending(props)
  useEffect(() => {
    onSending(sending !== 'ready')
    return () => onSending(false)
  }, [sending, onSending])
  return (
    <>
      <h2>{say('p6.check')}</h2>
      <dl className="facts">
        <dt>{say('p6.matter')}</dt>
        <dd>{matter}</dd>
        <dt>{say('p6.time')}</dt>
        <dd>{whenWords(place, language)}</dd>
        <dt>{say('p6.place')}</dt>
        <dd>
          {centre.name} {centre.address}
        </dd>
      </dl>
      <PhoneForm sending={sending} problem={problem} onPhone={send} />
    </>
  )
}

interface PhoneFormProps {
  readonly sending: Sending
  readonly problem: string | null
  readonly onPhone: (phone: string) => void
}

function PhoneForm({ sending, problem, onPhone }: PhoneFormProps): ReactNode {
  const say = useText()
  const id = useId()
  const [phone, setPhone] = useState('')
  const [isBad, setBad] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const plain = phone.replaceAll(/\s/g, '')
    setBad(!isPhone(plain))
    if (isPhone(plain)) onPhone(plain)
  }
  const words = isBad ? say('p6.phoneBad') : problem
  return (
    <form onSubmit={submit} noValidate>
      <label htmlFor={`${id}phone`}>{say('p6.phone')}</label>
      <input
        id={`${id}phone`}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        maxLength={20}
        value={phone}
        aria-describedby={`${id}why`}
        aria-invalid={isBad}
        onChange={(event) => {
          setPhone(event.target.value)
          setBad(false)
        }}
      />
      <p id={`${id}why`} className="note">
        {say('p6.phoneWhy')}
      </p>
      {words !== null && (
        <p role="alert" className="warning">
          {words}
        </p>
      )}
      <button type="submit" className="main" aria-disabled={sending !== 'ready'}>
        {say(sending === 'ready' ? 'p6.confirm' : 'p6.confirming')}
      </button>
      {sending === 'checking' && <p role="status">{say('p6.checking')}</p>}
    </form>
  )
}

function useSending({ place, onTaken, onFull }: Pick<ConfirmBookingProps, 'place' | 'onTaken' | 'onFull'>) {
  const refusal = useRefusal()
  const commandId = useRef(newCommandId())
  const [sending, setSending] = useState<Sending>('ready')
  const [problem, setProblem] = useState<string | null>(null)
  const words = (code: string, params: RefusalParams) => refusal(code, params)
  const send = async (phone: string) => {
    if (sending !== 'ready') return
    setSending('sending')
    setProblem(null)
    const by = { commandId: commandId.current, phone, onChecking: () => setSending('checking') }
    const answer = await takeBooking(by, place)
    setSending('ready')
    if (answer.ok) return onTaken(answer.value)
    commandId.current = newCommandId()
    if (answer.code === 'booking.slot_full') return onFull(words(answer.code, answer.params))
    setProblem(words(answer.code, answer.params))
  }
  return { sending, problem, send: (phone: string) => void send(phone) }
}
