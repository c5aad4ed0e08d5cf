import type { Light } from './case.ts'
import type { Limit } from './clock.ts'
import { dayWords, instantWords, type Language, timeWords } from './date-words.ts'
import type { HoldReason } from './hold-reason.ts'
import { civilDate, civilTime } from './plain-date.ts'
import type { Instant, PlainDate } from './time.ts'

/** What the words of a light are made from; `now` is the server's time, so the words can be said anew each minute (U8). */
export interface DueFacts {
  readonly light: Light
  /** Days after today up to the due day, in the limit's own unit. */
  readonly left: number
  readonly overdue: number
  readonly dueAt: Instant | null
  readonly now: Instant
  readonly isProvisional: boolean
  /** Working days unless the item counts natural ones. */
  readonly unit?: Limit['unit']
  readonly pause?: { readonly reason: HoldReason | null; readonly days: number }
  /** Decided after its due instant. */
  readonly wasOverdue?: boolean
  /** Why there is no light: a draft, or the resident is to bring something. */
  readonly waits?: 'draft' | 'supplement'
}

/** 听证, 公示 and the others of the closed list (C511). */
export const PAUSE_WORDS = {
  hearing: { zh: '听证', en: 'hearing' },
  tender: { zh: '招标', en: 'tender' },
  auction: { zh: '拍卖', en: 'auction' },
  inspection: { zh: '检验', en: 'inspection' },
  testing: { zh: '检测', en: 'testing' },
  quarantine: { zh: '检疫', en: 'quarantine' },
  appraisal: { zh: '鉴定', en: 'appraisal' },
  expert_review: { zh: '专家评审', en: 'expert review' },
  public_notice: { zh: '公示', en: 'public notice' },
  third_party: { zh: '征求第三方意见', en: 'third party asked' },
  prior_approval: { zh: '法定前置审批', en: 'prior approval by law' },
  awaited_papers: { zh: '等补材料', en: 'papers awaited' },
} as const satisfies Record<HoldReason, Record<Language, string>>

/** The one word of each light (U13). */
export const LIGHT_WORDS = {
  green: { zh: '正常', en: 'On track' },
  yellow: { zh: '临期', en: 'Due soon' },
  red: { zh: '超期', en: 'Overdue' },
  paused: { zh: '计时暂停', en: 'Paused' },
  done: { zh: '办结', en: 'Done' },
  none: { zh: '未计时', en: 'No time limit yet' },
} as const satisfies Record<Light, Record<Language, string>>

const PROVISIONAL = {
  zh: '（以国务院放假安排为准）',
  en: ' (subject to the State Council holiday notice)',
} as const

/** 「临期 · 还剩 1 个工作日」: the light's word with its number, and the mark of a provisional date (U8). */
export function dueWords(facts: DueFacts, language: Language): string {
  const isCounting = facts.light === 'green' || facts.light === 'yellow' || facts.light === 'red'
  const suffix = facts.isProvisional && isCounting ? PROVISIONAL[language] : ''
  return lightWords(facts, language) + suffix
}

/** 「（以国务院放假安排为准）」 behind a date that no published calendar covers, else nothing (C519). */
export function provisionalWords(isProvisional: boolean, language: Language): string {
  return isProvisional ? PROVISIONAL[language] : ''
}

/** 「6月12日（周五）17:30 前」: the absolute date beside the light (U8). */
export function dueDateWords(dueAt: Instant, language: Language): string {
  return language === 'zh' ? `${instantWords(dueAt, 'zh')} 前` : `by ${instantWords(dueAt, 'en')}`
}

/** 「最迟 6月22日 前办结」: a due day without its hour. */
export function latestWords(dueOn: PlainDate, language: Language): string {
  const day = dayWords(dueOn, language)
  return language === 'zh' ? `最迟 ${day} 前办结` : `Done by ${day} at the latest`
}

/** 「如今天恢复，最迟 6月24日」: the due day of a clock that stands still, in the words that `day` has already (C703). */
export function resumedWords(day: string, language: Language): string {
  return language === 'zh' ? `如今天恢复，最迟 ${day}` : `If resumed today, by ${day}`
}

/** The lasting mark of a passed statutory limit, beside the light (C702). */
export function statutoryMarkWords(language: Language): string {
  return language === 'zh' ? '法定超期' : 'Past the statutory limit'
}

function lightWords(facts: DueFacts, language: Language): string {
  const word = LIGHT_WORDS[facts.light][language]
  switch (facts.light) {
    case 'green':
    case 'yellow':
      return `${word} · ${leftWords(facts, language)}`
    case 'red':
      return `${word} · ${lateWords(facts, language)}`
    case 'paused':
      return facts.pause === undefined ? word : word + pauseWords(facts.pause, language)
    case 'done':
      return doneWords(facts.wasOverdue === true, language)
    case 'none':
      return waitWords(facts, language)
  }
}

function leftWords(facts: DueFacts, language: Language): string {
  if (facts.dueAt !== null && civilDate(facts.dueAt) === civilDate(facts.now)) {
    const time = timeWords(civilTime(facts.dueAt))
    return language === 'zh' ? `今天 ${time} 到期` : `due today ${time}`
  }
  const days = daysWords(facts.left, facts.unit, language)
  return language === 'zh' ? `还剩 ${days}` : `${days} left`
}

function lateWords(facts: DueFacts, language: Language): string {
  if (facts.dueAt !== null && civilDate(facts.dueAt) === civilDate(facts.now)) {
    const time = timeWords(civilTime(facts.dueAt))
    return language === 'zh' ? `已过今天 ${time}` : `since today ${time}`
  }
  // Late on a rest day: no working day has passed since, and "0 days" would read as not late.
  if (facts.overdue === 0 && facts.dueAt !== null) {
    const due = instantWords(facts.dueAt, language)
    return language === 'zh' ? `已过 ${due}` : `since ${due}`
  }
  const days = daysWords(facts.overdue, facts.unit, language)
  return language === 'zh' ? `已超 ${days}` : `${days} late`
}

function pauseWords(
  { reason, days }: { reason: HoldReason | null; days: number },
  language: Language,
): string {
  const why = reason === null ? '' : ` · ${PAUSE_WORDS[reason][language]}`
  return language === 'zh' ? `${why}（已停 ${days} 天）` : `${why} (${plural(days, 'day')} so far)`
}

function doneWords(wasOverdue: boolean, language: Language): string {
  if (language === 'zh') return wasOverdue ? '超期办结' : '按时办结'
  return wasOverdue ? 'Done late' : 'Done on time'
}

function waitWords({ waits, left }: DueFacts, language: Language): string {
  if (waits === 'draft') return language === 'zh' ? '草稿' : 'Draft'
  if (waits === 'supplement')
    return language === 'zh'
      ? `等群众补正（还剩 ${left} 天）`
      : `Waiting for papers (${plural(left, 'day')} left)`
  return LIGHT_WORDS.none[language]
}

function daysWords(count: number, unit: Limit['unit'] | undefined, language: Language): string {
  if (language === 'zh') return unit === 'day' ? `${count} 天` : `${count} 个工作日`
  return plural(count, unit === 'day' ? 'day' : 'working day')
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
