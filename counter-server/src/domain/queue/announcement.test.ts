import { CLIP_KEYS, CLIPS } from '@counter/shared/vocabulary/voice'
import { describe, expect, test } from 'vitest'
import { announcementOf, timesToSpeak } from './announcement.ts'

describe('an announcement', () => {
  test('[Q51] of a call says number and window digit by digit (VO1)', () => {
    expect(announcementOf({ prefix: '综', serial: 12, window: 2, kind: 'call' })).toEqual({
      text: '请 综合 零一二 号，到 二号窗口 办理。',
      clips: [
        'chime',
        'please',
        'prefix-general',
        'digit-0',
        'digit-1',
        'digit-2',
        'number',
        'go-to',
        'window-2',
        'serve',
      ],
    })
  })

  test('[Q51] of a priority call says 优先 (VO1p)', () => {
    expect(announcementOf({ prefix: '优先', serial: 6, window: 1, kind: 'call' }).text).toBe(
      '请 优先 零零六 号，到 一号窗口 办理。',
    )
  })

  test('[Q51] of a recall begins with 再次呼叫 (VO1r)', () => {
    expect(announcementOf({ prefix: '综', serial: 12, window: 2, kind: 'recall' })).toEqual({
      text: '再次呼叫，综合 零一二 号，请到 二号窗口。',
      clips: [
        'chime',
        'call-again',
        'prefix-general',
        'digit-0',
        'digit-1',
        'digit-2',
        'number',
        'please-go-to',
        'window-2',
      ],
    })
  })

  test('[Q51] of a return is worded like a call', () => {
    const called = { prefix: '社', serial: 1034, window: 8 }
    expect(announcementOf({ ...called, kind: 'return' })).toEqual(announcementOf({ ...called, kind: 'call' }))
    expect(announcementOf({ ...called, kind: 'return' }).text).toBe('请 社保 一零三四 号，到 八号窗口 办理。')
  })

  test.each([
    ['综', '综合'],
    ['社', '社保'],
    ['农', '涉农'],
    ['取', '取件'],
    ['优先', '优先'],
    ['预约', '预约'],
    ['应急', '应急'],
  ])('[Q51] says the prefix %s as %s', (prefix, words) => {
    expect(announcementOf({ prefix, serial: 901, window: 3, kind: 'call' }).text).toBe(
      `请 ${words} 九零一 号，到 三号窗口 办理。`,
    )
  })

  test('[Q55] has no clips at all when one word has none, so that the hall hears no hole', () => {
    expect(announcementOf({ prefix: '综', serial: 1, window: 9, kind: 'call' })).toEqual({
      text: '请 综合 零零一 号，到 9号窗口 办理。',
      clips: [],
    })
    expect(announcementOf({ prefix: '车', serial: 1, window: 1, kind: 'call' }).clips).toEqual([])
  })

  test('[Q55] is said twice, once while three are queued, a recall once', () => {
    expect([1, 2, 3].map((queued) => timesToSpeak('call', queued))).toEqual([2, 2, 1])
    expect(timesToSpeak('recall', 1)).toBe(1)
  })

  test('[Q55] has words for every clip, and one syllable of pinyin for each sign but the chime', () => {
    for (const key of CLIP_KEYS.filter((each) => each !== 'chime')) {
      expect(CLIPS[key].pinyin).toMatch(/^[a-z]+[1-5]( [a-z]+[1-5])*$/)
      const signs = CLIPS[key].words.match(/\p{Script=Han}/gu) ?? []
      expect(CLIPS[key].pinyin.split(' ')).toHaveLength(signs.length)
    }
  })
})
