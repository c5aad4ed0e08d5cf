import { FreeBands } from '@counter/shared/contract/public/booking'
import { VisitView } from '@counter/shared/contract/visits'
import { dateWords } from '@counter/shared/vocabulary/date-words'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { type ReactNode, useRef, useState } from 'react'
import { useReturnFocus } from '../../components/use-return-focus.ts'
import { useCommand } from '../../state/use-command.ts'
import { useReading } from '../../state/use-reading.ts'
import { useVillageLanguage, useVillageWords } from '../../text/village-words.ts'
import { Opening } from './opening.tsx'
import { VillageCommand } from './village-command.tsx'
import { VillageRefusal } from './village-refusal.tsx'

interface VisitTimeProps {
  readonly visit: VisitView
  readonly onChange: (visit: VisitView) => void
}

/** 代办时段: a time at which the visit is awaited, where the centre has such an hour; without one nothing is seen (V92). */
export function VisitTime({ visit, onChange }: VisitTimeProps): ReactNode {
  const words = useVillageWords()
  const { days: language } = useVillageLanguage()
  const { value, refused, reread } = useReading(`/api/visits/${visit.id}/times`, FreeBands, visit)
  const booked = visit.appointment ?? null
  const days = value?.days ?? []
  // Only the centre's answer says that there is no such hour; silence says nothing.
  if (value === null && refused === null && booked === null) return <Opening />
  if (booked === null && days.length === 0 && refused === null) return null
  return (
    <section className="v-stack" aria-label={words('village.visit.time')}>
      <h2>{words('village.visit.time')}</h2>
      {booked === null ? null : (
        <>
          <p role="status">
            {words('village.visit.booked', { date: dateWords(booked.date, language), time: booked.band })}
          </p>
          <GiveBack visit={visit.id} onChange={onChange} />
        </>
      )}
      {days.length === 0 ? null : (
        <ChooseTime key={visit.id} visit={visit} days={days} onChange={onChange} onRefused={reread} />
      )}
      <VillageRefusal refused={refused} />
    </section>
  )
}

interface ChooseTimeProps extends VisitTimeProps {
  readonly days: FreeBands['days']
  readonly onRefused: () => void
}

function ChooseTime({ visit, days, onChange, onRefused }: ChooseTimeProps): ReactNode {
  const words = useVillageWords()
  const { days: language } = useVillageLanguage()
  const { send, refused, phase } = useCommand()
  const [chosen, setChosen] = useState('')
  const free = days.flatMap(({ date, bands }) =>
    bands.filter(({ isFree }) => isFree).map(({ band }) => ({ date, band, key: `${date} ${band}` })),
  )
  const place = free.find(({ key }) => key === chosen)
  const book = async () => {
    if (place === undefined) return
    const { date, band } = place
    const answer = await send(`/api/visits/${visit.id}/appointment`, { date, band }, VisitView)
    if (answer?.ok) onChange(answer.value)
    else if (answer !== null) onRefused()
  }
  if (free.length === 0) return <p>{words('village.visit.noTime')}</p>
  return (
    <>
      <label className="v-field">
        {words('village.visit.when')}
        <select value={place?.key ?? ''} onChange={({ target }) => setChosen(target.value)}>
          <option value="" />
          {free.map(({ date, band, key }) => (
            <option key={key} value={key}>
              {dateWords(date as PlainDate, language)} {band}
            </option>
          ))}
        </select>
      </label>
      <VillageRefusal refused={refused} />
      <VillageCommand
        className="v-second"
        phase={phase}
        isReady={place !== undefined}
        onPress={() => void book()}
      >
        {words((visit.appointment ?? null) === null ? 'village.visit.book' : 'village.visit.rebook')}
      </VillageCommand>
    </>
  )
}

function GiveBack({
  visit,
  onChange,
}: Pick<VisitTimeProps, 'onChange'> & { readonly visit: string }): ReactNode {
  const words = useVillageWords()
  const { send, refused, phase } = useCommand()
  const part = useRef<HTMLDivElement>(null)
  useReturnFocus(part, true)
  const giveBack = async () => {
    const answer = await send(`/api/visits/${visit}/appointment/cancel`, {}, VisitView)
    if (answer?.ok) onChange(answer.value)
  }
  return (
    <div ref={part} className="v-stack">
      <VillageCommand className="v-second" phase={phase} onPress={() => void giveBack()}>
        {words('village.visit.unbook')}
      </VillageCommand>
      <VillageRefusal refused={refused} />
    </div>
  )
}
