import type { ClockView } from '@counter/shared/contract/case-clock'
import type { CaseDetail } from '@counter/shared/contract/cases'
import { dateWords, instantWords } from '@counter/shared/vocabulary/date-words'
import { resumedWords } from '@counter/shared/vocabulary/due-words'
import type { LetterClock } from '@counter/shared/vocabulary/letter'
import { toldWords } from '@counter/shared/vocabulary/reason-words'
import { CountedDays } from '../../components/counted-days.tsx'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords, type Words } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'
import { Scroller } from './scroller.tsx'
import { TellDue } from './tell-due.tsx'

/** All clocks of the case: limit, used, left, due, state; below each how it was counted (U9). */
export function CaseClocks({ detail }: { readonly detail: CaseDetail }) {
  const t = useWords()
  return (
    <section className="card" aria-labelledby="case-clocks">
      <h2 id="case-clocks">{t('case.clocks')}</h2>
      {detail.clocks.length === 0 && <p>{t('clock.none')}</p>}
      {detail.clocks.length > 0 && <ClockTable clocks={detail.clocks} />}
      <ToldLine detail={detail} />
      {detail.clocks.map((clock) => (
        <Explained key={clock.kind} clock={clock} />
      ))}
    </section>
  )
}

/** The day the resident was told; when another is counted now, both, and what follows (C520). */
function ToldLine({ detail: { row, toldDueOn, clocks } }: { readonly detail: CaseDetail }) {
  const t = useWords()
  const language = useDayLanguage()
  if (toldDueOn === null) return null
  const promise = clocks.find(({ kind }) => kind === 'committed')
  if (promise === undefined || promise.state !== 'running' || promise.dueOn === toldDueOn)
    return <p>{t('clock.told', { day: dateWords(toldDueOn, language) })}</p>
  const isLater = promise.dueOn > toldDueOn
  return (
    <div className="stale" data-testid="case.told">
      ▲ {toldWords(toldDueOn, promise.dueOn, language)} · {t(isLater ? 'clock.tellAgain' : 'clock.toldHolds')}
      {isLater && <TellDue id={row.id} />}
    </div>
  )
}

/** A clock of a case or of a letter; both are counted and explained alike. */
type AnyClock = Omit<ClockView, 'kind'> & { readonly kind: ClockView['kind'] | LetterClock }

interface ClockTableProps {
  readonly clocks: readonly AnyClock[]
  /** The notice of a petition says that it is taken up, the one of a case what is missing. */
  readonly isPetition?: boolean
}

/** Limit, used, left, due and state of each clock. */
export function ClockTable({ clocks, isPetition = false }: ClockTableProps) {
  const t = useWords()
  return (
    <Scroller name={t('clock.caption')}>
      <table className="clock-table">
        <caption className="visually-hidden">{t('clock.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('clock.name')}</th>
            <th scope="col">{t('clock.limit')}</th>
            <th scope="col">{t('clock.used')}</th>
            <th scope="col">{t('clock.left')}</th>
            <th scope="col">{t('clock.due')}</th>
            <th scope="col">{t('clock.state')}</th>
          </tr>
        </thead>
        <tbody>
          {clocks.map((clock) => (
            <ClockLine key={clock.kind} clock={clock} isPetition={isPetition} />
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}

interface ClockProps {
  readonly clock: AnyClock
  readonly isPetition?: boolean
}

function wordOf({ kind }: AnyClock, isPetition: boolean): TextKey {
  return isPetition && kind === 'notice' ? 'clock.petitionNotice' : `clock.${kind}`
}

function ClockLine({ clock, isPetition = false }: ClockProps) {
  const t = useWords()
  const language = useDayLanguage()
  const days = (n: number) => t(`clock.${clock.limit.unit}`, { n })
  const due =
    clock.dueAt === null
      ? resumedWords(dateWords(clock.dueOn, language), language)
      : instantWords(clock.dueAt, language)
  return (
    <tr data-clock={clock.kind}>
      <th scope="row">{t(wordOf(clock, isPetition))}</th>
      <td>{days(clock.limit.value)}</td>
      <td>{days(clock.used)}</td>
      <td>{leftWords(clock, days, t)}</td>
      <td>
        {due}
        {clock.provisional && t('paper.provisional')}
      </td>
      <td>{t(`clock.${clock.state}`)}</td>
    </tr>
  )
}

function leftWords(clock: AnyClock, days: (n: number) => string, t: Words): string {
  return clock.overdue > 0 ? t('clock.overdue', { n: days(clock.overdue) }) : days(clock.left)
}

/** 「怎么算的」 of one clock: its days in runs, then its reasons (U9). */
export function Explained({ clock, isPetition = false }: ClockProps) {
  const t = useWords()
  return (
    <details data-testid="case.explain" open={clock.kind === 'committed'}>
      <summary>{t('clock.explainTitle', { clock: t(wordOf(clock, isPetition)) })}</summary>
      <CountedDays clock={clock} />
    </details>
  )
}
