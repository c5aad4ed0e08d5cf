import type { Announcement } from '@counter/shared/contract/hall'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import { describe, expect, test } from 'vitest'
import {
  asListener,
  endSaying,
  isStuck,
  QUIET,
  startNext,
  takeIn,
  type VoiceQueue,
  withoutFallen,
  withWords,
} from './voice-queue.ts'

const at = (seconds: number) => instantOf(Date.UTC(2026, 5, 12, 1, 40) + seconds * 1000)
const LENGTH_MS = 5_000

function call(seq: number, changes: Partial<Announcement> = {}): Announcement {
  const number = `综 ${String(seq).padStart(3, '0')}`
  return {
    seq,
    kind: 'call',
    number,
    tag: null,
    window: 2,
    callNo: 1,
    at: at(0),
    clips: ['chime'],
    isSpoken: false,
    ...changes,
  }
}

const taken = (calls: Announcement[], seconds = 0, queue = QUIET) =>
  takeIn(queue, calls, { now: at(seconds), isSnapshot: false })
const started = (queue: VoiceQueue, steadyMs: number) => startNext(queue, () => LENGTH_MS, steadyMs)
const line = ({ waiting }: VoiceQueue) => waiting.map(({ call: { seq }, time }) => [seq, time])

/** Says everything to its end, each saying `LENGTH_MS` long, and tells who was said from when to when. */
function sayAll(queue: VoiceQueue): { seq: number; startMs: number; endMs: number }[] {
  const said = []
  let rest = queue
  for (let steadyMs = 0; steadyMs < 300_000; steadyMs += 100) {
    const next = started(rest, steadyMs)
    if (next === rest || next.speaking === null) continue
    const { entry } = next.speaking
    said.push({ seq: 'call' in entry ? entry.call.seq : 0, startMs: steadyMs, endMs: steadyMs + LENGTH_MS })
    rest = endSaying(next, steadyMs + LENGTH_MS)
  }
  return said
}

describe('the voice', () => {
  test('[Q55] says a call twice and a recall once', () => {
    expect(sayAll(taken([call(1)])).map(({ seq }) => seq)).toEqual([1, 1])
    expect(sayAll(taken([call(1, { kind: 'recall' })])).map(({ seq }) => seq)).toEqual([1])
  })

  test('[Q55] says each call once while three or more are in the line', () => {
    const said = sayAll(taken([1, 2, 3, 4, 5].map((seq) => call(seq))))
    expect(said.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 4, 5, 5])
  })

  test('[U47] leaves at least a second between two sayings, in the order of the calls', () => {
    const said = sayAll(taken([1, 2, 3].map((seq) => call(seq))))
    for (const [place, { startMs }] of said.entries()) {
      expect(startMs).toBeGreaterThanOrEqual((said[place - 1]?.endMs ?? -1_000) + 1_000)
    }
  })

  test('[QT13] voices never overlap, and an end event that is lost silences nothing', () => {
    const speaking = started(taken([call(1), call(2, { kind: 'recall' })]), 0)
    expect(started(speaking, 1_000)).toBe(speaking)
    expect(isStuck(speaking, 7_000)).toBe(true)
    const freed = endSaying(speaking, 7_000)
    expect(started(freed, 8_100)).toBe(freed)
    expect(started(freed, 8_200).speaking).not.toBeNull()
  })

  test('[Q55] goes on 2 s after the length of a saying whose end was never told', () => {
    const speaking = started(taken([call(1)]), 0)
    expect(isStuck(speaking, 6_999)).toBe(false)
    expect(isStuck(speaking, 7_000)).toBe(true)
  })

  test('[Q55] waits no longer than 12 s for an end, however long the clips', () => {
    const speaking = startNext(taken([call(1)]), () => 60_000, 0)
    expect(isStuck(speaking, 11_999)).toBe(false)
    expect(isStuck(speaking, 12_000)).toBe(true)
  })

  test('[U27] says nothing of a call that was undone before it was said', () => {
    const queue = withoutFallen(taken([call(1), call(2)]), ({ seq }) => seq !== 1, at(1))
    expect(line(queue)).toEqual([[2, 1]])
  })

  test('[Q56] does not say again what has been started in the meantime', () => {
    const said = endSaying(started(taken([call(1)]), 0), LENGTH_MS)
    expect(line(said)).toEqual([[1, 2]])
    expect(line(withoutFallen(said, () => false, at(6)))).toEqual([])
  })

  test('[Q56] puts a recall in the place of its unspoken predecessor', () => {
    const recall = call(3, { kind: 'recall', number: '综 001', callNo: 2 })
    expect(line(taken([recall], 5, taken([call(1), call(2)])))).toEqual([
      [3, 1],
      [2, 1],
    ])
  })

  test('[Q56] does not say a call again when its recall already waits', () => {
    const recall = call(2, { kind: 'recall', number: '综 001', callNo: 2 })
    const queue = taken([recall], 3, started(taken([call(1)]), 0))
    expect(line(endSaying(queue, LENGTH_MS))).toEqual([[2, 1]])
  })

  test('[Q56] lets a call expire at 90 s', () => {
    expect(line(withoutFallen(taken([call(1)]), () => true, at(89)))).toEqual([[1, 1]])
    expect(line(withoutFallen(taken([call(1)]), () => true, at(90)))).toEqual([])
  })

  test('[Q54] a wall that takes over says what the other has not said of the last 30 s, and nothing else', () => {
    const calls = [call(1, { at: at(0) }), call(2, { at: at(20) }), call(3, { at: at(25) })]
    const heard = calls.map((each) => ({ ...each, isSpoken: each.seq === 2 }))
    expect(line(asListener(taken(calls, 26), heard, at(31)))).toEqual([[3, 1]])
  })

  test('[Q56] says nothing again that a snapshot calls spoken', () => {
    expect(line(takeIn(QUIET, [call(1, { isSpoken: true })], { now: at(5), isSnapshot: true }))).toEqual([])
  })

  test('[U27] says a word beside the calls only when no call waits, and not twice', () => {
    const word = { name: 'paused:3', sentence: { clips: [], text: '三号窗口暂停服务，请到其他窗口。' } }
    const said = sayAll(withWords(withWords(taken([call(1, { kind: 'recall' })]), [word]), [word]))
    expect(said.map(({ seq }) => seq)).toEqual([1, 0])
  })

  test('[Q56] says of a snapshot only what is at most 30 s old', () => {
    const calls = [call(1, { at: at(0) }), call(2, { at: at(1) })]
    expect(line(takeIn(QUIET, calls, { now: at(31), isSnapshot: true }))).toEqual([[2, 1]])
  })

  test('[Q56] does not say again what the snapshot after a gap repeats', () => {
    const before = endSaying(started(taken([call(1, { kind: 'recall' })]), 0), LENGTH_MS)
    expect(
      line(takeIn(before, [call(1, { kind: 'recall' }), call(2)], { now: at(9), isSnapshot: true })),
    ).toEqual([[2, 1]])
  })
})
