import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createKnocker } from './knocker.ts'
import type { Outbox } from './outbox.ts'
import { noteOf, senderOn } from './sender.fixture.ts'
import type { SenderWorld } from './sender-world.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
})

afterEach(() => {
  vi.useRealTimers()
})

/** What waits for the line after a silence, as the sender itself keeps it. */
async function oneWaiting(): Promise<Outbox> {
  const { store } = senderOn(() => null)
  await store.getState().keep(await noteOf(1))
  await store.getState().drain()
  return store.getState().outbox
}

/** A page whose clock ticks each second, as the village's page does; times are in seconds. */
function page(outbox: Outbox = []) {
  const line = { isThere: true, isSeen: true, isLive: false, takesMs: 0 }
  const asked: number[] = []
  const done: string[] = []
  const world = {
    now: () => Date.now(),
    knock: async () => {
      asked.push(Date.now() / 1000)
      const { isThere } = line
      if (line.takesMs > 0) await new Promise((resolve) => setTimeout(resolve, line.takesMs))
      return isThere
    },
    isSeen: () => line.isSeen,
    isLineUp: () => line.isLive,
    files: { head: async () => null, put: async () => null },
  } as Partial<SenderWorld> as SenderWorld
  const knocker = createKnocker(world, {
    lift: async () => void done.push('lift'),
    drain: async () => void done.push('drain'),
  })
  setInterval(() => void knocker.look({ outbox, photosRestUntil: 0 }), 1000)
  return {
    line,
    asked,
    done,
    knocker,
    until: (second: number) => vi.advanceTimersByTimeAsync(second * 1000 - Date.now()),
  }
}

const every = (step: number, from: number, to: number) =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, place) => from + place * step)

describe('whether the centre is there', () => {
  test('[V43] is asked every 10 s while the page is seen, with nothing to send, and a yes disturbs nothing', async () => {
    const { asked, done, until } = page()
    await until(35)
    expect(asked).toEqual([10, 20, 30])
    expect(done).toEqual([])
  })

  test('[V43] is not asked behind another page, and at once when the page is seen again', async () => {
    const { line, asked, until } = page(await oneWaiting())
    line.isSeen = false
    await until(600)
    expect(asked).toEqual([])
    line.isSeen = true
    await until(611)
    expect(asked).toEqual([601, 611])
  })

  test('[V43] is not asked behind another page either after a loss with something that waits', async () => {
    const { line, asked, knocker, until } = page(await oneWaiting())
    await knocker.heard(false)
    line.isThere = false
    await until(4)
    expect(asked).toEqual([2, 4])
    line.isSeen = false
    await until(200)
    expect(asked).toEqual([2, 4])
  })

  test('[V43, R21] is known by the live line while that hears the centre, and asked when it has become still', async () => {
    const { line, asked, until } = page()
    line.isLive = true
    await until(60)
    expect(asked).toEqual([])
    line.isLive = false
    await until(75)
    expect(asked).toEqual([61, 71])
  })

  test('[V43] is not asked for 10 s after any word of the centre', async () => {
    const { asked, knocker, until } = page()
    await until(7)
    await knocker.heard(true)
    await until(28)
    expect(asked).toEqual([17, 27])
  })

  test('[V43] is asked every 2 s for 5 minutes of a loss with something that waits, then every 10 s', async () => {
    const { line, asked, done, knocker, until } = page(await oneWaiting())
    line.isThere = false
    await knocker.heard(false)
    await until(330)
    expect(asked).toEqual([...every(2, 2, 298), 308, 318, 328])
    expect(done).toEqual([])
    line.isThere = true
    await until(338)
    expect(done).toEqual(['lift', 'drain'])
  })

  test('[V43] is asked every 10 s of a loss with nothing that waits, and what was captured since goes at the first yes', async () => {
    const { line, asked, done, until } = page()
    line.isThere = false
    await until(29)
    line.isThere = true
    await until(45)
    expect(asked).toEqual([10, 20, 30, 40])
    expect(done).toEqual(['lift', 'drain'])
  })

  test('[V43] is one question at a time, also where the line holds each for longer than the step', async () => {
    const { line, asked, until } = page()
    Object.assign(line, { isThere: false, takesMs: 8_000 })
    await until(40)
    expect(asked).toEqual([10, 20, 30, 40])
    line.takesMs = 12_500
    await until(41)
    // The question of the fortieth second comes back after eight; the next ones hang for twelve and a half.
    await until(76)
    expect(asked.slice(4)).toEqual([50, 62.5, 75])
  })
})
