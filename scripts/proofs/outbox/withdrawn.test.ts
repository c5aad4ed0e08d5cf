// @vitest-environment happy-dom
import { newCommandId } from '@counter/shared/client/commands'
import type { CaseId, CommandId, StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import { beforeEach, expect, test } from 'vitest'
import type { Capture } from '../../../clerk-ui/src/outbox/capture.ts'
import { freeze, type VillageFacts } from '../../../clerk-ui/src/outbox/command.ts'
import { newCommandMark } from '../../../clerk-ui/src/outbox/command-mark.ts'
import { deviceDisk } from '../../../clerk-ui/src/outbox/device-disk.ts'
import { withAnswer } from '../../../clerk-ui/src/outbox/outbox.ts'
import { outboxDisk } from '../../../clerk-ui/src/outbox/outbox-disk.ts'
import { readVault, setPin } from '../../../clerk-ui/src/outbox/vault.ts'
import { villageBook } from '../../../clerk-ui/src/outbox/village-db.ts'
import { sendFrom, withdrawItem } from '../../../clerk-ui/src/screens/village/village-outbox.ts'
import { useSession } from '../../../clerk-ui/src/state/session.ts'
import { sessionOf } from '../../../clerk-ui/src/test/village-fixture.tsx'
import { applyCommit, type DiskImage } from '../badlink/disk-image.ts'
import { givePhoneDisk } from '../badlink/phone-disk.ts'

const AGENT = '0190aaaa-0000-7000-8000-00000000000b' as StaffId
const CASE = newCommandId() as string as CaseId

beforeEach(async () => {
  givePhoneDisk()
  await villageBook.erase()
  await readVault(AGENT)
  await setPin(AGENT, '135790')
})

async function captureOf(facts: VillageFacts, withdraws: CommandId | null = null): Promise<Capture> {
  const place = {
    ...newCommandMark(),
    authorId: AGENT,
    caseId: CASE,
    pointId: '05' as VillageCode,
    capturedAt: instantOf(0),
  }
  const what = { photos: [], title: '', slip: null, author: AGENT, form: null }
  return { ...(await freeze(facts, [], place)), ...what, withdraws }
}

/** A note that the centre refused, and another one of the case that waits for it. */
async function refusedNote(): Promise<CommandId> {
  const note = await captureOf({ type: 'note.add', payload: { text: '先记一笔' } })
  await outboxDisk.keep(note, 0)
  const { id } = note.header
  const none = { message: null, caseId: null, number: null, queryCode: null, link: null, filesMissing: [] }
  const result = { id, status: 'attention', code: 'case.not_found', ...none } as const
  await outboxDisk.change((outbox) => withAnswer(outbox, [id], { results: [result] }, 0, 0))
  await outboxDisk.keep(await captureOf({ type: 'note.add', payload: { text: '又记一笔' } }), 0)
  return id
}

const idsOnPhone = async () => (await outboxDisk.read()).map(({ header }) => header.id)

test('[V36] what is taken back goes in one step with the word to the centre, which waits for nothing of the case', async () => {
  const command = await refusedNote()
  const word = await captureOf({ type: 'command.withdraw', payload: { command } }, command)
  const kept = await outboxDisk.keep(word, 0)
  expect(kept.after).toBeNull()
  expect(await idsOnPhone()).not.toContain(command)
  expect(await outboxDisk.payloadOf(kept.id)).toMatchObject({ command })
})

test('[V36, V28] what cannot be told to the centre is not taken back either', async () => {
  const command = await refusedNote()
  const word = await captureOf({ type: 'command.withdraw', payload: { command } }, command)
  const unkept = { ...word, header: { ...word.header, capturedAt: (() => 0) as never } }
  await expect(outboxDisk.keep(unkept, 0)).rejects.toThrow()
  expect(await idsOnPhone()).toContain(command)
})

const NUMBER = '2026-05-0001-F'

/** A registration on whose slip a number stands already, refused. */
async function refusedRegistration(): Promise<CommandId> {
  await deviceDisk.keep([NUMBER])
  const capture = await captureOf({ type: 'case.register', itemVersion: 1, payload: {} as never })
  const { number } = await outboxDisk.keep(
    { ...capture, header: { ...capture.header, capturedAt: '2026-06-12T01:40:00.000Z' as never } },
    0,
  )
  expect(number).toBe(NUMBER)
  const { id } = capture.header
  const none = { message: null, caseId: null, number: null, queryCode: null, link: null, filesMissing: [] }
  const result = { id, status: 'attention', code: 'item.stopped', ...none } as const
  await outboxDisk.change((outbox) => withAnswer(outbox, [id], { results: [result] }, 0, 0))
  return id
}

const typesOn = (image: DiskImage) =>
  [...(image.get('counter-village')?.get('commands')?.rows.values() ?? [])].map(
    (row) => (row as { header: { type: string } }).header.type,
  )

test('[V36, V28, V62] at no step of a withdrawal the slip’s number is neither on its registration nor told as void', async () => {
  const image: DiskImage = new Map()
  const left: string[][] = []
  givePhoneDisk({
    image: new Map(),
    committed(commit) {
      applyCommit(image, structuredClone(commit))
      left.push(typesOn(image))
    },
    passes: () => undefined,
  })
  await villageBook.erase()
  await readVault(AGENT)
  await setPin(AGENT, '135790')
  useSession.setState({ phase: 'unreachable', session: { ...sessionOf('agent'), staffId: AGENT } })
  sendFrom(outboxDisk, deviceDisk)
  const id = await refusedRegistration()
  left.length = 0
  const [item] = await outboxDisk.read()
  expect(item?.header.id).toBe(id)
  if (item !== undefined) expect(await withdrawItem(item)).toBeNull()
  expect(left.filter((types) => !types.includes('case.register') && !types.includes('number.void'))).toEqual(
    [],
  )
  expect((await outboxDisk.read()).map(({ header }) => [header.type, header.seq])).toEqual([
    ['command.withdraw', 2],
    ['number.void', 3],
  ])
})
