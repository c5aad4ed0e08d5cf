import { BookReadings } from '@counter/shared/contract/letter-bodies'
import { dateWords } from '@counter/shared/vocabulary/date-words'
import { type FormEvent, useState } from 'react'
import { CommandButton, CommandWords } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useSession } from '../../state/session.ts'
import { useCommand } from '../../state/use-command.ts'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { CountedTable } from './counted-table.tsx'
import { LogField } from './log-fields.tsx'

/** 意见簿: every reading with who read it, what was new and what was logged that day; a difference stands out (C1301). */
export function BookPart() {
  const t = useWords()
  const language = useDayLanguage()
  const role = useSession(({ session }) => session?.role)
  const { value, refused, put } = useReading('/api/book-readings', BookReadings)
  return (
    <section className="card" aria-labelledby="duty-book">
      <h2 id="duty-book">{t('duty.book')}</h2>
      <p>{t('duty.bookWhy')}</p>
      {value !== null && (
        <p className={value.isDue ? 'stale' : undefined} data-testid="book.due">
          {value.isDue
            ? `▲ ${t('duty.bookDue')}`
            : value.dueOn !== null && t('duty.bookNext', { day: dateWords(value.dueOn, language) })}
        </p>
      )}
      <RefusalLine refused={refused} />
      {value !== null && value.readings.length === 0 && <p role="status">{t('duty.bookEmpty')}</p>}
      {value !== null && value.readings.length > 0 && (
        <CountedTable
          caption={t('duty.book')}
          who={t('duty.bookWho')}
          counted={t('duty.bookCount')}
          rows={value.readings.map(({ readOn, name, ...row }) => ({ ...row, day: readOn, who: name }))}
        />
      )}
      {value !== null && (role === 'clerk' || role === 'supervisor') && (
        <BookForm onRead={(next) => put(() => next)} />
      )}
    </section>
  )
}

function BookForm({ onRead }: { readonly onRead: (value: BookReadings) => void }) {
  const t = useWords()
  const { send, phase, refused, isDone } = useCommand()
  const [count, setCount] = useState('')

  async function press(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (count === '') return
    const answer = await send('/api/book-readings', { count: Number(count) }, BookReadings)
    if (!answer?.ok) return
    setCount('')
    onRead(answer.value)
  }

  return (
    <form className="letter-form" onSubmit={(event) => void press(event)}>
      <LogField label="duty.bookNew" value={count} type="number" isRequired onChange={setCount} />
      <CommandButton htmlType="submit" className="primary" phase={phase} isPlain>
        {t('duty.readBook')}
      </CommandButton>
      <CommandWords of={{ refused, isDone }} done={t('duty.boxDone')} />
    </form>
  )
}
