import type { SuperviseState } from '@counter/shared/contract/supervise'
import { useWords } from '../../text/words.ts'

/** 「再开 1 个窗口：P90 从 38 分降到 19 分」: the hall is too full, and what would help (Q43). */
export function AlarmLine({ alarm }: { readonly alarm: SuperviseState['alarm'] }) {
  const t = useWords()
  if (alarm === null) return null
  const { waiting, p80, advice } = alarm
  return (
    <p className="card" role="status" data-testid="l1.alarm">
      <strong>
        {p80 === null ? t('l1.alarm', { n: waiting }) : t('l1.alarmLong', { n: waiting, minutes: p80 })}
      </strong>{' '}
      {advice !== null && t('l1.advice', { from: advice.fromP90, to: advice.toP90 })}
    </p>
  )
}
