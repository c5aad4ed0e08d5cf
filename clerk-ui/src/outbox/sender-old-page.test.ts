import { expect, test } from 'vitest'
import { answerTo, idOf, idsOf, noteOf, resultOf, senderOn } from './sender.fixture.ts'

const TOO_OLD = {
  status: 409,
  text: '{"code":"protocol.too_old","message":"本机程序太旧，请联网更新后再发"}',
}

test('[V58] a page that the centre calls too old says so, keeps what it has, and does not press the centre', async () => {
  let isOld = true
  const { store, disk, bodies, states, wait } = senderOn(
    (body) =>
      isOld
        ? TOO_OLD
        : answerTo(
            body,
            idsOf(body).map((id) => resultOf(id, 'applied')),
          ),
    { knocks: () => true },
  )
  const note = await noteOf(1)
  await store.getState().keep(note)
  for (let second = 0; second < 30; second += 1) {
    await store.getState().drain()
    wait(1000)
  }
  expect(store.getState().isTooOld).toBe(true)
  expect([states(), await disk.payloadOf(idOf(1))]).toEqual([['retry'], note.payload])
  // At 0 s and 10 s; that the line carries ends no back-off of an answer.
  expect(bodies).toHaveLength(2)
  isOld = false
  await store.getState().sendNow()
  expect([store.getState().isTooOld, states()]).toEqual([false, ['done']])
})

test('[V47, V58] silence and the page of another network do not call a page old', async () => {
  const { store } = senderOn((_body, turn) => (turn === 1 ? null : { status: 409, text: '<html>' }))
  await store.getState().keep(await noteOf(1))
  await store.getState().sendNow()
  await store.getState().sendNow()
  expect(store.getState().isTooOld).toBe(false)
})
