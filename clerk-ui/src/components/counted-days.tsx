import type { ClockView } from '@counter/shared/contract/case-clock'
import { reasonWords } from '@counter/shared/vocabulary/reason-words'
import { segmentWords } from '@counter/shared/vocabulary/segment-words'
import { useDayLanguage } from '../text/day-language.ts'

interface CountedDaysProps {
  readonly clock: Pick<ClockView, 'segments' | 'reasons' | 'limit' | 'dueOn'>
}

/** 「怎么算的」: the days of a clock in runs, then its reasons (U9). */
export function CountedDays({ clock: { segments, reasons, limit, dueOn } }: CountedDaysProps) {
  const language = useDayLanguage()
  return (
    <>
      <ol>
        {segments.map((segment) => (
          <li key={`${segment.from} ${segment.reason}`}>{segmentWords(segment, language)}</li>
        ))}
      </ol>
      {reasonWords({ ...reasons, unit: limit.unit, dueOn }, language).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  )
}
