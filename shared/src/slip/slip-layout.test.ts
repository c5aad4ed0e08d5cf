import { describe, expect, test } from 'vitest'
import { DOTS_ACROSS, LONGEST_MM, type PaperWidth } from '../vocabulary/paper.ts'
import type { Instant } from '../vocabulary/time.ts'
import { type TypeMetrics, wrapped } from './flow.ts'
import type { SlipFacts } from './slip-facts.ts'
import { layOutSlip } from './slip-layout.ts'
import type { SlipPart } from './slip-page.ts'

/** A type that is simple enough for the hand: Chinese signs are square, Latin ones half as wide. */
const SQUARE: TypeMetrics = {
  digitHeight: 0.75,
  width: (text, size) =>
    [...text].reduce((sum, sign) => sum + (sign < '\u0100' || sign === '–' ? size * 0.55 : size), 0),
}

const QR = Array.from({ length: 37 }, () => Array.from({ length: 37 }, () => true))

function aSlip(changes: Partial<SlipFacts> = {}): SlipFacts {
  return {
    centre: '示例镇为民服务中心',
    number: '综 012',
    cls: 'ordinary',
    matter: null,
    weight: 1,
    quote: { ahead: 5, low: 10, high: 20 },
    issuedAt: '2026-06-12T01:41:00.000Z' as Instant,
    qr: QR,
    queryCode: '7K3F-9QPD',
    isAgain: false,
    consultPhone: '0000-0000000',
    supervisionPhone: '0000-0000001',
    ...changes,
  }
}

const texts = (parts: readonly SlipPart[]) => parts.flatMap((part) => (part.is === 'text' ? [part] : []))
const words = (facts: SlipFacts, width: PaperWidth) =>
  texts(layOutSlip(facts, width, SQUARE).parts).map(({ text }) => text)

/** Each of them makes the paper longer. */
const LONG = {
  number: '优先 1001',
  cls: 'priority',
  matter: '低保 · 救助 · 优待',
  centre: '某某自治县某某镇为民服务代理中心大厅',
  isAgain: true,
} satisfies Partial<SlipFacts>

describe('a slip on paper', () => {
  test('[U30] says from top to bottom whose it is, the number, the people ahead, the time, the reminder, the code', () => {
    expect(words(aSlip(), 80)).toEqual([
      '示例镇为民服务中心',
      '综',
      '012',
      '前面还有 5 人 · 约等 10–20 分钟',
      '取号时间 6月12日 9:41',
      '看看材料带齐没有 □身份证 □户口簿',
      '□银行卡 (以窗口一次性告知单为准)',
      '扫码看还有几人',
      '过号不作废：在取号机点"过号恢复"，',
      '排在 3 人后',
      '咨询 0000-0000000 · 监督 0000-0000001',
      '12345',
      '当日有效 · 查询码 7K3F-9QPD',
    ])
  })

  test('[V92] of a visit says how many cases, and by which appointment of the agents’ hour it waits', () => {
    expect(words(aSlip({ weight: 7 }), 80)).toContain('代办 7 件')
    const bookedAt = '2026-06-12T06:30:00.000Z' as Instant
    expect(words(aSlip({ weight: 7, cls: 'appointment', bookedAt }), 58)).toContain('代办 7 件，预约 14:30')
  })

  test('[U30] the query code stands in the last line on the narrow roll too', () => {
    expect(words(aSlip(), 58).at(-1)).toBe('查询码 7K3F-9QPD')
    expect(words(aSlip(), 58)).toContain('"过号恢复"，排在 3 人后')
  })

  test.each([58, 80] as const)(
    '[U30] on %i mm nothing leaves the paper and it is never too long',
    (width) => {
      const all = Object.entries(LONG)
      for (let chosen = 0; chosen < 2 ** all.length; chosen += 1) {
        const changes = Object.fromEntries(all.filter((_each, place) => (chosen & (1 << place)) !== 0))
        for (const language of ['zh-CN', 'en'] as const) {
          const { height, parts } = layOutSlip(aSlip(changes), width, SQUARE, language)
          expect(height).toBeLessThanOrEqual(LONGEST_MM[width] * 8)
          for (const { text, size, x } of texts(parts)) {
            expect(x).toBeGreaterThanOrEqual(0)
            expect(x + SQUARE.width(text, size)).toBeLessThanOrEqual(DOTS_ACROSS[width])
          }
        }
      }
    },
  )

  test.each([
    [58, 120],
    [80, 160],
  ] as const)(
    '[U47] on %i mm the digits are at least %i dots high and all other type at least 32, phones 24',
    (width, least) => {
      for (const number of ['综 012', '优先 1001', '应急 901']) {
        const lines = texts(layOutSlip(aSlip({ number, cls: 'priority' }), width, SQUARE).parts)
        const digits = lines.find(({ text }) => /^\d{3,4}$/.test(text))
        expect((digits?.size ?? 0) * SQUARE.digitHeight).toBeGreaterThanOrEqual(least)
        const isPhones = (text: string) => /^咨询|^监督|^12345$/.test(text)
        for (const { text, size } of lines) expect(size).toBeGreaterThanOrEqual(isPhones(text) ? 24 : 32)
      }
    },
  )

  test.each([29, 33, 37])('[U30] a QR code of %i modules is 26 to 34 mm wide with its quiet zone', (size) => {
    const qr = Array.from({ length: size }, () => Array.from({ length: size }, () => true))
    for (const width of [58, 80] as const) {
      const part = layOutSlip(aSlip({ qr }), width, SQUARE).parts.find(({ is }) => is === 'qr')
      if (part?.is !== 'qr') throw new Error('no QR code')
      expect([5, 6]).toContain(part.module)
      const mm = ((size + 8) * part.module) / 8
      expect(mm).toBeGreaterThanOrEqual(26)
      expect(mm).toBeLessThanOrEqual(34)
    }
  })

  test('[U30] priority is inverted: the prefix 优先 itself, or a tag beside another prefix', () => {
    const inverted = (facts: SlipFacts) =>
      texts(layOutSlip(facts, 80, SQUARE).parts)
        .filter(({ isInverted }) => isInverted)
        .map(({ text }) => text)
    expect(inverted(aSlip({ number: '优先 003', cls: 'priority' }))).toEqual(['优先'])
    expect(inverted(aSlip({ cls: 'priority' }))).toEqual(['优先'])
    expect(inverted(aSlip())).toEqual([])
    expect(inverted(aSlip({ isAgain: true }))).toEqual(['补打'])
  })

  test('[Q62] the wait in words: a range, equal ends once, a short and a long one, and nothing that nobody knows', () => {
    const wait = (quote: SlipFacts['quote']) => words(aSlip({ quote }), 80)[3]
    expect(wait({ ahead: 5, low: 15, high: 15 })).toBe('前面还有 5 人 · 约等 15 分钟')
    expect(wait({ ahead: 1, low: 0, high: 5 })).toBe('前面还有 1 人 · 不到 5 分钟')
    expect(wait({ ahead: 90, low: 110, high: 130 })).toBe('前面还有 90 人 · 2 小时以上')
    expect(wait({ ahead: 5, low: null, high: null })).toBe('前面还有 5 人')
    expect(wait({ ahead: 0, low: 0, high: 5 })).toBe('前面没有人')
    expect(words(aSlip({ number: '应急 901' }), 80)[3]).toBe('应急号，按取号时间排队')
  })

  test('[U30] a line never begins with a stop, and a Latin word stays whole', () => {
    expect(wrapped('一二三，四五 Touch here', 10, 30, SQUARE)).toEqual([
      '一二',
      '三，四',
      '五',
      'Touch',
      'here',
    ])
  })
})
