import { newCommandId } from '@counter/shared/client/commands'
import type { CaseId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { expect, test } from 'vitest'
import { newCaseSlot, saveDraft } from '../../../clerk-ui/src/outbox/draft-disk.ts'
import { outboxDisk } from '../../../clerk-ui/src/outbox/outbox-disk.ts'
import { newSlipSecrets } from '../../../clerk-ui/src/outbox/slip.ts'
import { vault } from '../../../clerk-ui/src/outbox/vault.ts'
import { villageBook } from '../../../clerk-ui/src/outbox/village-db.ts'
import { countRows } from '../../../counter-server/test/a-store.ts'
import { startHall } from '../../../counter-server/test/app.ts'
import { applyCommit, type DiskImage, type DiskKeeper } from '../badlink/disk-image.ts'
import { submissionOf } from '../badlink/submission.ts'
import type { Way } from './hall-line.ts'
import { aPhone, type ModelPhone } from './model-phone.ts'

const LONGER_THAN_A_WAIT_MS = 700_000

/** What lies on the phone at each step of the page's work, as a page would find it that was killed there. */
function recorder() {
  const image: DiskImage = new Map()
  const steps: { readonly name: string; readonly image: DiskImage }[] = []
  let commits = 0
  let recorded = -1
  let name: string | null = null
  const keeper: DiskKeeper = {
    image: new Map(),
    committed(commit) {
      applyCommit(image, structuredClone(commit))
      commits += 1
    },
    passes() {
      // Between two commits the disk is the same at every step.
      if (name === null || recorded === commits) return
      recorded = commits
      steps.push({ name, image: structuredClone(image) })
    },
  }
  return {
    keeper,
    steps,
    async during(what: string, work: () => Promise<unknown> | undefined): Promise<void> {
      name = what
      await work()
      keeper.passes([])
      name = null
    },
  }
}

/** A form that was written down, and the press that freezes it. */
async function aForm(phone: ModelPhone): Promise<() => Promise<unknown>> {
  const { facts, photos } = submissionOf(7, 1, '05' as VillageCode, '2026-12-01' as PlainDate)
  const named = photos.map((photo) => ({ ...photo, size: photo.content.length, mime: 'image/jpeg' as const }))
  const { staffId } = vault.getState()
  if (staffId === null) throw new Error('nobody is signed in')
  const caseId = newCommandId() as string as CaseId
  const slot = newCaseSlot(caseId)
  await saveDraft({ author: staffId, slot }, { content: {}, photos }, { at: 0, isHeard: false })
  const form = { slot, content: {}, replaces: null }
  const payload = { ...facts, secrets: newSlipSecrets() }
  return () => phone.capture({ type: 'case.register', itemVersion: 1, payload }, caseId, named, form)
}

/** The page opens on what the killed one left: the form or its command, and a command goes out and is done. */
async function comeBack(phone: ModelPhone): Promise<'form' | 'command'> {
  const forms = await villageBook.all('drafts')
  const commands = await outboxDisk.read()
  expect([forms.length, commands.length].sort()).toEqual([0, 1])
  await phone.settle()
  const { outbox } = phone.tabs[0]?.getState() ?? { outbox: [] }
  expect(outbox.map(({ state }) => state)).toEqual(commands.map(() => 'done'))
  return forms.length > 0 ? 'form' : 'command'
}

test.each<[string, Way]>([
  ['never came', 'lost'],
  ['came, and its answer was lost', 'answer_lost'],
])(
  '[V28, V36, V51, V100] a page that is killed at any step of a submission whose first send %s leaves the form or its command, and the case stands once',
  async (_what, way) => {
    const hall = await startHall()
    const { keeper, steps, during } = recorder()
    const phone = await aPhone(hall, 'v05', keeper)
    await phone.settle()
    const submit = await aForm(phone)
    await during('submit', submit)
    phone.line.way = way
    await during('sending', () => phone.tabs[0]?.getState().sendNow())
    const { store } = hall.server.counter.deps
    expect(countRows(store, ['case'])).toEqual({ case: way === 'lost' ? 0 : 1 })
    phone.wait(LONGER_THAN_A_WAIT_MS)
    phone.line.way = 'whole'
    await during('answer', () => phone.settle())

    const left: string[] = []
    for (const { name, image } of steps) {
      const page = await aPhone(hall, 'v05', {
        ...keeper,
        image,
        committed: () => undefined,
        passes: () => undefined,
      })
      left.push(`${name}: ${await comeBack(page)}`)
      expect(countRows(store, ['case', 'log_book'])).toEqual({ case: 1, log_book: 1 })
    }
    expect(left[0]).toBe('submit: form')
    expect(new Set(left)).toEqual(
      new Set(['submit: form', 'submit: command', 'sending: command', 'answer: command']),
    )
    const stored = store.read(({ sql }) =>
      sql.prepare('SELECT count(*) FROM file WHERE stored_as IS NOT NULL').pluck().get(),
    )
    expect(stored).toBe(2)
  },
)
