import type { CommandId } from '@counter/shared/vocabulary/ids'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { expect, test } from 'vitest'
import { freeze } from '../../../clerk-ui/src/outbox/command.ts'
import { newCommandMark } from '../../../clerk-ui/src/outbox/command-mark.ts'
import { readRows } from '../../../clerk-ui/src/outbox/command-rows.ts'
import { withoutOld } from '../../../clerk-ui/src/outbox/outbox.ts'
import { outboxDisk } from '../../../clerk-ui/src/outbox/outbox-disk.ts'
import { villageBook } from '../../../clerk-ui/src/outbox/village-db.ts'
import { startHall } from '../../../counter-server/test/app.ts'
import { aPhone } from './model-phone.ts'

const LATER_MS = 25 * 60 * 60 * 1000

/** A note that the centre has, another one that waits, and the form of the first one, which is open still. */
async function aNoteAtTheCentre() {
  const hall = await startHall()
  const phone = await aPhone(hall, 'v05')
  await phone.settle()
  const { caseId } = await phone.register(1)
  await phone.settle()
  const [known] = await outboxDisk.read()
  if (known === undefined) throw new Error('the case is listed for a day')
  const { author, header } = known
  const mark = newCommandMark()
  const now = toMs(hall.clock.now())
  const press = async (text: string) => {
    const place = { authorId: author, caseId, pointId: header.pointId, capturedAt: instantOf(now) }
    const frozen = await freeze({ type: 'note.add', payload: { text } }, [], { ...mark, ...place })
    await outboxDisk.keep({ ...frozen, author, photos: [], title: text, slip: null, form: null }, now)
  }
  await press('说一遍')
  await phone.settle()
  phone.line.way = 'lost'
  for (const word of ['一', '二', '三']) await phone.note(caseId, `等着的第${word}句`)
  await phone.tabs[0]?.getState().sendNow()
  return { id: mark.id, now, press }
}

const stateOf = async (id: CommandId) =>
  (await outboxDisk.read()).find(({ header }) => header.id === id)?.state

test('[V36, V50] what is said again under an id that is listed no more is not taken for what was done', async () => {
  const { id, now, press } = await aNoteAtTheCentre()
  expect(await stateOf(id)).toBe('done')
  await outboxDisk.change((outbox) => withoutOld(outbox, now + LATER_MS))
  await press('又说一遍')
  expect(await stateOf(id)).toBe('queued')
})

test('[V36, V41] the same when another tab took it off the list', async () => {
  const { id, press } = await aNoteAtTheCentre()
  expect(await stateOf(id)).toBe('done')
  await villageBook.write(['commands'], (tx) => tx.objectStore('commands').delete(id))
  await press('又说一遍')
  expect(await stateOf(id)).toBe('queued')
})

test('[V28, V36] what a step wrote that was undone is not remembered', async () => {
  await aNoteAtTheCentre()
  const open = (await outboxDisk.read()).find(({ state }) => state === 'retry')
  if (open === undefined) throw new Error('the notes wait')
  const { id } = open.header
  const undone = villageBook.write(['commands'], async (tx) => {
    const commands = tx.objectStore('commands')
    const row = await commands.get(id)
    if (row === undefined) throw new Error('it was read just now')
    await commands.put({ ...row, state: 'done' })
    await readRows(commands)
    // It lies there already, so the disk takes all of it back.
    await commands.add(row)
  })
  await expect(undone).rejects.toThrow(id)
  expect(await stateOf(id)).toBe(open.state)
})
