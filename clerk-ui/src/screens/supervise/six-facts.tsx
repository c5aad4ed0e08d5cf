import type { SuperviseState } from '@counter/shared/contract/supervise'
import { useWords, type Words } from '../../text/words.ts'

/** 30 minutes of waiting is a warning, in sign and number (screens.md C-1). */
const LONG_WAIT_MINUTES = 30

/** 现在等候, 最长等, 平均等, 在岗窗口, 今日受理, 今日办结. */
export function SixFacts({ state }: { readonly state: SuperviseState }) {
  const t = useWords()
  const open = state.windows.filter((window) => window.state === 'open').length
  const isLong = (state.longestWaitMinutes ?? 0) >= LONG_WAIT_MINUTES
  return (
    <dl className="facts" aria-label={t('l1.facts')}>
      <Fact name="waiting" word={t('l1.waiting')} value={t('l1.people', { n: state.waiting })} />
      <Fact
        name="longest"
        word={t('l1.longest')}
        value={`${minutes(state.longestWaitMinutes, t)}${isLong ? ' ▲' : ''}`}
      />
      <Fact name="mean" word={t('l1.mean')} value={minutes(state.meanWaitMinutes, t)} />
      <Fact
        name="windows"
        word={t('l1.windows')}
        value={t('l1.share', { n: open, of: state.windows.length })}
      />
      <Fact name="accepted" word={t('l1.accepted')} value={t('l1.cases', { n: state.acceptedToday })} />
      <Fact name="decided" word={t('l1.decided')} value={t('l1.cases', { n: state.decidedToday })} />
    </dl>
  )
}

function minutes(count: number | null, t: Words): string {
  return count === null ? t('l1.none') : t('l1.minutes', { n: count })
}

function Fact({
  name,
  word,
  value,
}: {
  readonly name: string
  readonly word: string
  readonly value: string
}) {
  return (
    <div className="card" data-testid={`l1.card.${name}`}>
      <dt>{word}</dt>
      <dd>{value}</dd>
    </div>
  )
}
