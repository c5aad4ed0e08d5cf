import type { StaffId } from '@counter/shared/vocabulary/ids'
import { describe, expect, test } from 'vitest'
import {
  AGENT,
  answerTo,
  caseOf,
  idOf,
  idsOf,
  noteOf,
  photo,
  resultOf,
  senderOn,
  withdrawalOf,
} from './sender.fixture.ts'

describe('the sender', () => {
  test('[V36] rejected-item-stays: a refused item keeps its data and its words', async () => {
    const { store, disk, states } = senderOn((body) =>
      answerTo(body, [resultOf(idOf(1), 'attention', { code: 'person.other_village' })]),
    )
    await store.getState().keep(await noteOf(1))
    await store.getState().drain()
    expect(states()).toEqual(['attention'])
    const [item] = store.getState().outbox
    expect(item?.answer?.code).toBe('person.other_village')
    expect(await disk.payloadOf(idOf(1))).toMatchObject({ text: '第1件' })
  })

  test.each([401, 403, 413, 429, 500, 503])(
    '[V59] rejected-item-stays: an answer %i changes only the state',
    async (status) => {
      const { store, disk, states } = senderOn(() => ({ status, text: '{"code":"session.expired"}' }))
      const note = await noteOf(1, [photo])
      await store.getState().keep(note)
      await store.getState().drain()
      expect(states()).toEqual(['retry'])
      expect(await disk.payloadOf(idOf(1))).toEqual(note.payload)
      expect(await disk.photoOf(photo.sha256)).toEqual(photo.content)
    },
  )

  test('[V44] bad-one-blocks-none: of three items the refused one waits for a person, the others are through', async () => {
    const { store, states } = senderOn((body) =>
      answerTo(
        body,
        idsOf(body).map((id) => resultOf(id, id === idOf(1) ? 'attention' : 'applied')),
      ),
    )
    for (const n of [1, 2, 3]) await store.getState().keep(await noteOf(n))
    await store.getState().drain()
    expect(states()).toEqual(['attention', 'done', 'done'])
  })

  test('[V49] slow-link-no-double: after a lost answer the same frozen command goes out again', async () => {
    const { store, bodies, states, wait } = senderOn((body, turn) =>
      turn === 1 ? null : answerTo(body, [resultOf(idOf(1), 'duplicate', { number: '2026-05-0001-A' })]),
    )
    await store.getState().keep(await noteOf(1))
    await store.getState().drain()
    expect(states()).toEqual(['retry'])
    wait(10_000)
    await store.getState().drain()
    expect(states()).toEqual(['done'])
    expect(bodies[1]?.commands).toEqual(bodies[0]?.commands)
    expect(bodies[1]?.nonce).not.toBe(bodies[0]?.nonce)
  })

  test.each([
    ['a page of the hotel', { status: 200, text: '<html>欢迎使用无线网络</html>' }],
    ['an empty 200', { status: 200, text: '' }],
    ['another product', { status: 200, text: '{"ok":true}' }],
  ])('[V47] captive-portal: %s leaves the command queued', async (_name, raw) => {
    const { store, states } = senderOn(() => raw)
    await store.getState().keep(await noteOf(1))
    await store.getState().drain()
    expect(states()).toEqual(['retry'])
  })

  test('[V47] captive-portal: an old answer or one that was cut acknowledges nothing', async () => {
    const cut = senderOn((body) => ({
      status: 200,
      text: answerTo(body, [resultOf(idOf(1), 'applied')]).text.slice(0, -2),
    }))
    await cut.store.getState().keep(await noteOf(1))
    await cut.store.getState().drain()
    const old = senderOn((body) =>
      answerTo({ ...body, nonce: 'nonce-of-yesterday' }, [resultOf(idOf(1), 'applied')]),
    )
    await old.store.getState().keep(await noteOf(1))
    await old.store.getState().drain()
    expect([cut.states(), old.states()]).toEqual([['retry'], ['retry']])
  })

  test('[V47] a command that the answer does not name stays queued', async () => {
    const { store, states } = senderOn((body) => answerTo(body, [resultOf(idOf(2), 'applied')]))
    await store.getState().keep(await noteOf(1))
    await store.getState().drain()
    expect(states()).toEqual(['retry'])
  })

  test('[V35] author-at-capture: what one agent captured waits while another is signed in, and goes out in their own session', async () => {
    let author = 's2' as StaffId
    const { store, bodies, states } = senderOn((body) => answerTo(body, [resultOf(idOf(1), 'applied')]), {
      author: () => author,
    })
    await store.getState().keep(await noteOf(1))
    await store.getState().drain()
    expect([bodies.length, states()]).toEqual([0, ['queued']])
    author = AGENT
    await store.getState().drain()
    expect(states()).toEqual(['done'])
  })

  test('[V44] edit-after-partial-send: what is sent cannot be taken back or changed; only a refused item goes', async () => {
    const { store, states } = senderOn(
      (body) =>
        answerTo(body, [
          resultOf(idOf(1), 'applied', { filesMissing: [photo.sha256] }),
          resultOf(idOf(2), 'attention', { code: 'case.wrong_status' }),
          resultOf(idOf(5), 'attention', { code: 'command.solved' }),
          resultOf(idOf(6), 'applied'),
        ]),
      { stored: null },
    )
    await store.getState().keep(await noteOf(1, [photo]))
    await store.getState().keep(await noteOf(2))
    await store.getState().drain()
    for (const n of [1, 2]) await store.getState().keep(await withdrawalOf(n))
    expect(store.getState().outbox.map(({ header }) => header.id)).toEqual([idOf(1), idOf(5), idOf(6)])
    expect(states()[0]).toBe('held')
  })

  test('[V36] what is taken back is told to the centre until it knows, whatever waits for the refused one', async () => {
    const { store, bodies, states, wait } = senderOn((body, turn) =>
      turn === 1
        ? answerTo(body, [resultOf(idOf(1), 'attention', { code: 'person.id_invalid' })])
        : turn < 4
          ? null
          : answerTo(
              body,
              idsOf(body).map((id) => resultOf(id, 'applied')),
            ),
    )
    await store.getState().keep(await noteOf(1))
    await store.getState().drain()
    await store
      .getState()
      .keep({ ...(await noteOf(2)), header: { ...(await noteOf(2)).header, caseId: caseOf(1) } })
    await store.getState().keep(await withdrawalOf(1))
    for (let second = 0; second < 90; second += 1) {
      await store.getState().drain()
      wait(1000)
    }
    expect(bodies.slice(1, 4).flatMap(idsOf)).toContain(idOf(5))
    expect(store.getState().outbox.find(({ header }) => header.id === idOf(5))?.header.after).toBeNull()
    expect(states()).toEqual(['done', 'done'])
  })

  test('[V45, V43] the first word of a line that carries again is a success: what waited goes ten at a time', async () => {
    const line = { isDown: true }
    const { store, bodies, wait } = senderOn(
      (body) =>
        line.isDown
          ? null
          : answerTo(
              body,
              idsOf(body).map((id) => resultOf(id, 'applied')),
            ),
      { knocks: () => !line.isDown },
    )
    for (const n of [1, 2, 3, 4, 5, 6, 7, 8]) await store.getState().keep(await noteOf(n))
    await store.getState().drain()
    line.isDown = false
    const before = bodies.length
    wait(2_500)
    await store.getState().drain()
    await expect.poll(() => bodies.slice(before).map((body) => idsOf(body).length)).toEqual([8])
  })

  test('[V43] no-second-act-to-send: after a loss the same item goes out by itself when its wait is over', async () => {
    const { store, states, wait } = senderOn((body, turn) =>
      turn < 3 ? null : answerTo(body, [resultOf(idOf(1), 'applied')]),
    )
    await store.getState().keep(await noteOf(1))
    for (let second = 0; second < 40; second += 1) {
      await store.getState().drain()
      wait(1000)
    }
    expect(states()).toEqual(['done'])
  })

  test('[V43] no-second-act-to-send: a knock each two seconds finds the line that carries again, and nothing waits out its back-off', async () => {
    const knockedAt: number[] = []
    const { store, bodies, states, wait } = senderOn(
      (body, turn) => (turn === 1 ? null : answerTo(body, [resultOf(idOf(1), 'applied')])),
      {
        knocks: (time) => {
          knockedAt.push(time)
          return time >= 6000
        },
      },
    )
    wait(500)
    await store.getState().keep(await noteOf(1))
    await store.getState().drain()
    for (let second = 0; second < 8; second += 1) {
      await store.getState().drain()
      wait(1000)
    }
    await expect.poll(states).toEqual(['done'])
    expect(knockedAt).toEqual([2500, 4500, 6500])
    expect(bodies).toHaveLength(2)
  })
})
