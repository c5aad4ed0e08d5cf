import { type VillageAttention, VillageAttentionList } from '@counter/shared/contract/village-attention'
import { type Language as DayLanguage, instantWords } from '@counter/shared/vocabulary/date-words'
import { EDITED_WORDS } from '@counter/shared/vocabulary/edit'
import { useSession } from '../../state/session.ts'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords, type Words } from '../../text/words.ts'
import { SolveForm } from './solve-form.tsx'
import { UNREADABLE } from './solve-way.ts'
import { UnreadPart } from './unread-part.tsx'

/** 中心代处理: what points could not get through, those that agents gave to the centre first (V51, V90). */
export function AttentionPart({ news }: { readonly news: unknown }) {
  const words = useWords()
  const maySolve = useSession(({ session }) => session?.role) === 'supervisor'
  const path = maySolve ? '/api/village-attention' : null
  const reading = useReading(path, VillageAttentionList, news)
  const { value, reread } = reading
  if (value === null) return <UnreadPart title={words('point.waiting')} of={reading} />
  return (
    <section className="card stack" aria-label={words('point.waiting')} data-testid="l3.waiting">
      <h2>{words('point.waiting')}</h2>
      {value.items.length === 0 && <p>{words('point.waitingNone')}</p>}
      <ol className="rows stack">
        {value.items.map((item) => (
          <li key={item.id} className="stack">
            <AttentionFacts item={item} />
            <Conflicts item={item} />
            <SolveForm item={item} onDone={reread} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function AttentionFacts({ item }: { readonly item: VillageAttention }) {
  const words = useWords()
  const language = useDayLanguage()
  const what = [item.number, item.item, item.applicant, item.topic].filter((each) => each !== null)
  const at = instantWords(item.capturedAt, language)
  return (
    <div>
      <strong>■ {whyOf(words, language, item)}</strong>
      <p>{what.join(' · ')}</p>
      <p>
        {words('point.waitingWho', { village: item.villageName, agent: item.agent, at })}
        {item.code !== UNREADABLE &&
          ` · ${words(item.handedAt === null ? 'point.notHanded' : 'point.handed')}`}
      </p>
    </div>
  )
}

// What the agent reads of a lost or withdrawn phone sends to the centre, and the centre is here (V80).
function whyOf(words: Words, language: DayLanguage, { code, message, messageEn }: VillageAttention): string {
  if (code === 'device.lost' || code === 'device.revoked' || code === UNREADABLE)
    return words(`point.from.${code}`)
  return language === 'en' ? messageEn : message
}

/** Both words on each fact side by side; whole they are seen on the page of the case (V73, P33). */
function Conflicts({ item }: { readonly item: VillageAttention }) {
  const words = useWords()
  const language = useDayLanguage()
  if (item.conflicts.length === 0) return null
  return (
    <table className="key-table" data-testid="l3.conflict">
      <caption className="visually-hidden">{words('point.conflict.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{words('point.conflict.field')}</th>
          <th scope="col">{words('point.conflict.theirs')}</th>
          <th scope="col">{words('point.conflict.yours')}</th>
        </tr>
      </thead>
      <tbody>
        {item.conflicts.map(({ field, theirs, yours, by, at }) => (
          <tr key={field}>
            <th scope="row" className="one-line">
              {EDITED_WORDS[field][language]}
            </th>
            <td>
              {theirs === '' ? words('point.conflict.none') : theirs}
              <br />
              <small>{`${by} · ${instantWords(at, language)}`}</small>
            </td>
            <td>
              {yours}
              <br />
              <small>{`${item.agent} · ${instantWords(item.capturedAt, language)}`}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
