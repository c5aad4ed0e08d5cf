import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast, DEFICIENCIES, seenDistance } from './colour.ts'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const plain = colours(':root {')
const contrastMode = new Map([...plain, ...colours('[data-mode~="contrast"] {')])
const MODES = [
  ['the plain mode', plain],
  ['高对比', contrastMode],
] as const

const EVERYWHERE = [
  ['on-brand', 'brand'],
  ['on-brand', 'brand-h'],
  ['ink', 'brand-tint'],
  ['on-solid', 'ok-solid'],
  ['ok-text', 'ok-tint'],
  ['on-warn', 'warn-solid'],
  ['warn-text', 'warn-tint'],
  ['on-solid', 'bad-solid'],
  ['bad-text', 'bad-tint'],
  ['brand', 'paper'],
] as const
const PUBLIC = [
  ['ink', 'paper'],
  ['ink', 'bg'],
  ['ink-2', 'paper'],
  ['ink-2', 'bg'],
  ['on-brand', 'brand'],
  ['ok-text', 'paper'],
  ['warn-text', 'paper'],
  ['bad-text', 'paper'],
  ['pause-text', 'paper'],
  ['wall-fg', 'wall-bg'],
  ['wall-call', 'wall-bg'],
  ['wall-dim', 'wall-bg'],
] as const
const MARKS = [
  ['line', 'paper'],
  ['line', 'bg'],
  ['pause-line', 'paper'],
  ['ok-text', 'ok-tint'],
] as const

describe.each(MODES)('in %s', (_, tokens) => {
  test.each(EVERYWHERE)('[U5] %s on %s is at least 4.5', (front, back) => {
    expect(contrast(value(tokens, front), value(tokens, back))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(PUBLIC)('[U5] %s on %s is at least 7, as kiosk, wall and phone owe', (front, back) => {
    expect(contrast(value(tokens, front), value(tokens, back))).toBeGreaterThanOrEqual(7)
  })

  test.each(MARKS)('[U5] the mark %s on %s is at least 3', (front, back) => {
    expect(contrast(value(tokens, front), value(tokens, back))).toBeGreaterThanOrEqual(3)
  })

  test.each(['paper', 'bg', 'brand', 'wall-bg', 'ok-tint', 'warn-tint', 'bad-tint'])(
    '[U5] one of the two tones of the focus ring is at least 3 on %s',
    (back) => {
      const ring = ['focus-ring', 'focus'].map((tone) => contrast(value(tokens, tone), value(tokens, back)))
      expect(Math.max(...ring)).toBeGreaterThanOrEqual(3)
    },
  )
})

test.each(Object.keys(DEFICIENCIES) as (keyof typeof DEFICIENCIES)[])(
  '[U46] in time and overdue are at least 30 apart for an eye with %s',
  (deficiency) => {
    const distance = seenDistance(value(plain, 'ok-solid'), value(plain, 'bad-solid'), deficiency)
    expect(distance).toBeGreaterThanOrEqual(30)
  },
)

test('[U5] black on white is 21, and the brand white on itself is 9.1 as the table says', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#ffffff', '#1b4b72')).toBeCloseTo(9.1, 1)
})

function colours(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(selector)
  const block = css.slice(start, css.indexOf('}', start))
  return new Map(
    [...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  )
}

function value(tokens: ReadonlyMap<string, string>, name: string): string {
  const hex = tokens.get(name)
  if (hex === undefined) throw new Error(`no token ${name}`)
  return hex
}
