import { describe, expect, it } from 'vitest'
import { clockTime, type EntryRow, problemsOf, rowAfter, sentRows, unfinished } from './entry-rows.ts'

const ROW: EntryRow = {
  id: 0,
  number: '备用 003',
  window: '2',
  topic: 'relief',
  cls: 'ordinary',
  takenAt: '09:00',
  startedAt: '09:10',
  endedAt: '09:20',
  outcome: 'consulted',
}

describe('the rows of a paper day', () => {
  it('[Q35] a fresh row goes on at the same window and matter, from the end of the one above', () => {
    expect(rowAfter(ROW, 7)).toEqual({
      ...ROW,
      id: 7,
      number: '',
      takenAt: '',
      startedAt: '09:20',
      endedAt: '',
    })
  })

  it('[Q35] rows without a number are not sent, and a problem is shown at the row it is in', () => {
    const rows = [ROW, { ...ROW, id: 1, number: ' ' }, { ...ROW, id: 2, number: ' 综 012 ' }]
    const { body, places } = sentRows(rows)
    expect(body).toMatchObject([
      { number: '备用 003', window: 2 },
      { number: '综 012', window: 2 },
    ])
    expect([...problemsOf('2:times', places)]).toEqual([[2, 'times']])
    expect([...problemsOf('', places)]).toEqual([])
    expect([...problemsOf('9:times,1:nonsense', places)]).toEqual([])
  })

  it('[Q35] a row without its matter or a time is said before anything is sent', () => {
    expect(unfinished(ROW)).toBe(null)
    expect(unfinished({ ...ROW, topic: '' })).toBe('topic')
    expect(unfinished({ ...ROW, endedAt: '' })).toBe('times')
  })

  it.each([
    ['840', '08:40'],
    ['0840', '08:40'],
    ['8：40', '08:40'],
    ['17:05', '17:05'],
    ['2460', null],
    ['', null],
    ['84', null],
  ])('[Q35] %s on the keyboard is the time %s', (typed, time) => {
    expect(clockTime(typed)).toBe(time)
  })
})
