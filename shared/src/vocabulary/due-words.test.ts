import { describe, expect, test } from 'vitest'
import { type DueFacts, dueDateWords, dueWords, latestWords } from './due-words.ts'
import { instantAt } from './plain-date.ts'
import type { PlainDate, PlainTime } from './time.ts'

const at = (date: string, time: string) => instantAt(date as PlainDate, time as PlainTime)

const onTrack: DueFacts = {
  light: 'green',
  left: 6,
  overdue: 0,
  dueAt: at('2026-06-22', '17:30'),
  now: at('2026-06-12', '09:40'),
  isProvisional: false,
}

describe('the words of a light', () => {
  test.each<[string, string, Partial<DueFacts>]>([
    ['正常 · 还剩 6 个工作日', 'On track · 6 working days left', {}],
    ['临期 · 还剩 1 个工作日', 'Due soon · 1 working day left', { light: 'yellow', left: 1 }],
    [
      '临期 · 今天 17:30 到期',
      'Due soon · due today 17:30',
      { light: 'yellow', left: 0, now: at('2026-06-22', '08:00') },
    ],
    [
      '超期 · 已超 2 个工作日',
      'Overdue · 2 working days late',
      { light: 'red', left: 0, overdue: 2, now: at('2026-06-24', '10:00') },
    ],
    [
      '超期 · 已过今天 17:30',
      'Overdue · since today 17:30',
      { light: 'red', left: 0, now: at('2026-06-22', '17:31') },
    ],
    [
      '计时暂停 · 公示（已停 3 天）',
      'Paused · public notice (3 days so far)',
      { light: 'paused', pause: { reason: 'public_notice', days: 3 } },
    ],
    ['计时暂停', 'Paused', { light: 'paused' }],
    ['按时办结', 'Done on time', { light: 'done' }],
    ['超期办结', 'Done late', { light: 'done', wasOverdue: true }],
    ['草稿', 'Draft', { light: 'none', waits: 'draft' }],
    [
      '等群众补正（还剩 9 天）',
      'Waiting for papers (9 days left)',
      { light: 'none', waits: 'supplement', left: 9 },
    ],
    ['正常 · 还剩 6 天', 'On track · 6 days left', { unit: 'day' }],
  ])('[U8] are 「%s」, in English "%s"', (chinese, english, facts) => {
    expect(dueWords({ ...onTrack, ...facts }, 'zh')).toBe(chinese)
    expect(dueWords({ ...onTrack, ...facts }, 'en')).toBe(english)
  })

  test('[U8] name the instant while no working day has passed since, as on the weekend after', () => {
    const saturday = {
      ...onTrack,
      light: 'red',
      left: 0,
      dueAt: at('2026-06-12', '17:30'),
      now: at('2026-06-13', '09:00'),
    } as const
    expect(dueWords(saturday, 'zh')).toBe('超期 · 已过 6月12日（周五）17:30')
  })

  test('[U8] say of a provisional date that the holiday notice may move it', () => {
    expect(dueWords({ ...onTrack, isProvisional: true }, 'zh')).toBe(
      '正常 · 还剩 6 个工作日（以国务院放假安排为准）',
    )
  })

  test('[U8] say nothing of a notice once the case is done', () => {
    expect(dueWords({ ...onTrack, light: 'done', isProvisional: true }, 'zh')).toBe('按时办结')
  })
})

test('[U8] the absolute date stands beside the light', () => {
  expect(dueDateWords(at('2026-06-12', '17:30'), 'zh')).toBe('6月12日（周五）17:30 前')
  expect(dueDateWords(at('2026-06-12', '17:30'), 'en')).toBe('by Fri 12 Jun 17:30')
  expect(latestWords('2026-06-22' as PlainDate, 'zh')).toBe('最迟 6月22日 前办结')
})
