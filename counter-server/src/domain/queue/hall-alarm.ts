import type { TopicKey } from '@counter/shared/vocabulary/ids'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import { type Quote, quoteAtEnd, rollForComer } from './estimate.ts'
import type { Hall } from './order.ts'
import type { Outlook } from './outlook.ts'

/** One more window, and what it does to the wait that only one in ten exceeds, in minutes. */
export interface WindowAdvice {
  readonly window: number
  readonly fromP90: number
  readonly toP90: number
}

/** Too many people or too long a wait, with the simulated advice; null advice where no closed window would help. */
export interface HallAlarm {
  readonly waiting: number
  readonly p80: number | null
  readonly advice: WindowAdvice | null
}

/**
 * Alarms from so many people waiting, or when a comer's P80 is too long for the topic that waits longest. The advice rolls
 * the same line with each closed window opened in turn and names the one that helps most (Q43).
 */
export function hallAlarm(hall: Hall, outlook: Outlook, topics: readonly TopicKey[]): HallAlarm | null {
  const quoteOf = comerQuotes(hall, outlook)
  const quotes = topics.flatMap((topic) => {
    const quote = quoteOf(topic)
    return quote === null ? [] : [{ topic, quote }]
  })
  const worst = quotes.toSorted((a, b) => b.quote.p80 - a.quote.p80)[0]
  const waiting = hall.waiting.length
  const { alarmWaiting, alarmP80Minutes } = hall.settings
  const isLong = worst !== undefined && worst.quote.p80 > alarmP80Minutes
  if (waiting < alarmWaiting && !isLong) return null
  if (worst === undefined) return { waiting, p80: null, advice: null }
  return { waiting, p80: Math.round(worst.quote.p80), advice: adviceFor(hall, outlook, worst) }
}

function adviceFor(
  hall: Hall,
  outlook: Outlook,
  { topic, quote }: { readonly topic: TopicKey; readonly quote: Quote },
): WindowAdvice | null {
  const fromP90 = Math.round(quote.p90)
  const tries = hall.windows
    .filter(({ state }) => state === 'closed')
    .map(({ window }) => {
      const windows = hall.windows.map((each) =>
        each.window === window ? { ...each, state: 'open' as const } : each,
      )
      const more = comerQuotes({ ...hall, windows }, outlook)(topic)
      return { window, fromP90, toP90: Math.round(more?.p90 ?? quote.p90) }
    })
    .filter(({ toP90 }) => toP90 < fromP90)
  return tries.toSorted((a, b) => a.toP90 - b.toP90)[0] ?? null
}

// The line is rolled once, for whoever comes now meets the same one whatever the matter is (Q65).
function comerQuotes(hall: Hall, outlook: Outlook): (topic: TopicKey) => Quote | null {
  if (outlook.observedInLine < hall.settings.minObservations) return () => null
  const rolled = rollForComer('ordinary', { hall, outlook, seed: 'alarm' })
  return (topic) => {
    const place = { topic, weight: 1, directedWindow: null, baseTime: toMs(hall.now), protectedAt: null }
    return quoteAtEnd(rolled, place, hall, hall.waiting.length)
  }
}
