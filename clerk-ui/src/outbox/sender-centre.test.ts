import type { StaffId } from '@counter/shared/vocabulary/ids'
import { describe, expect, test } from 'vitest'
import { AGENT, answerTo, idsOf, noteOf, resultOf, senderOn } from './sender.fixture.ts'

describe('what the sender and the centre tell each other', () => {
  test('[V61] asks for numbers while few are left, by the same request until its answer is on the disk', async () => {
    const { store, bodies, wait } = senderOn(
      (body, turn) =>
        turn === 1
          ? null
          : answerTo(
              body,
              [],
              Array.from({ length: 50 }, (_, place) => `2026-05-9${place}`),
            ),
      { lent: 20 },
    )
    await store.getState().reload()
    await store.getState().drain()
    wait(9_999)
    await store.getState().drain()
    expect(bodies).toHaveLength(1)
    wait(1)
    await store.getState().drain()
    expect(bodies.map(({ leases }) => leases)).toEqual([
      { requestId: 'request-1', free: 20 },
      { requestId: 'request-1', free: 20 },
    ])
    expect(store.getState().numbersLeft).toBe(70)
    wait(600_000)
    await store.getState().drain()
    expect(bodies).toHaveLength(2)
  })

  test('[V61, V78] numbers that are of no use today are not asked for again at once', async () => {
    const { store, bodies, wait } = senderOn((body) => answerTo(body, [], ['2029-05-1', '2029-05-2']), {
      lent: 0,
    })
    await store.getState().reload()
    await store.getState().drain()
    expect(store.getState().numbersLeft).toBe(0)
    wait(599_999)
    await store.getState().drain()
    expect(bodies).toHaveLength(1)
    wait(1)
    await store.getState().drain()
    expect(bodies.map(({ leases }) => leases?.requestId)).toEqual(['request-1', 'request-2'])
  })

  test.each([
    ['until nothing more follows', true, [0, 50, 60]],
    ['no further than its disk takes', false, [0, 50]],
  ])(
    '[V55] a contact brings the copies up to date %s, after what was sent is settled',
    async (_how, isKept, places) => {
      let place = 0
      const settledFirst: boolean[] = []
      const { store, bodies, states } = senderOn(
        (body, turn) =>
          answerTo(
            body,
            idsOf(body).map((id) => resultOf(id, 'applied')),
            [],
            { cursor: { epoch: 'e1', seq: turn === 1 ? 50 : 60 }, more: turn === 1 },
          ),
        {
          copies: {
            cursor: async () => ({ epoch: 'e1', seq: place }),
            hearChanges: async ({ cursor }) => {
              settledFirst.push(states().every((state) => state === 'done'))
              place = cursor?.seq ?? 0
              return isKept
            },
          },
        },
      )
      await store.getState().keep(await noteOf(1))
      await store.getState().drain()
      expect([...bodies.map(({ cursor }) => cursor?.seq), place]).toEqual(places)
      expect(settledFirst.every(Boolean)).toBe(true)
    },
  )

  test('[V88] tells how things stand when nothing is due, and only in a confirmed session', async () => {
    let author: StaffId | null = null
    const { store, bodies } = senderOn((body) => answerTo(body, []), { author: () => author })
    await store.getState().hello()
    expect(bodies).toEqual([])
    author = AGENT
    await store.getState().hello()
    expect(bodies[0]).toMatchObject({ commands: [], outbox: { unsent: 0, oldestAt: null, persisted: true } })
  })
})
