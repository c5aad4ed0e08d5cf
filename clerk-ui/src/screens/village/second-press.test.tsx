// @vitest-environment happy-dom
import { unsalted } from '@counter/shared/vocabulary/payload-salt'
import { beforeEach, expect, test } from 'vitest'
import { memoryDevice, memoryDisk } from '../../outbox/memory-disk.fixture.ts'
import type { OutboxDisk } from '../../outbox/outbox-disk.ts'
import { useSession } from '../../state/session.ts'
import { completeDraft, sessionOf, silenceCentre } from '../../test/village-fixture.tsx'
import { reopened, withOwnIds } from './draft.ts'
import { draftOf, formOf } from './draft-form.ts'
import { newFact, withTyped } from './fact-draft.ts'
import type { Point } from './point.tsx'
import { sendFact } from './use-fact.ts'
import { sendFrom } from './village-outbox.ts'

let disk: OutboxDisk

beforeEach(() => {
  silenceCentre()
  disk = memoryDisk()
  sendFrom(disk, memoryDevice(50))
  useSession.setState({ phase: 'in', session: sessionOf('agent') })
})

const POINT = { code: '05', name: '石桥村' } as Point
const NOTE = withTyped(newFact('note.add', { caseId: completeDraft().caseId, title: '' }), 'text', '明天送来')

test('[V29, V50] the same form pressed twice is one command; with other words in another tab it is not', async () => {
  expect(await sendFact(NOTE, POINT)).toBeNull()
  expect(await sendFact(NOTE, POINT)).toBeNull()
  expect(await sendFact(withTyped(NOTE, 'text', '后天送来'), POINT)).toMatchObject({ code: 'command.reused' })
  expect(await disk.read()).toMatchObject([{ header: { authorId: sessionOf('agent').staffId } }])
  expect(unsalted(await disk.payloadOf(NOTE.id))).toEqual({ payload: { text: '明天送来' }, salt: NOTE.salt })
})

test('[V29] a form that is closed and found again keeps its salt, and one of an older page is given one', async () => {
  const none = async () => null
  for (const draft of [NOTE, completeDraft()]) {
    const { content } = formOf(draft)
    expect((await draftOf(content, none)).salt).toBe(draft.salt)
    const { salt: _later, ...older } = content as typeof draft
    expect((await draftOf(older, none)).salt).toMatch(/^[\w-]{21}[AQgw]$/)
  }
})

test('[V29, V36] what is written anew has a salt of its own', () => {
  const draft = completeDraft()
  const salts = [draft, reopened(draft), withOwnIds(draft)].map(({ salt }) => salt)
  expect(new Set(salts).size).toBe(3)
})
