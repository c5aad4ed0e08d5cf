import { newCommandId } from '@counter/shared/client/commands'
import type { CaseId, ItemCode, UnitCode } from '@counter/shared/vocabulary/ids'
import { caseClocks } from '../../counter-server/src/domain/case/case-clocks.ts'
import { projectCase } from '../../counter-server/src/domain/case/projection.ts'
import { Refusal } from '../../counter-server/src/domain/refusal.ts'
import { findCase } from '../../counter-server/src/store/cases.ts'
import { findStaffOfRole, type Staff } from '../../counter-server/src/store/people.ts'
import { acceptCase } from '../../counter-server/src/usecases/cases/accept-case.ts'
import { addNote } from '../../counter-server/src/usecases/cases/add-note.ts'
import { approveCase } from '../../counter-server/src/usecases/cases/approve-case.ts'
import type { CaseAsker } from '../../counter-server/src/usecases/cases/case-asker.ts'
import { type CaseCommand, sceneOf } from '../../counter-server/src/usecases/cases/case-scene.ts'
import { correctCase, voidCase } from '../../counter-server/src/usecases/cases/correct-case.ts'
import { decideCase } from '../../counter-server/src/usecases/cases/decide-case.ts'
import { deliverCase } from '../../counter-server/src/usecases/cases/deliver-case.ts'
import { askToExtend } from '../../counter-server/src/usecases/cases/extend-case.ts'
import { fireDueMarks } from '../../counter-server/src/usecases/cases/fire-due-marks.ts'
import { handIn } from '../../counter-server/src/usecases/cases/hand-in.ts'
import { pauseCase, resumeCase } from '../../counter-server/src/usecases/cases/pause-case.ts'
import { type CaseComparison, compareCases } from '../../counter-server/src/usecases/cases/rebuild-cases.ts'
import { receiveAtWindow } from '../../counter-server/src/usecases/cases/receive-case.ts'
import { askToRefuse } from '../../counter-server/src/usecases/cases/refuse-case.ts'
import { requestSupplement } from '../../counter-server/src/usecases/cases/request-supplement.ts'
import { askToReturn } from '../../counter-server/src/usecases/cases/return-case.ts'
import { takeCase } from '../../counter-server/src/usecases/cases/take-case.ts'
import {
  sendBackCase,
  takeOverCase,
  transferCase,
} from '../../counter-server/src/usecases/cases/transfer-case.ts'
import { withdrawCase } from '../../counter-server/src/usecases/cases/withdraw-case.ts'
import type { Deps } from '../../counter-server/src/usecases/deps.ts'
import type { Act, Person } from './case-oracle.ts'
import { startModelStore } from './model-store.ts'

const PAPERS = [
  '林木采伐申请表（含地点、林种、树种、面积、蓄积、方式、更新措施）',
  '居民身份证',
  '林权权属材料（不动产权证/林权证/承包合同）',
]
const LISTED = '居民身份证'

/** What the proof compares of a case, as the product has it. */
export interface Standing {
  readonly status: string
  readonly unit: string
  readonly pending: string | null
  readonly handOver: { readonly from: string; readonly to: string } | null
  readonly extended: number
  readonly dueOn: string | null
  readonly used: number
  readonly told: readonly string[]
  /** The steps that a correction may name, newest last. */
  readonly steps: readonly { readonly id: string; readonly type: string; readonly by: string }[]
  /** True when the events in any order say the same (C522). */
  readonly isOrderless: boolean
}

export interface ProductCases {
  /** Who signs corrections, as events name them. */
  readonly supervisor: string
  receive(): Promise<string>
  /** The code of the refusal, or null. */
  perform(id: string, act: Act, by: Person): Promise<string | null>
  correct(id: string, event: string): Promise<string | null>
  tick(): Promise<void>
  standing(id: string): Standing
  rebuild(): CaseComparison
  close(): void
}

/** The product's own use cases of cases on its own store in memory, with a clock that the proof moves. */
export async function startProductCases(now: () => number): Promise<ProductCases> {
  const deps = await startModelStore(now)
  const { store } = deps
  const staff = store.read((tx) =>
    (['clerk', 'handler', 'supervisor', 'leader'] as const).flatMap((role) => findStaffOfRole(tx, role)),
  )
  const find = ({ role, unit }: Person): Staff => {
    const found = staff.find((each) => each.role === role && (role !== 'handler' || each.unit === unit))
    if (found === undefined) throw new Error(`nobody is ${role} of ${unit}`)
    return found
  }
  const askerOf = (person: Person): CaseAsker => {
    const found = find(person)
    const origin = {
      actor: `staff:${found.id}`,
      role: person.role,
      device: null,
      commandId: newCommandId(),
    }
    return { origin, actor: person.role, staff: found }
  }
  const commandOf = (id: string, by: Person): CaseCommand => ({
    asker: askerOf(by),
    id: id as CaseId,
    expectedVersion: null,
  })

  return {
    supervisor: askerOf({ role: 'supervisor', unit: '' }).origin.actor,
    async receive() {
      const applicant = {
        name: '示例甲',
        idKind: 'none' as const,
        idNo: null,
        idNote: '没带',
        phone: null,
        village: null,
        address: null,
        agentName: null,
        contact: '示例乙',
      }
      const materials = PAPERS.map((name) => ({ name, state: 'received', promisedOn: null }) as const)
      const done = await receiveAtWindow(deps, askerOf({ role: 'clerk', unit: '' }), {
        ticketId: null,
        item: 'LY-001' as ItemCode,
        applicant,
        materials,
        note: '',
        noticeVersion: null,
        step: 'receive',
        result: '',
        delivery: null,
      })
      return done.id
    },
    perform: (id, act, by) => codeOf(send(deps, commandOf(id, by), act)),
    correct: (id, event) =>
      codeOf(correctCase(deps, commandOf(id, { role: 'supervisor', unit: '' }), { event, reason: '点错了' })),
    async tick() {
      await fireDueMarks(deps)
    },
    standing: (id) => standingOf(deps, id as CaseId, askerOf({ role: 'supervisor', unit: '' })),
    rebuild: () => store.read(compareCases),
    close: () => store.close(),
  }
}

function standingOf(deps: Deps, id: CaseId, asker: CaseAsker): Standing {
  return deps.store.read((tx) => {
    const facts = findCase(tx, id)
    if (facts === undefined) throw new Error('the case is gone')
    const { context, events } = sceneOf(deps, tx, asker, facts)
    const { state, item } = context
    const { committed } = caseClocks(state, item, context, tx.at)
    const told = tx.sql
      .prepare('SELECT due_on FROM told_deadline WHERE "case" = ? ORDER BY id')
      .pluck()
      .all(id) as string[]
    return {
      status: facts.status,
      unit: facts.unit,
      pending: state.pending?.kind ?? null,
      handOver: state.handOver === null ? null : { from: state.handOver.from, to: state.handOver.to },
      extended: state.extendedDays,
      dueOn: committed?.dueOn ?? null,
      used: committed?.used ?? 0,
      told,
      steps: events.map((event) => ({ id: event.id, type: event.type, by: event.actor })),
      isOrderless: JSON.stringify(projectCase(events.toReversed())) === JSON.stringify(state),
    }
  })
}

async function codeOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

const REASON = '按规定'
const LINES = [{ name: LISTED, problem: '不清楚' }]

function send(deps: Deps, command: CaseCommand, act: Act): Promise<unknown> {
  switch (act.does) {
    case 'accept':
      return acceptCase(deps, command)
    case 'request_supplement':
      return requestSupplement(deps, command, { lines: LINES, reason: '' })
    case 'request_again':
      return requestSupplement(deps, command, { lines: LINES, reason: REASON })
    case 'hand_in':
      return handIn(deps, command, [LISTED])
    case 'refuse':
      return askToRefuse(deps, command, { reason: REASON, organ: '县局' })
    case 'take':
      return takeCase(deps, command)
    case 'pause':
      return pauseCase(deps, command, {
        reason: 'hearing',
        told: { value: 3, unit: 'workday' },
        noticeNumber: '特1',
      })
    case 'resume':
      return resumeCase(deps, command)
    case 'extend':
      return askToExtend(deps, command, { days: act.days, reason: REASON })
    case 'transfer':
      return transferCase(deps, command, { unit: act.to as UnitCode, reason: REASON })
    case 'take_over':
      return takeOverCase(deps, command)
    case 'send_back':
      return sendBackCase(deps, command, REASON)
    case 'decide':
      return decideCase(deps, command, { decision: 'granted', result: '同意', reason: '' })
    case 'deny':
      return decideCase(deps, command, { decision: 'denied', result: '不予', reason: REASON })
    case 'deliver':
      return deliverCase(deps, command, { way: 'collect', receiver: '示例甲', relation: '', postNumber: '' })
    case 'withdraw':
      return withdrawCase(deps, command, REASON)
    case 'void':
      return voidCase(deps, command, REASON)
    case 'return_case':
      return askToReturn(deps, command, REASON)
    case 'add_note':
      return addNote(deps, command, { text: REASON, received: [] })
    case 'approve':
      return approveCase(deps, command, { isApproved: true, reason: '' })
    case 'decline':
      return approveCase(deps, command, { isApproved: false, reason: REASON })
  }
}
