import { newCommandId } from '@counter/shared/client/commands'
import { StaffSession } from '@counter/shared/contract/people'
import type { VillageHeader } from '@counter/shared/contract/village'
import type { CaseId, CommandId, StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import { addDays, civilDate, instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Capture } from '../../../clerk-ui/src/outbox/capture.ts'
import { freeze, type VillageFacts } from '../../../clerk-ui/src/outbox/command.ts'
import { newCommandMark } from '../../../clerk-ui/src/outbox/command-mark.ts'
import { deviceDisk } from '../../../clerk-ui/src/outbox/device-disk.ts'
import { forgetWritten } from '../../../clerk-ui/src/outbox/draft-disk.ts'
import { SHIPPED_RULES } from '../../../clerk-ui/src/outbox/numbers.ts'
import type { OutboxItem, OutboxState } from '../../../clerk-ui/src/outbox/outbox.ts'
import { outboxDisk } from '../../../clerk-ui/src/outbox/outbox-disk.ts'
import { centreTime, timeOf } from '../../../clerk-ui/src/outbox/page-clock.ts'
import { createSender } from '../../../clerk-ui/src/outbox/sender.ts'
import { newSlipSecrets } from '../../../clerk-ui/src/outbox/slip.ts'
import { lock, readVault, setPin, unlock } from '../../../clerk-ui/src/outbox/vault.ts'
import type { Hall } from '../../../counter-server/test/app.ts'
import type { DiskKeeper } from '../badlink/disk-image.ts'
import { givePhoneDisk } from '../badlink/phone-disk.ts'
import { type Submission, submissionOf } from '../badlink/submission.ts'
import { type HallLine, lineTo } from './hall-line.ts'

const PIN = '246810'
const MOST_ROUNDS = 40
const LONGER_THAN_A_REST_MS = 11_000
const SETTLED: readonly OutboxState[] = ['done', 'merged', 'attention']

/** A phone of a point with the page's own outbox and two tabs, at a hall in the same process. */
export interface ModelPhone {
  readonly line: HallLine
  readonly tabs: readonly ReturnType<typeof createSender>[]
  /** Signs somebody in at this hall; what others captured stays where it is (V35). */
  signIn(hall: Hall, name: string): Promise<void>
  wait(ms: number): void
  /** Somebody sets its clock; the steady one of the page goes on as it did (V77). */
  setClock(by: number): void
  lock(): void
  unlock(): Promise<void>
  register(place: number, change?: Partial<Submission['facts']['applicant']>): Promise<VillageHeader>
  note(caseId: CaseId, text: string): Promise<VillageHeader>
  /** 撤回 of what waits for a person (V36). */
  withdraw(item: OutboxItem): Promise<VillageHeader>
  /** Anything that a page could say, of a case with these photos. */
  capture(
    facts: VillageFacts,
    caseId: CaseId,
    photos?: Capture['photos'],
    form?: Capture['form'],
  ): Promise<VillageHeader>
  /** Until nothing is on its way any more. */
  rest(): Promise<void>
  /** Sends until nothing is left to send, with the time that the waits take. */
  settle(): Promise<void>
}

/** Unpacks a phone and signs its agent in; with a keeper, the page opens on what lies there. */
export async function aPhone(hall: Hall, name: string, keeper?: DiskKeeper): Promise<ModelPhone> {
  givePhoneDisk(keeper)
  forgetWritten()
  const line = lineTo(hall)
  let now = toMs(hall.clock.now())
  let begunAt = now
  const page = { id: newCommandId(), now: () => now - begunAt }
  let author: StaffId | null = null
  let village = '' as VillageCode
  let isLocked = true
  let turn: Promise<void> | null = null

  // The browser gives the lock to one tab; the other goes on without (V41).
  async function alone(run: () => Promise<void>): Promise<void> {
    if (turn !== null) return
    turn = run().finally(() => {
      turn = null
    })
    await turn
  }

  const tabs = [0, 1].map(() =>
    createSender({
      disk: outboxDisk,
      device: deviceDisk,
      sync: (body) => line.sync(body),
      files: line.files,
      knock: async () => line.way === 'whole',
      isSeen: () => true,
      isLineUp: () => false,
      author: () => author,
      alone,
      tellOthers: () => undefined,
      now: () => now,
      deviceNow: () => instantOf(now),
      page,
      chance: () => 0.5,
      newNonce: newCommandId,
      isPersisted: () => true,
      numberRules: () => SHIPPED_RULES,
      cursor: async () => null,
      hearChanges: async () => true,
      wipe: async () => 0,
      appVersion: '2',
    }),
  )

  async function keep(
    facts: VillageFacts,
    caseId: CaseId,
    photos: Capture['photos'],
    stands: Pick<Capture, 'form' | 'withdraws'> = { form: null, withdraws: null },
  ): Promise<VillageHeader> {
    if (author === null) throw new Error('nobody is signed in')
    const place = { ...newCommandMark(), authorId: author, caseId, pointId: village }
    const time = timeOf(page, instantOf(now), await deviceDisk.lastServer())
    const frozen = await freeze(facts, photos, { ...place, ...time })
    const capture = { ...frozen, author, photos, title: facts.type, ...stands }
    const slip = { itemName: '', materials: [], phone: '', queryCode: '', token: '' }
    return required(tabs[0])
      .getState()
      .keep({ ...capture, slip })
  }

  const phone: ModelPhone = {
    line,
    tabs,
    async signIn(at, who) {
      line.hall = at
      line.caller = await at.signIn(who)
      const session = StaffSession.parse((await line.caller.get('/api/sessions/own')).body)
      village = session.village as VillageCode
      if (session.staffId === author) return
      author = session.staffId
      lock()
      await readVault(author)
      if (!(await unlock(author, PIN, now))) await setPin(author, PIN)
      isLocked = false
    },
    wait(ms) {
      now += ms
    },
    setClock(by) {
      now += by
      begunAt += by
    },
    lock() {
      lock()
      isLocked = true
    },
    async unlock() {
      if (isLocked && author !== null) isLocked = !(await unlock(author, PIN, now))
    },
    async register(place, change = {}) {
      const time = timeOf(page, instantOf(now), await deviceDisk.lastServer())
      const until = addDays(civilDate(centreTime(time)), 30)
      const { facts, photos } = submissionOf(7, place, village, until)
      const payload = {
        ...facts,
        applicant: { ...facts.applicant, ...change },
        secrets: newSlipSecrets(),
      }
      const named = photos.map((photo) => ({
        ...photo,
        size: photo.content.length,
        mime: 'image/jpeg' as const,
      }))
      return keep(
        { type: 'case.register', itemVersion: 1, payload },
        newCommandId() as string as CaseId,
        named,
      )
    },
    capture: (facts, caseId, photos = [], form = null) =>
      keep(facts, caseId, photos, { form, withdraws: null }),
    note: (caseId, text) => keep({ type: 'note.add', payload: { text } }, caseId, []),
    withdraw({ header: { id: command, caseId } }) {
      return keep({ type: 'command.withdraw', payload: { command } }, caseId, [], {
        form: null,
        withdraws: command,
      })
    },
    async rest() {
      while (turn !== null) await turn
    },
    async settle() {
      line.way = 'whole'
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        for (const tab of tabs) {
          await tab.getState().reload()
          await tab.getState().sendNow()
        }
        now += LONGER_THAN_A_REST_MS
        const { outbox } = required(tabs[0]).getState()
        if (outbox.every(({ state }) => SETTLED.includes(state))) break
      }
      for (const tab of tabs) await tab.getState().reload()
    },
  }
  await phone.signIn(hall, name)
  return phone
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a phone has two tabs')
  return value
}

/** True when this phone still has the command with its content. */
export async function isOnPhone(id: CommandId): Promise<boolean> {
  const known = (await outboxDisk.read()).some(({ header }) => header.id === id)
  return known && (await outboxDisk.payloadOf(id)) !== null
}
