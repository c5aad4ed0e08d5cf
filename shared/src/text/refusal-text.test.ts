import { describe, expect, test } from 'vitest'
import { REFUSAL_CODES, type RefusalParams } from '../vocabulary/refusal.ts'
import { REFUSAL_TEXT, refusalSentence } from './refusal-text.ts'

const EVERY_PARAM = Object.fromEntries(
  [
    'n',
    'w',
    'k',
    's',
    'd',
    't',
    'name',
    'unit',
    'list',
    'date',
    'from',
    'to',
    'line',
    'problem',
    'hours',
    'number',
    'by',
    'at',
  ].map((key) => [key, '7']),
) as RefusalParams
const STATUS = {
  status: 'waiting',
  action: 'finish',
  actions: 'urge,supervise',
  gaps: 'fee,basis',
  fields: 'phone,address',
}

describe('the words of a refusal', () => {
  test.each(REFUSAL_CODES)('[C1601] %s has a Chinese and an English sentence', (code) => {
    expect(REFUSAL_TEXT[code].zh).toMatch(/\p{Script=Han}/u)
    expect(REFUSAL_TEXT[code].en).toMatch(/^[^\p{Script=Han}]+$/u)
  })

  test.each(REFUSAL_CODES)('[C1601] %s leaves nothing to fill in when its values are given', (code) => {
    const given = { ...EVERY_PARAM, ...STATUS }
    expect(refusalSentence(code, given, 'zh-CN')).not.toMatch(/[{}[\]…]/)
    expect(refusalSentence(code, given, 'en')).not.toMatch(/[{}[\]…]/)
  })

  test.each(REFUSAL_CODES)('[C1601] %s shows no brace when its values are missing', (code) => {
    expect(refusalSentence(code, {}, 'zh-CN')).not.toMatch(/[{}[\]]/)
    expect(refusalSentence(code, {}, 'en')).not.toMatch(/[{}[\]]/)
  })

  test('[C1601] the values stand where the sentence wants them', () => {
    expect(refusalSentence('session.wait', { s: 30 }, 'zh-CN')).toBe('请等 30 秒再试')
    expect(refusalSentence('window.in_use', { w: 2, name: '李敏', t: '8:31' }, 'zh-CN')).toBe(
      '2号窗口正在由 李敏 使用（8:31 起），接管要写原因',
    )
    expect(refusalSentence('window.in_use', { w: 2 }, 'zh-CN')).toBe('2号窗口正在使用，接管要写原因')
  })

  test('[C1601] statuses and actions are said in the words of the trade', () => {
    expect(
      refusalSentence('ticket.wrong_status', { n: '综012', status: 'waiting', action: 'finish' }, 'zh-CN'),
    ).toBe('综012 现在是等候，不能办结')
    expect(
      refusalSentence(
        'case.wrong_status',
        { status: 'received', action: 'decide', actions: 'accept,refuse' },
        'zh-CN',
      ),
    ).toBe('该件现为“已收件”，不能决定；现在可以：受理、不予受理')
    expect(
      refusalSentence('case.wrong_status', { status: 'closed', action: 'accept', actions: '' }, 'zh-CN'),
    ).toBe('该件现为“已送达”，不能受理')
  })

  test('[N6] a code this build does not know is named, and nothing typed is lost', () => {
    expect(refusalSentence('moon.full', {}, 'zh-CN')).toBe('没有办成（moon.full），内容还在，请找管理员')
    expect(refusalSentence('constructor', {}, 'zh-CN')).toBe('没有办成（constructor），内容还在，请找管理员')
  })

  test('[R6] a fault says that it is safe to press again', () => {
    expect(refusalSentence('fault', {}, 'zh-CN')).toBe('没有收到确认，可以放心再按一次')
  })
})
