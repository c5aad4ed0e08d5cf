import { describe, expect, test } from 'vitest'
import { aDay, at, DAY, event, leg, ticket, visit } from '../../../test/statistics-fixtures.ts'
import { ESTIMATE_MODEL, type Quote } from '../queue/estimate.ts'
import { scoreOf } from './score.ts'

describe('the score of what was told', () => {
  const quote = (
    p10: number,
    p50: number,
    p90: number,
    high: number,
    kind: Quote['shown']['kind'] = 'range',
  ) => ({
    ahead: 3,
    quote: {
      p10,
      p50,
      p80: high,
      p90,
      shown: { kind, low: 0, high },
      windows: 2,
      model: ESTIMATE_MODEL,
    } as Quote,
  })

  test('[Q64] bias, MAE, RMSE, kept and coverage, beside people ahead through windows', () => {
    // Told 10 and waited 12, 7 and 14; the shown end is 12; service 8 minutes, so the rival says (3 + 1) · 8 / 2 = 16.
    const visits = [12, 7, 14].map((waited, place) =>
      visit(`${place}`, waited, 8, { quote: quote(8, 10, 13, 12) }),
    )
    expect(scoreOf(visits).all).toEqual({
      n: 3,
      bias: -1,
      mae: 3,
      rmse: 3.1,
      kept: 66.7,
      coverage: 33.3,
      baseline: { n: 3, bias: 5, mae: 5, rmse: 5.8 },
    })
    expect(scoreOf(visits).goals).toEqual({ kept: false, bias: true, rmse: true })
    expect(scoreOf(visits)).toMatchObject({ byLine: [{ key: 'general', n: 3 }], byDay: [{ key: DAY, n: 3 }] })
  })

  test('[Q64] at once is kept within a minute, beyond two hours has no upper end', () => {
    const visits = [
      visit('a', 1, 5, { quote: quote(0, 0, 1, 0, 'now') }),
      visit('b', 2, 5, { quote: quote(0, 0, 1, 0, 'now') }),
      visit('c', 400, 5, { quote: quote(100, 130, 200, 160, 'over_120') }),
    ]
    expect(scoreOf(visits).all.kept).toBe(66.7)
  })

  test('[Q64] cancelled, postponed, transferred, picked, by hand and direct quotes are counted apart', () => {
    const told = { quote: quote(1, 2, 3, 5), firstCalledAt: at('09:10:00') }
    const visits = aDay(
      [
        ticket('c', { ...told, status: 'cancelled', firstCalledAt: null }),
        ticket('l', { ...told, postpones: 1 }),
        ticket('t', told),
        ticket('p', told),
        ticket('h', told),
        ticket('d', told),
        ticket('n', { ...told, quote: { ahead: 3, quote: null } }),
        ticket('ok', told),
      ],
      [leg('p', { kind: 'pick' }), leg('d', { kind: 'direct' })],
      [
        event('ticket.transferred', 't', '09:05:00'),
        event('ticket.served_by_hand', 'h', '12:00:00'),
        event('ticket.transferred', 'ok', '09:20:00'),
      ],
    )
    const { apart, all } = scoreOf(visits)
    expect(apart).toEqual({ cancelled: 1, postponed: 1, transferred: 1, picked: 1, by_hand: 1, direct: 1 })
    expect(all.n).toBe(1)
  })

  test('[Q64] below 70 percent kept is an alarm from a hundred quotes on', () => {
    const many = (n: number, kept: number) =>
      Array.from({ length: n }, (_, place) =>
        visit(`${place}`, place < kept ? 5 : 50, 5, { quote: quote(1, 5, 9, 10) }),
      )
    expect(scoreOf(many(100, 69)).alarm).toBe(true)
    expect(scoreOf(many(100, 70)).alarm).toBe(false)
    expect(scoreOf(many(99, 0)).alarm).toBe(false)
  })
})
