import type { OrderRow } from '@counter/shared/contract/orders'
import { Light } from '@counter/shared/ui/light'
import { lightAt } from '@counter/shared/vocabulary/clock'
import { dayWords, instantWords, timeWords } from '@counter/shared/vocabulary/date-words'
import { civilDate, civilTime, instantAt } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainTime } from '@counter/shared/vocabulary/time'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

const MIDNIGHT = '00:00' as PlainTime

/** The light of an order is its own: how long the unit still has to answer (C705). */
export function OrderLight({ order, now }: { readonly order: OrderRow; readonly now: Instant }) {
  const t = useWords()
  const language = useDayLanguage()
  const { replyDueAt, replyDueOn, repliedAt, closedAt } = order
  if (closedAt !== null) return <Light light="done" words={t('order.closed')} />
  if (repliedAt !== null) return <Light light="done" words={t('order.replied')} />
  const light = lightAt(
    { state: 'running', dueAt: replyDueAt, yellowAt: instantAt(replyDueOn, MIDNIGHT) },
    now,
  )
  if (light === 'red')
    return <Light light="red" words={t('order.late', { at: instantWords(replyDueAt, language) })} />
  const left =
    replyDueOn === civilDate(now)
      ? t('order.today', { time: timeWords(civilTime(replyDueAt)) })
      : t('order.by', { day: dayWords(replyDueOn, language) })
  return <Light light={light} words={t('order.waits', { left })} />
}
