import { toMs } from '@counter/shared/vocabulary/plain-date'
import { describe, expect, test } from 'vitest'
import { deviceDisk } from '../../../clerk-ui/src/outbox/device-disk.ts'
import { dropDraft, saveDraft } from '../../../clerk-ui/src/outbox/draft-disk.ts'
import { type LeaveWorld, leaveCentre } from '../../../clerk-ui/src/outbox/leave.ts'
import { isLeft } from '../../../clerk-ui/src/outbox/left-book.ts'
import { outboxDisk } from '../../../clerk-ui/src/outbox/outbox-disk.ts'
import { villageBook } from '../../../clerk-ui/src/outbox/village-db.ts'
import { countRows } from '../../../counter-server/test/a-store.ts'
import { startHall } from '../../../counter-server/test/app.ts'
import { aPhone } from './model-phone.ts'

type Step = 'prove' | 'drained' | 'erase' | 'wiped'

/** A phone that the supervisor has retired, with what it says to the real centre; `meanwhile` is what its agent does at a step. */
async function aRetiredPhone() {
  const phones = new Map<string, string>()
  const hall = await startHall({ phones })
  const device = await hall.phone('05')
  phones.set('05', device.door.cookie)
  const phone = await aPhone(hall, 'v05')
  await phone.settle()
  const supervisor = await hall.roleCaller('supervisor')
  await supervisor.command(`/api/devices/${device.deviceId}/retire`, { reason: '换新手机' })
  const steps: Step[] = []
  const leave = (meanwhile: Partial<Record<Step, () => Promise<unknown>>> = {}, draftDays = 30) => {
    const at = async (step: Step) => {
      steps.push(step)
      await meanwhile[step]?.()
    }
    const world: LeaveWorld = {
      now: () => toMs(hall.clock.now()),
      draftDays,
      saved: async () => undefined,
      async prove() {
        await at('prove')
        return (await device.again()).status === 200
      },
      async say(step) {
        const { status } = await device.door.post('/api/devices/farewell', { step })
        await at(step)
        return status === 200
      },
      async erase() {
        await at('erase')
        await villageBook.erase()
      },
    }
    return leaveCentre(world)
  }
  const states = () =>
    hall.server.counter.deps.store.read((tx) =>
      tx.sql.prepare('SELECT DISTINCT state FROM village_number ORDER BY state').pluck().all(),
    )
  return { hall, phone, device, leave, steps, states }
}

const FORM = { content: { name: '示例甲' }, photos: [] }

describe('a retired phone', () => {
  test('[V81, V84] with nothing on it gives its numbers back, is erased, and says so, in this order', async () => {
    const { leave, steps, states } = await aRetiredPhone()
    expect(await leave()).toEqual({ isGone: true, drafts: 0 })
    expect(steps).toEqual(['prove', 'drained', 'erase', 'wiped'])
    expect(states()).toEqual(['returned'])
    expect(await deviceDisk.numbers()).toEqual([])
    expect(await isLeft()).toBe(false)
  })

  test.each(['prove', 'drained'] as const)(
    '[V28, V81, V84] erases nothing when a case is frozen at the step %s, and goes when that is sent',
    async (step) => {
      const { hall, phone, leave, steps, states } = await aRetiredPhone()
      const frozen = { number: null as string | null | undefined }
      phone.line.way = 'lost'
      const register = async () => Object.assign(frozen, await phone.register(1))
      expect(await leave({ [step]: register })).toMatchObject({ isGone: false })
      expect(steps).not.toContain('erase')
      expect(await outboxDisk.read()).toHaveLength(1)
      // A number that the centre has back stands on no new slip: it is lent to the next phone (V62).
      if (step === 'drained') expect(frozen).toMatchObject({ number: null, provisional: expect.anything() })
      await phone.settle()
      expect(countRows(hall.server.counter.deps.store, ['case'])).toEqual({ case: 1 })
      expect(await leave()).toMatchObject({ isGone: true })
      expect(states()).toEqual(step === 'drained' ? ['returned'] : ['returned', 'used'])
    },
  )

  test('[V28, V84] that is empty takes nothing more: what is pressed then is refused, and never called kept', async () => {
    const { phone, leave } = await aRetiredPhone()
    const late = { register: true, draft: true }
    await leave({
      async erase() {
        late.register = await phone.register(2).then(
          () => true,
          () => false,
        )
        const place = { author: 's1' as never, slot: 'form' }
        late.draft = await saveDraft(place, FORM, { at: 0, isHeard: true }).then(
          () => true,
          () => false,
        )
      },
    })
    expect(late).toEqual({ register: false, draft: false })
  })

  test('[V27, V81, V84] with a half-written form is not empty: it is told how many, and goes when they are done with', async () => {
    const { hall, device, leave, steps } = await aRetiredPhone()
    const now = toMs(hall.clock.now())
    const place = { author: 's1' as never, slot: 'form' }
    await saveDraft(place, FORM, { at: now, isHeard: true })
    await saveDraft({ ...place, slot: 'other' }, FORM, { at: now - 31 * 86_400_000, isHeard: false })
    // Of an agent who left: its 30 days are over, by the centre's clock at both ends (V36, V78).
    // A form in which nothing is written, or nothing any more.
    await saveDraft({ ...place, slot: 'blank' }, { ...FORM, isBlank: true }, { at: now, isHeard: true })
    await saveDraft({ ...place, slot: 'old' }, FORM, { at: now - 31 * 86_400_000, isHeard: true })
    // Nobody was told yet that the old one goes, so that it is counted is its warning.
    expect(await leave()).toEqual({ isGone: false, drafts: 3 })
    hall.clock.forward(3 * 86_400_000)
    expect(await leave()).toEqual({ isGone: false, drafts: 3 })
    hall.clock.forward(3_600_000)
    await device.again()
    expect(await leave()).toEqual({ isGone: false, drafts: 2 })
    expect(steps).toEqual([])
    // The centre has set that a form stays for longer, so it is half written still.
    expect(await leave({}, 60)).toEqual({ isGone: false, drafts: 3 })
    await dropDraft(place)
    await dropDraft({ ...place, slot: 'other' })
    expect(await leave()).toEqual({ isGone: true, drafts: 0 })
  })
})
