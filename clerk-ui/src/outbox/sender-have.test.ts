import { describe, expect, test } from 'vitest'
import { sha256Hex } from './hash.ts'
import { answerTo, at, idOf, idsOf, noteOf, resultOf, senderOn } from './sender.fixture.ts'

describe('what the sender holds against what the centre has', () => {
  test('[V57] a restored centre is asked about all that was acknowledged, until it has said what it lost', async () => {
    const { store, bodies, states, wait } = senderOn((body, turn) => {
      if (turn === 1) return answerTo(body, [resultOf(idOf(1), 'applied', { number: '2026-05-0001-A' })])
      if (body.table !== undefined) return answerTo(body, [], [], { storeEpoch: 'e2', taken: ['2026-05-3'] })
      if (body.known === undefined) {
        return answerTo(body, [resultOf(idOf(turn), 'applied')], [], { storeEpoch: 'e2' })
      }
      return turn === 3 ? null : answerTo(body, [], [], { storeEpoch: 'e2', missing: [idOf(1)] })
    })
    await store.getState().keep(await noteOf(1))
    await store.getState().drain()
    await store.getState().keep(await noteOf(2))
    await store.getState().drain()
    expect(bodies[2]?.known).toEqual([idOf(1)])
    expect(store.getState().lost).toEqual([])
    wait(1000)
    await store.getState().keep(await noteOf(4))
    await store.getState().drain()
    expect(store.getState().lost.map(({ number }) => number)).toEqual(['2026-05-0001-A'])
    expect(states()).toEqual(['done', 'done', 'done'])
    // Who holds which number is told once with it, and what is somebody else's is given out no more.
    const [told, ...more] = bodies.flatMap(({ table }) => table ?? [])
    expect(more).toEqual([])
    expect(told?.free).toHaveLength(21)
    expect(told).toMatchObject({ kept: [], gone: [{ id: idOf(1), number: '2026-05-0001-A' }] })
    expect(store.getState().numbersLeft).toBe(20)
    await store.getState().settleLost(idOf(1))
    expect(store.getState().lost).toEqual([])
  })

  test('[V56] what was told is stored is compared after the start and once a day, and offered by id only when it differs', async () => {
    const { store, bodies, wait } = senderOn((body, turn) =>
      answerTo(
        body,
        idsOf(body).map((id) => resultOf(id, 'applied', { storedAt: at })),
        [],
        turn < 4 ? { agrees: true } : { agrees: false, missing: [idOf(1)] },
      ),
    )
    await store.getState().keep(await noteOf(1))
    await store.getState().drain()
    await store.getState().hello()
    await store.getState().hello()
    // The first request only hears the clock; the sum is SHA-256 of id and payload hash of the one note.
    const payloadHash = (await noteOf(1)).header.payloadHash
    const digest = (await sha256Hex(`${idOf(1)}${payloadHash}`)).slice(-32)
    expect(bodies.map(({ have }) => have)).toEqual([
      undefined,
      { since: '2026-03-14T01:40:00.000Z', count: 1, digest },
      undefined,
    ])
    wait(86_400_000)
    await store.getState().hello()
    expect(bodies.slice(3).map(({ have, known }) => [have?.count, known])).toEqual([
      [1, undefined],
      [undefined, [idOf(1)]],
      // The table of its numbers (V57).
      [undefined, undefined],
    ])
    expect(store.getState().lost.map(({ id }) => id)).toEqual([idOf(1)])
    wait(86_400_000)
    await store.getState().hello()
    expect(bodies.flatMap(({ have }) => have?.count ?? [])).toEqual([1, 1, 0])
  })

  test('[V56] a comparison that the line broke off is asked for again with the next contact, not a day later', async () => {
    const { store, bodies } = senderOn((body, turn) => {
      if (turn === 4) return null
      const differs = body.have === undefined ? {} : { agrees: false }
      return answerTo(
        body,
        idsOf(body).map((id) => resultOf(id, 'applied', { storedAt: at })),
        [],
        { ...differs, missing: body.known?.map((id) => id) ?? [] },
      )
    })
    await store.getState().hello()
    await store.getState().keep(await noteOf(1))
    await store.getState().drain()
    await store.getState().hello()
    expect(bodies.map(({ have, known }) => [have?.count, known])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      [1, undefined],
      [undefined, [idOf(1)]],
    ])
    expect(store.getState().lost).toEqual([])
    await store.getState().hello()
    expect(bodies.slice(4).map(({ have, known }) => [have?.count, known])).toEqual([
      [1, undefined],
      [undefined, [idOf(1)]],
      [undefined, undefined],
    ])
    expect(store.getState().lost.map(({ id }) => id)).toEqual([idOf(1)])
    await store.getState().hello()
    expect(bodies[7]?.have).toBeUndefined()
  })

  test('[V56] what is asked for while the copies are brought up to date is never a comparison that nobody hears', async () => {
    let place = 0
    const { store, bodies } = senderOn(
      (body) =>
        answerTo(
          body,
          idsOf(body).map((id) => resultOf(id, 'applied', { storedAt: at })),
          [],
          {
            cursor: { epoch: 'e1', seq: place + 1 },
            more: place < 1,
            ...(body.have === undefined ? {} : { agrees: false }),
          },
        ),
      {
        copies: {
          cursor: async () => ({ epoch: 'e1', seq: place }),
          hearChanges: async () => {
            place += 1
            return true
          },
        },
      },
    )
    await store.getState().keep(await noteOf(1))
    await store.getState().drain()
    expect(bodies.map(({ have }) => have)).toEqual([undefined, undefined])
    await store.getState().hello()
    expect(bodies.slice(2, 4).map(({ have, known }) => [have?.count, known])).toEqual([
      [1, undefined],
      [undefined, [idOf(1)]],
    ])
  })

  test('[V56, V44] nothing is compared while something is unsent: its answer may have been lost, and texts go first', async () => {
    let isLost = true
    const { store, bodies, wait } = senderOn((body) => {
      if (isLost && body.commands.length > 0) return null
      return answerTo(
        body,
        idsOf(body).map((id) => resultOf(id, 'applied', { storedAt: at })),
      )
    })
    await store.getState().hello()
    await store.getState().keep(await noteOf(1))
    await store.getState().drain()
    isLost = false
    wait(600_000)
    await store.getState().drain()
    await store.getState().hello()
    expect(bodies.map((body) => [idsOf(body).length, body.have?.count])).toEqual([
      [0, undefined],
      [1, undefined],
      [1, undefined],
      [0, 1],
    ])
  })
})
