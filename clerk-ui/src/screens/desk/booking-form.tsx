import type { Parser } from '@counter/shared/client/commands'
import { BookingMade, DeskBooking } from '@counter/shared/contract/booking'
import type { DeskTicket } from '@counter/shared/contract/desk'
import { FreeBands } from '@counter/shared/contract/public/booking'
import { dateWords } from '@counter/shared/vocabulary/date-words'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { type FormEvent, useId, useState } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { useHall } from '../../state/hall.ts'
import { type CommandPhase, useCommand } from '../../state/use-command.ts'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

/** For whom a place is chosen: somebody new, a booking that changes, a number that today cannot serve (Q38, Q39, Q42). */
export type BookingTarget =
  | { readonly kind: 'new' }
  | { readonly kind: 'change'; readonly booking: DeskBooking }
  | { readonly kind: 'move'; readonly ticket: DeskTicket }

interface BookingFormProps {
  readonly target: BookingTarget
  /** What is read out to the resident, or null when nothing new is to be told. */
  readonly onDone: (made: BookingMade | null) => void
}

interface Draft {
  readonly topic: string
  readonly date: string
  readonly band: string
  readonly phone: string
}

/** Matter, day, time and, for a new one, a phone that may stay empty; all by keyboard. */
export function BookingForm({ target, onDone }: BookingFormProps) {
  const words = useWords()
  const language = useDayLanguage()
  const topics = useHall((state) => state.hall?.topics) ?? []
  const [draft, setDraft] = useState<Draft>(() => ({ ...draftOf(target), topic: topicOf(target) ?? '' }))
  const topic = draft.topic === '' ? (topics[0]?.topic ?? '') : draft.topic
  const { days: read, unread, reread } = useFree(topic)
  const days = read ?? []
  const { refused, phase, send } = useSending(target, onDone, reread)
  const day = days.find(({ date }) => date === draft.date) ?? days[0]
  const band = day?.bands.find((each) => each.isFree && each.band === draft.band) ?? freeOf(day)[0]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (day !== undefined && band !== undefined)
      void send({ topic, date: day.date, band: band.band, phone: draft.phone.trim() })
  }
  return (
    <form className="stack" onSubmit={submit}>
      <div className="line">
        {topicOf(target) === null && (
          <Choice
            label={words('booking.topic')}
            value={topic}
            options={topics.map((each) => [each.topic, each.unitName])}
            onChange={(value) => setDraft({ ...draft, topic: value })}
          />
        )}
        <Choice
          label={words('booking.day')}
          value={day?.date ?? ''}
          options={days.map(({ date }) => [date, dateWords(date as PlainDate, language)])}
          onChange={(value) => setDraft({ ...draft, date: value })}
        />
        <Choice
          label={words('booking.band')}
          value={band?.band ?? ''}
          options={freeOf(day).map((each) => [each.band, each.band])}
          onChange={(value) => setDraft({ ...draft, band: value })}
        />
        {target.kind !== 'change' && (
          <label className="field">
            {words('booking.phone')}
            <input
              type="tel"
              value={draft.phone}
              maxLength={20}
              autoComplete="off"
              onChange={(event) => setDraft({ ...draft, phone: event.target.value })}
            />
          </label>
        )}
        <CommandButton type="primary" htmlType="submit" phase={phase}>
          {words(`booking.go.${target.kind}`)}
        </CommandButton>
      </div>
      {read?.length === 0 && <p role="status">{words('booking.noneFree')}</p>}
      <RefusalLine refused={refused ?? unread} />
    </form>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [string, string])[]
  readonly onChange: (value: string) => void
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const id = useId()
  return (
    <label className="field" htmlFor={id}>
      {label}
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([key, shown]) => (
          <option key={key} value={key}>
            {shown}
          </option>
        ))}
      </select>
    </label>
  )
}

type Day = FreeBands['days'][number]

function freeOf(day: Day | undefined): Day['bands'] {
  return day?.bands.filter(({ isFree }) => isFree) ?? []
}

function useFree(topic: string) {
  const path = topic === '' ? null : `/api/bookings/free?topic=${topic}`
  const { value, refused, reread } = useReading(path, FreeBands)
  return { days: value?.days.filter((day) => freeOf(day).length > 0) ?? null, unread: refused, reread }
}

function useSending(
  target: BookingTarget,
  onDone: (made: BookingMade | null) => void,
  onRefused: () => void,
): { refused: Refused | null; phase: CommandPhase; send: (draft: Draft) => Promise<void> } {
  const words = useWords()
  const { refused, phase, send: order } = useCommand()
  async function ask<T>(
    path: string,
    body: object,
    parser: Parser<T>,
    made: (value: T) => BookingMade | null,
  ) {
    const answer = await order(path, body, parser)
    if (answer?.ok) onDone(made(answer.value))
    else if (answer !== null) onRefused()
  }
  async function send({ topic, date, band, phone }: Draft): Promise<void> {
    const place = { date, band }
    const person = { phone: phone === '' ? null : phone }
    if (target.kind === 'change')
      return ask(`/api/bookings/${target.booking.id}/change`, { topic, ...place }, DeskBooking, () => null)
    const told = (made: BookingMade) => made
    if (target.kind === 'new') return ask('/api/bookings', { topic, ...place, ...person }, BookingMade, told)
    const reason = words('booking.moveReason')
    return ask(`/api/tickets/${target.ticket.id}/move`, { ...place, ...person, reason }, BookingMade, told)
  }
  return { refused, phase, send }
}

function topicOf(target: BookingTarget): string | null {
  if (target.kind === 'change') return target.booking.topic
  return target.kind === 'move' ? target.ticket.topic : null
}

function draftOf(target: BookingTarget): Omit<Draft, 'topic'> {
  return target.kind === 'change'
    ? { date: target.booking.date, band: target.booking.band, phone: '' }
    : { date: '', band: '', phone: '' }
}
