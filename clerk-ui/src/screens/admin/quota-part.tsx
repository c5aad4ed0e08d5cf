import { QuotaList } from '@counter/shared/contract/quota'
import { Button } from 'antd'
import { type FormEvent, useEffect, useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { command, read } from '../../state/ask.ts'
import { useHall } from '../../state/hall.ts'
import { useWords } from '../../text/words.ts'

type Quota = ReturnType<typeof QuotaList.parse>['items'][number]

/** At most so many numbers of a matter, each day or on one, the whole day or by the half hour; usually none (Q40). */
export function QuotaPart() {
  const words = useWords()
  const topics = useHall((state) => state.hall?.topics) ?? []
  const { quotas, refused, set } = useQuotas()
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
            <Button size="small" onClick={() => set(quota, null)}>
              {words('quota.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <QuotaForm topics={topics} onQuota={set} />
      <RefusalLine refused={refused} />
    </section>
  )
}

interface QuotaFormProps {
  readonly topics: readonly { readonly topic: Quota['topic']; readonly unitName: string }[]
  readonly onQuota: (at: Omit<Quota, 'most'>, most: number) => void
}

function QuotaForm({ topics, onQuota }: QuotaFormProps) {
  const words = useWords()
  const [chosen, setChosen] = useState<Quota['topic'] | null>(null)
  const [date, setDate] = useState('')
  const [band, setBand] = useState('')
  const [most, setMost] = useState(50)
  const topic = chosen ?? topics[0]?.topic
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (topic === undefined) return
    const day = date === '' ? null : (date as NonNullable<Quota['date']>)
    onQuota({ topic, date: day, band: band === '' ? null : band }, most)
  }
  return (
    <form className="line" onSubmit={submit}>
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
      <Button htmlType="submit">{words('quota.set')}</Button>
    </form>
  )
}

function useQuotas() {
  // Null until the server has answered: before that nobody knows whether there are any (U33).
  const [quotas, setQuotas] = useState<readonly Quota[] | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  useEffect(() => {
    void read('/api/quotas', QuotaList).then((answer) => {
      if (answer.ok) setQuotas(answer.value.items)
      setRefused(answer.ok ? null : answer)
    })
  }, [])
  const set = ({ topic, date, band }: Omit<Quota, 'most'>, most: number | null) =>
    void command('/api/quotas', { topic, date, band, most }, QuotaList).then((answer) => {
      if (answer.ok) setQuotas(answer.value.items)
      setRefused(answer.ok ? null : answer)
    })
  return { quotas, refused, set }
}
