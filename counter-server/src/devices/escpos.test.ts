import { expect, test } from 'vitest'
import { DONE_QUESTION, NOW_QUESTIONS, paperBytes } from './escpos.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

// By hand from the ESC/POS command reference: ESC @, GS v 0 m xL xH yL yH d…, ESC d n, GS V m n.
test('[Q44] a paper of two rows on 58 mm is these bytes: start, one band, two lines on, cut', () => {
  const dots = new Uint8Array(96)
  dots[0] = 0x80
  dots[95] = 0x01
  expect(hex(paperBytes({ width: 58, height: 2, dots }))).toBe(
    `1b40${'1d763000'}3000${'0200'}80${'00'.repeat(94)}01${'1b6402'}${'1d564200'}`,
  )
})

test('[Q44] a longer paper on 80 mm goes in bands of 56 rows, the last one shorter', () => {
  const sent = hex(paperBytes({ width: 80, height: 60, dots: new Uint8Array(72 * 60).fill(0xff) }))
  expect(sent).toBe(
    `1b40${'1d7630004800'}3800${'ff'.repeat(72 * 56)}${'1d7630004800'}0400${'ff'.repeat(72 * 4)}1b64021d564200`,
  )
})

test('[Q45] the answers of a printer are read bit by bit, and a strange byte says nothing', () => {
  const [paper, cause, online] = NOW_QUESTIONS
  expect(NOW_QUESTIONS.map(({ bytes }) => hex(bytes))).toEqual(['100404', '100402', '100401'])
  expect(hex(DONE_QUESTION.bytes)).toBe('1d7201')
  const read = [0x12, 0x72, 0x1e, 0xff].map((answer) => paper?.faultOf(answer))
  expect(read).toEqual([null, 'paper_out', null, null])
  expect([0x12, 0x16, 0x32, 0x52, 0x1a, 0x00].map((answer) => cause?.faultOf(answer))).toEqual([
    null,
    'cover_open',
    'paper_out',
    'offline',
    null,
    null,
  ])
  expect([0x12, 0x1a].map((answer) => online?.faultOf(answer))).toEqual([null, 'offline'])
  expect([0x00, 0x03, 0x0c].map((answer) => DONE_QUESTION.faultOf(answer))).toEqual([null, null, 'paper_out'])
})
