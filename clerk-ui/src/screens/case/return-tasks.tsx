import { ReturnTaskList } from '@counter/shared/contract/return-tasks'
import { dateWords } from '@counter/shared/vocabulary/date-words'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import { Link } from 'wouter'
import { useServerNow } from '../../state/live.ts'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

const MINUTE_MS = 60_000

interface ReturnTasksProps {
  /** Changes whenever a case of this person's changes. */
  readonly news: unknown
}

type Task = ReturnTaskList['items'][number]

/** Whose papers did not come in time: to be called, or to be sent back. Looked at each minute; nothing goes back by itself (C205, C442). */
export function ReturnTasks({ news }: ReturnTasksProps) {
  const t = useWords()
  const minute = civilTime(useServerNow(MINUTE_MS))
  const { value, refused, reread } = useReading(
    '/api/return-tasks',
    ReturnTaskList,
    `${minute} ${stamp(news)}`,
  )
  const items = value?.items ?? []
  if (items.length === 0 && refused === null) return null
  return (
    <section className="card" aria-labelledby="return-tasks" data-testid="return-tasks">
      <h2 id="return-tasks">▲ {t('returnTask.title', { n: items.length })}</h2>
      {refused !== null && (
        <p>
          ■ {t('returnTask.failed')}{' '}
          <button type="button" onClick={reread}>
            {t('board.retry')}
          </button>
        </p>
      )}
      {items.length > 0 && <p className="quiet">{t('returnTask.how')}</p>}
      <ul className="rows">
        {items.map((task) => (
          <TaskLine key={`${task.case.id} ${task.why}`} task={task} />
        ))}
      </ul>
    </section>
  )
}

// The rows come anew with each change of a case, as another list.
function stamp(news: unknown): string {
  return Array.isArray(news) ? news.map(({ id, version }) => `${id}${version}`).join() : String(news)
}

function TaskLine({ task }: { readonly task: Task }) {
  const t = useWords()
  const language = useDayLanguage()
  const { case: row, why, dueOn, materials, isAsked } = task
  return (
    <li className="row">
      <Link href={`/cases/${row.id}`}>
        <strong>{row.number}</strong> {row.itemName} · {row.applicant}
      </Link>
      <span>
        {t(`returnTask.${why}`, { day: dateWords(dueOn, language), list: materials.join('、') })}
        {isAsked && ` · ${t('returnTask.asked')}`}
      </span>
    </li>
  )
}
