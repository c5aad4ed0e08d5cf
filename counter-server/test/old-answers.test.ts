import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { seal, unseal } from '../src/store/crypto.ts'
import { A_CALL } from './a-letter.ts'
import { type Hall, startHall } from './app.ts'
import { receive } from './case-files.ts'
import { newId } from './desk.ts'

/** Makes the kept answer of a command what an earlier release kept: without some of its parts. */
function madeOlder({ server }: Hall, commandId: string, change: (answer: Record<string, unknown>) => void) {
  const { store } = server.counter.deps
  return store.write((tx) => {
    const found = tx.sql.prepare('SELECT answer_enc FROM receipt WHERE command_id = ?').pluck().get(commandId)
    const kept = unseal(tx.keys, `receipt:${commandId}`, found as Buffer)
    const answer = JSON.parse(String(kept[0] === 0 ? kept.subarray(1) : inflateRawSync(kept)))
    change(answer)
    const older = seal(tx.keys, `receipt:${commandId}`, `\u0000${JSON.stringify(answer)}`)
    tx.sql.prepare('UPDATE receipt SET answer_enc = ? WHERE command_id = ?').run(older, commandId)
  })
}

test('[R5] a press on a case that is repeated after an update is answered with the case as it stands', async () => {
  const hall = await startHall()
  const clerk = await hall.clerkAt(1)
  const { case: found } = await receive(clerk, 'LY-001')
  const commandId = newId()
  const url = `/api/cases/${found.row.id}/accept`
  const first = await clerk.command(url, {}, commandId)
  expect(first.status, JSON.stringify(first.body)).toBe(200)
  await madeOlder(hall, commandId, ({ shown }) => {
    delete (shown as Record<string, unknown>)['exchange']
  })
  const again = await clerk.command(url, {}, commandId)
  expect([again.status, again.body.case.row.status]).toEqual([200, 'accepted'])
})

test('[R5] a letter logged and an act on one, repeated after an update, are answered', async () => {
  const hall = await startHall()
  const clerk = await hall.signIn('clerk1')
  const [logging, assigning] = [newId(), newId()]
  const { id, number } = (await clerk.command('/api/letters', A_CALL, logging)).body
  const url = `/api/letters/${id}/assign`
  expect((await clerk.command(url, { unit: 'MZ', note: '' }, assigning)).status).toBe(200)
  await madeOlder(hall, logging, (answer) => {
    delete answer['paper']
  })
  await madeOlder(hall, assigning, (answer) => {
    delete answer['papers']
    delete answer['review']
    delete answer['publication']
  })
  expect((await clerk.command('/api/letters', A_CALL, logging)).body).toMatchObject({ number, paper: null })
  const again = await clerk.command(url, { unit: 'MZ', note: '' }, assigning)
  expect([again.status, again.body.row?.status]).toEqual([200, 'assigned'])
})
