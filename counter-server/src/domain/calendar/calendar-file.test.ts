import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseCalendarFile } from './calendar-file.ts'

const text = readFileSync(new URL('../../../../shared/data/calendar-2026.json', import.meta.url), 'utf8')

function refusalOf(file: string): unknown {
  try {
    return parseCalendarFile(file)
  } catch (error) {
    return error
  }
}

describe('a calendar file', () => {
  test('[C602] of a published year is read whole', () => {
    const { year, status, source, off, makeup } = parseCalendarFile(text)
    expect({ year, status, number: source.number, off: off.length, makeup: makeup.length }).toEqual({
      year: 2026,
      status: 'official',
      number: '国办发明电〔2025〕7号',
      off: 33,
      makeup: 6,
    })
  })

  // Line 17 is the first day off, line 52 the first make-up day, line 59 the sums.
  test.each([
    ['a day of another year', '"2026-01-01", "weekday"', '"2024-01-01", "weekday"', 17],
    ['a day that does not exist', '"2026-01-02", "weekday"', '"2026-02-30", "weekday"', 18],
    ['a day both off and make-up', '"2026-01-04", "weekday"', '"2026-01-03", "weekday"', 52],
    ['a make-up day on a weekday', '"2026-01-04", "weekday"', '"2026-01-05", "weekday"', 52],
    ['a sum that does not fit', '"workdays": 248', '"workdays": 249', 59],
  ])('[C602] with %s is refused with its line', (_what, from, to, line) => {
    const broken = text.replace(from, to)
    expect(broken).not.toBe(text)
    expect(refusalOf(broken)).toMatchObject({ code: 'calendar.invalid', params: { line } })
  })

  test('[C602] with twelve statutory days is refused', () => {
    const broken = text.replace('"kind": "statutory"', '"kind": "arranged"')
    expect(refusalOf(broken)).toMatchObject({
      code: 'calendar.invalid',
      params: { problem: '法定节假日应为 13 天，实为 12 天' },
    })
  })

  test.each(['', 'null', '[]', '{"year": 2026}'])('[C602] that reads %j is refused', (file) => {
    expect(refusalOf(file)).toMatchObject({ code: 'calendar.invalid' })
  })

  test('[C602] that calls itself official needs the number and the date of the notice', () => {
    const nameless = text.replace('国办发明电〔2025〕7号', '')
    expect(refusalOf(nameless)).toMatchObject({ code: 'calendar.source_missing' })
    expect(refusalOf(nameless.replace('"official"', '"provisional"'))).toMatchObject({
      status: 'provisional',
    })
  })
})
