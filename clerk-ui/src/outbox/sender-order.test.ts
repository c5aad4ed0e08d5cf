import { describe, expect, test } from 'vitest'
import { answerTo, idOf, idsOf, noteOf, photo, resultOf, senderOn } from './sender.fixture.ts'

const APPLIED = (ids: readonly string[]) => ids.map((id) => resultOf(id, 'applied'))

describe('the order of the sender', () => {
  test('[V53, V44] what waited only for the line goes along with a fresh capture, before it', async () => {
    const { store, bodies, states } = senderOn((body, turn) =>
      turn === 1 ? null : answerTo(body, APPLIED(idsOf(body))),
    )
    await store.getState().keep(await noteOf(1))
    await store.getState().drain()
    await store.getState().keep(await noteOf(2))
    await store.getState().drain()
    expect(bodies.map(idsOf)).toEqual([[idOf(1)], [idOf(1), idOf(2)]])
    expect(states()).toEqual(['done', 'done'])
  })

  test('[V53, V48] what the centre told to come later keeps its own wait, and nobody waits with it', async () => {
    const { store, bodies, wait } = senderOn((body, turn) =>
      answerTo(body, turn === 1 ? [resultOf(idOf(1), 'retry')] : APPLIED(idsOf(body))),
    )
    await store.getState().keep(await noteOf(1))
    await store.getState().drain()
    await store.getState().keep(await noteOf(2))
    await store.getState().drain()
    wait(10_000)
    await store.getState().drain()
    expect(bodies.map(idsOf)).toEqual([[idOf(1)], [idOf(2)], [idOf(1)]])
  })

  test('[V53, V43] a silence rests the whole line, and a smaller batch begins with the first one again', async () => {
    const { store, disk, bodies, wait } = senderOn(() => null)
    for (const n of [1, 2, 3, 4, 5, 6, 7]) await disk.keep(await noteOf(n), 0)
    await store.getState().reload()
    for (let second = 0; second <= 35; second += 1) {
      await store.getState().drain()
      wait(1000)
    }
    // 0 s, 10 s and 30 s by the batches of V45.
    expect(bodies.map(idsOf)).toEqual([[1, 2, 3, 4, 5].map(idOf), [1, 2].map(idOf), [idOf(1)]])
  })

  test('[V45, V43] 「现在发」 is no answer: a batch begins with five and goes on as small as the last silence left it', async () => {
    const { store, disk, bodies } = senderOn(() => null)
    for (const n of [1, 2, 3, 4, 5, 6, 7]) await disk.keep(await noteOf(n), 0)
    await store.getState().reload()
    for (const _ of [1, 2, 3]) await store.getState().sendNow()
    expect(bodies.map((body) => idsOf(body).length)).toEqual([5, 2, 1])
  })

  test('[V43] an answer that names no command, with photos that break off each time, does not go round without a rest', async () => {
    const { store, bodies, states, wait } = senderOn(
      (body, turn) => {
        if (turn > 20) throw new Error('it goes round without a rest')
        return answerTo(
          body,
          turn === 1 ? [resultOf(idOf(1), 'applied', { filesMissing: [photo.sha256] })] : [],
        )
      },
      { stored: null },
    )
    await store.getState().keep(await noteOf(1, [photo]))
    await store.getState().keep(await noteOf(2))
    await store.getState().drain()
    wait(1000)
    await store.getState().drain()
    expect(bodies.flatMap(idsOf).filter((id) => id === idOf(2)).length).toBeLessThan(3)
    expect(states()).toEqual(['held', 'retry'])
  })

  test('[V44, V47] what an answer does not name waits by itself, and the others go through', async () => {
    const { store, states } = senderOn((body) =>
      answerTo(body, APPLIED(idsOf(body).filter((id) => id !== idOf(1)))),
    )
    for (const n of [1, 2, 3]) await store.getState().keep(await noteOf(n))
    await store.getState().drain()
    expect(states()).toEqual(['retry', 'done', 'done'])
  })

  test('[V55] a list of changes that stands still is not asked for without end', async () => {
    const { store, bodies } = senderOn(
      (body, turn) => {
        if (turn > 20) throw new Error('it goes round without a rest')
        return answerTo(body, [], [], { cursor: { epoch: 'e1', seq: 5 }, more: true })
      },
      { copies: { cursor: async () => ({ epoch: 'e1', seq: 5 }), hearChanges: async () => true } },
    )
    await store.getState().hello()
    expect(bodies.length).toBeLessThan(3)
  })
})
