import { describe, expect, test } from 'vitest'
import { countOutbox } from './outbox-counts.ts'
import { answerTo, idsOf, noteOf, resultOf, senderOn } from './sender.fixture.ts'

describe('a sender that is told to erase its phone', () => {
  test('[V84] a device that is told to erase itself does so only when nothing of it is unsent', async () => {
    const { store, log, wait } = senderOn((body, turn) =>
      answerTo(
        body,
        idsOf(body).map((id) => resultOf(id, turn === 1 ? 'retry' : 'applied')),
        [],
        { wipe: true },
      ),
    )
    await store.getState().keep(await noteOf(1))
    await store.getState().drain()
    expect(log).toEqual(['sync'])
    wait(10_000)
    await store.getState().drain()
    expect(log).toEqual(['sync', 'sync', 'wipe'])
  })

  test('[V81, V84] a retired phone says so until it is empty, and how many half-written forms it waits for', async () => {
    let drafts = 2
    let wipe = true
    const { store, log } = senderOn(
      (body) =>
        answerTo(
          body,
          idsOf(body).map((id) => resultOf(id, 'applied')),
          [],
          { wipe },
        ),
      { drafts: () => drafts },
    )
    expect(store.getState().leaving).toBeNull()
    await store.getState().hello()
    expect(store.getState().leaving).toEqual({ drafts: 2 })
    drafts = 0
    await store.getState().hello()
    expect([store.getState().leaving, log.filter((each) => each === 'wipe').length]).toEqual([
      { drafts: 0 },
      2,
    ])
    wipe = false
    await store.getState().hello()
    expect(store.getState().leaving).toBeNull()
  })

  test('[V52, V84] what waits for its predecessor is on this device alone: it counts as unsent and is not erased', async () => {
    const { store, log } = senderOn((body) =>
      answerTo(
        body,
        idsOf(body).map((id) => resultOf(id, 'held')),
        [],
        { wipe: true },
      ),
    )
    await store.getState().keep(await noteOf(1))
    await store.getState().drain()
    expect(log).toEqual(['sync'])
    expect(countOutbox(store.getState().outbox)).toMatchObject({ unsent: 1, received: 0 })
  })
})
