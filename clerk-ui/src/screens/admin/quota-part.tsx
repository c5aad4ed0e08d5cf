import { QuotaList } from '@counter/shared/contract/quota'
import { type FormEvent, useState } from 'react'
import { ActButton, CommandButton, CommandWords } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { useHall } from '../../state/hall.ts'
import { useCommand } from '../../state/use-command.ts'
import { useReading } from '../../state/use-reading.ts'
import { useWords } from '../../text/words.ts'

type Quota = ReturnType<typeof QuotaList.parse>['items'][number]

/** At most so many numbers of a matter, each day or on one, the whole day or by the half hour; usually none (Q40). */
export function QuotaPart() {
  const words = useWords()
  const topics = useHall((state) => state.hall?.topics) ?? []
  // Null until the server has answered: before that nobody knows whether there are any (U33).
  const { value, refused, put } = useReading('/api/quotas', QuotaList)
  const quotas = value?.items ?? null
  const keep = (list: QuotaList) => put(() => list)
  return (
    <section className="card" data-group="quota">
      <h2>{words('quota.title')}</h2>
      {quotas === null && refused === null && <SlowWords />}
      {quotas?.length === 0 && <p className="quiet">{words('quota.none')}</p>}
      <ul className="rows">
        {quotas?.map((quota) => (
          <li className="row" key={`${quota.topic} ${quota.date} ${quota.band}`}>
            <strong>{topics.find(({ topic }) => topic === quota.topic)?.unitName ?? quota.topic}</strong>
            <span>{quota.date ?? words('quota.eachDay')}</span>
            <span>{quota.band ?? words('quota.wholeDay')}</span>
            <span>{words('quota.most', { n: quota.most })}</span>
            <span className="grow" />
            <ActButton
              size="small"
              path="/api/quotas"
              body={{ ...placeOf(quota), most: null }}
              parser={QuotaList}
              busy="admin.saving"
              onDone={keep}
            >
              {words('quota.remove')}
            </ActButton>
          </li>
        ))}
      </ul>
      <RefusalLine refused={refused} />
      <QuotaForm topics={topics} onSet={keep} />
    </section>
  )
}

interface QuotaFormProps {
  readonly topics: readonly { readonly topic: Quota['topic']; readonly unitName: string }[]
  readonly onSet: (list: QuotaList) => void
}

function QuotaForm({ topics, onSet }: QuotaFormProps) {
  const words = useWords()
  const sending = useCommand()
  const [chosen, setChosen] = useState<Quota['topic'] | null>(null)
  const [date, setDate] = useState('')
  const [band, setBand] = useState('')
  const [most, setMost] = useState(50)
  const topic = chosen ?? topics[0]?.topic
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (topic === undefined) return
    const place = { topic, date: date === '' ? null : date, band: band === '' ? null : band }
    const answer = await sending.send('/api/quotas', { ...place, most }, QuotaList)
    if (answer?.ok) onSet(answer.value)
  }
  return (
    <form className="line" onSubmit={(event) => void submit(event)}>
      <label className="field">
        {words('quota.topic')}
        <select
          value={topic ?? ''}
          onChange={({ target }) =>
            setChosen(topics.find((each) => each.topic === target.value)?.topic ?? null)
          }
        >
          {topics.map((each) => (
            <option key={each.topic} value={each.topic}>
              {each.unitName}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        {words('quota.date')}
        <input type="date" value={date} onChange={({ target }) => setDate(target.value)} />
      </label>
      <label className="field">
        {words('quota.band')}
        <input type="time" step={1800} value={band} onChange={({ target }) => setBand(target.value)} />
      </label>
      <label className="field">
        {words('quota.number')}
        <input
          type="number"
          min={0}
          max={9999}
          value={most}
          onChange={({ target }) => setMost(Math.max(0, Math.floor(Number(target.value))))}
        />
      </label>
      <CommandButton phase={sending.phase} busy="admin.saving" htmlType="submit">
        {words('quota.set')}
      </CommandButton>
      <CommandWords of={sending} done={words('admin.saved')} />
    </form>
  )
}

function placeOf({ topic, date, band }: Quota) {
  return { topic, date, band }
}
