import { readFileSync } from 'node:fs'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import { parseCalendarFile } from './calendar-file.ts'
import { readCalendar } from './read-calendar.ts'

const file = (year: number) =>
  parseCalendarFile(
    readFileSync(new URL(`../../../../shared/data/calendar-${year}.json`, import.meta.url), 'utf8'),
  )
const SOURCE = {
  title: '关于部分节假日安排的通知',
  number: '国办发明电〔2025〕7号',
  issuer: '国务院办公厅',
  date: '2025-11-04',
}
const statutoryOf = (year: number) =>
  new Set(file(year).off.flatMap(({ date, kind }) => (kind === 'statutory' ? [date] : [])))

/** The notice of 2026 in the words of the State Council. */
const NOTICE = `各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。
`

function read(text: string, year = 2026, source = SOURCE) {
  return readCalendar({ text, year, version: 2, status: 'official', source, statutory: statutoryOf(year) })
}

function refusalOf(text: string, source = SOURCE): unknown {
  try {
    return read(text, 2026, source)
  } catch (error) {
    return error
  }
}

describe('a notice that is brought in', () => {
  test('[C602] in the words of the State Council gives the days of the published calendar', () => {
    const { off, makeup } = read(NOTICE)
    const known = file(2026)
    const kinds = (days: typeof off) => days.map(({ date, kind }) => `${date} ${kind}`)
    expect(kinds(off)).toEqual(kinds(known.off.toSorted((a, b) => (a.date < b.date ? -1 : 1))))
    expect(makeup.map(({ date }) => date)).toEqual(known.makeup.map(({ date }) => date).toSorted())
    expect(off[0]?.name).toBe('元旦')
  })

  test('[C602] of a year whose statutory days nobody has entered takes them from lines below it', () => {
    const bare = {
      year: 2026,
      version: 1,
      status: 'official',
      source: SOURCE,
      statutory: new Set<PlainDate>(),
    } as const
    const known = file(2026)
    const moving = known.off.filter(
      ({ date, kind }) => kind === 'statutory' && !/^2026-(01-01|05|10)/.test(date),
    )
    expect(() => readCalendar({ ...bare, text: NOTICE })).toThrow('calendar.invalid')
    const lines = moving.map(({ date, name }) => `${date},法定,${name}`)
    const { off } = readCalendar({ ...bare, text: NOTICE + lines.join('\n') })
    const kinds = (days: typeof off) => days.map(({ date, kind }) => `${date} ${kind}`)
    expect(kinds(off)).toEqual(kinds(known.off.toSorted((a, b) => (a.date < b.date ? -1 : 1))))
  })

  test('[C602] as a table of days gives the same, whatever parts its cells', () => {
    const known = file(2026)
    const lines = [
      '日期,安排,名称',
      ...known.off.map(({ date, name, kind }) => `${date},${kind === 'statutory' ? '法定' : '放假'},${name}`),
      ...known.makeup.map(({ date, name }) => `${date.replaceAll('-', '/')}\t${name}\t上班`),
    ]
    const { off, makeup } = readCalendar({
      text: lines.join('\n'),
      year: 2026,
      version: 2,
      status: 'official',
      source: SOURCE,
      statutory: new Set<PlainDate>(),
    })
    expect(off).toEqual(known.off.toSorted((a, b) => (a.date < b.date ? -1 : 1)))
    expect(makeup.map(({ date }) => date)).toEqual(known.makeup.map(({ date }) => date).toSorted())
  })

  test.each([
    [
      'a weekday that is not the day’s',
      '6日（周一）放假，共3天',
      '6日（周二）放假，共3天',
      5,
      '2026-04-06 是周一，不是周二',
    ],
    ['a sum of days that does not fit', '共5天。5月9日', '共4天。5月9日', 6, '写着共 4 天，算出来 5 天'],
    ['a day that does not exist', '9月20日（周日）', '9月31日', 9, '有不存在的日期'],
    ['a make-up day in the week', '1月4日（周日）上班', '1月5日上班', 3, '2026-01-05 不是周末，不能调休上班'],
    ['a day named twice', '1月4日（周日）上班', '1月3日上班', 3, '2026-01-03 出现两次'],
  ])('[C602] with %s is refused with its line', (_what, from, to, line, problem) => {
    const broken = NOTICE.replace(from, to)
    expect(broken).not.toBe(NOTICE)
    expect(refusalOf(broken)).toMatchObject({ code: 'calendar.invalid', params: { line, problem } })
  })

  test('[C602] that names no day, or not what a day is, is refused', () => {
    expect(refusalOf('放假安排另行通知')).toMatchObject({
      code: 'calendar.invalid',
      params: { line: 1, problem: '没有读到放假安排' },
    })
    expect(refusalOf('2026-01-01,元旦')).toMatchObject({
      code: 'calendar.invalid',
      params: { line: 1, problem: '没写放假还是上班：2026-01-01' },
    })
  })

  test('[C602] without the number or the date of the notice is refused', () => {
    expect(refusalOf(NOTICE, { ...SOURCE, number: ' ' })).toMatchObject({ code: 'calendar.source_missing' })
    expect(refusalOf(NOTICE, { ...SOURCE, date: '' })).toMatchObject({ code: 'calendar.source_missing' })
  })

  test('[C606] may begin in December of the year before', () => {
    const text = NOTICE.replace(
      '1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班',
      '2025年12月31日（周三）至2026年1月2日（周五）放假调休，共3天。1月4日（周日）上班',
    )
    expect(read(text).off.slice(0, 2)).toEqual([
      { date: '2025-12-31', name: '元旦', kind: 'arranged' },
      { date: '2026-01-01', name: '元旦', kind: 'statutory' },
    ])
  })
})
