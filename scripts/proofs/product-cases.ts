import { newCommandId } from '@counter/shared/client/commands'
import type { CaseId, ItemCode, StaffId } from '@counter/shared/vocabulary/ids'
import { caseClocks } from '../../counter-server/src/domain/case/case-clocks.ts'
import { projectCase } from '../../counter-server/src/domain/case/projection.ts'
import { Refusal } from '../../counter-server/src/domain/refusal.ts'
import { findBareEvents } from '../../counter-server/src/store/case-events.ts'
import { findCase } from '../../counter-server/src/store/cases.ts'
import type { CaseAsker } from '../../counter-server/src/usecases/cases/case-asker.ts'
import { type CaseCommand, sceneOf } from '../../counter-server/src/usecases/cases/case-scene.ts'
import { correctCase } from '../../counter-server/src/usecases/cases/correct-case.ts'
import { fireDueMarks } from '../../counter-server/src/usecases/cases/fire-due-marks.ts'
import { type CaseComparison, compareCases } from '../../counter-server/src/usecases/cases/rebuild-cases.ts'
import { type ReceiveCase, receiveAtWindow } from '../../counter-server/src/usecases/cases/receive-case.ts'
import type { Deps } from '../../counter-server/src/usecases/deps.ts'
import type { SampleFiles } from '../../counter-server/src/usecases/township/seed-sample.ts'
import { type Act, ITEMS, nameOf, type Person } from './case-facts.ts'
import { addColleagues, type People, staffByName } from './model-staff.ts'
import { sampleFiles, startModelStore } from './model-store.ts'
import { sendAct } from './send-act.ts'

/** What the proof compares of a case, as the product has it. */
export interface Standing {
  readonly status: string
  readonly item: string
  readonly unit: string
  /** The handler who has it, by name. */
  readonly person: string | null
  readonly pending: string | null
  readonly handOver: { readonly from: string; readonly to: string } | null
  readonly extended: number
  readonly dueOn: string | null
  readonly used: number
  /** What other units are asked for, and how it ended. */
  readonly parts: readonly string[]
  readonly isMerged: boolean
  readonly recused: { readonly units: readonly string[]; readonly people: readonly string[] }
  readonly told: readonly string[]
  /** The steps that a correction may name, newest last. */
  readonly steps: readonly { readonly id: string; readonly type: string; readonly by: string }[]
  /** True when the events in any order say the same (C522). */
  readonly isOrderless: boolean
}

export interface ProductCases {
  /** Who signs corrections, as events name them. */
  readonly supervisor: string
  /** The same person's felling licence; each number is another person. */
  receive(person: number): Promise<string>
  /** The code of the refusal, or null; `kept` is the earlier case it may be merged into. */
  perform(on: { readonly id: string; readonly kept: string }, act: Act, by: Person): Promise<string | null>
  correct(id: string, event: string): Promise<string | null>
  tick(): Promise<void>
  standing(id: string): Standing
  rebuild(): CaseComparison
  close(): void
}

/** The product's own use cases of cases on its own store in memory, with a clock that the proof moves. */
export async function startProductCases(now: () => number): Promise<ProductCases> {
  const deps = await startModelStore(now, undefined, withPledge(sampleFiles()))
  const { store } = deps
  await store.write((tx) => addColleagues(tx, deps.newId))
  const people = store.read(staffByName)
  const askerOf = (person: Person): CaseAsker => {
    const staff = people.get(person.role === 'handler' ? nameOf(person) : person.role)
    if (staff === undefined) throw new Error(`nobody is ${person.role} of ${person.unit}`)
    const origin = {
      actor: `staff:${staff.id}`,
      role: person.role,
      device: null,
      commandId: newCommandId(),
    }
    return { origin, actor: person.role, staff }
  }
  const supervisor: Person = { role: 'supervisor', unit: '', who: 1 }
  const commandOf = (id: string, by: Person): CaseCommand => ({
    asker: askerOf(by),
    id: id as CaseId,
    expectedVersion: null,
  })

  return {
    supervisor: askerOf(supervisor).origin.actor,
    async receive(person) {
      const asker = askerOf({ ...supervisor, role: 'clerk' })
      return (await receiveAtWindow(deps, asker, aReceipt(person))).id
    },
    async perform({ id, kept }, act, by) {
      const parts = store.read((tx) => projectCase(findBareEvents(tx, id as CaseId)).subtasks)
      const world = {
        kept: kept as CaseId,
        staff: (name: string) => people.get(name)?.id ?? ('' as StaffId),
        subtask: (place: number) => parts[place]?.eventId ?? '',
      }
      return codeOf(sendAct(deps, commandOf(id, by), act, world))
    },
    correct: (id, event) => codeOf(correctCase(deps, commandOf(id, supervisor), { event, reason: '点错了' })),
    async tick() {
      await fireDueMarks(deps)
    },
    standing: (id) => standingOf(deps, id as CaseId, { asker: askerOf(supervisor), people }),
    rebuild: () => store.read(compareCases),
    close: () => store.close(),
  }
}

// No deadline item of the sample may be promised for in writing, so the felling licence of the proof may (C206).
function withPledge(files: SampleFiles): SampleFiles {
  const pledge = { version: 1, text: '如实填写', checkWithin: 20 }
  const items = files.catalogue.items.map((item) => (item.code === 'LY-001' ? { ...item, pledge } : item))
  return { ...files, catalogue: { ...files.catalogue, items } }
}

function aReceipt(person: number): ReceiveCase {
  return {
    ticketId: null,
    item: 'LY-001' as ItemCode,
    applicant: {
      name: '示例甲',
      idKind: 'passport',
      idNo: `E${10_000_000 + person}`,
      idNote: '',
      phone: null,
      village: null,
      address: null,
      agentName: null,
      contact: '示例乙',
    },
    materials: ITEMS['LY-001'].papers.map((name) => ({ name, state: 'received', promisedOn: null })),
    note: '',
    noticeVersion: null,
    step: 'receive',
    result: '',
    delivery: null,
  }
}

function standingOf(
  deps: Deps,
  id: CaseId,
  { asker, people }: { readonly asker: CaseAsker; readonly people: People },
): Standing {
  const names = new Map([...people].map(([name, staff]) => [staff.id, name]))
  const nameBy = (staff: StaffId) => names.get(staff) ?? staff
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
      item: facts.item,
      unit: facts.unit,
      person: state.person === null ? null : nameBy(state.person),
      pending: state.pending?.kind ?? null,
      handOver: state.handOver === null ? null : { from: state.handOver.from, to: state.handOver.to },
      extended: state.extendedDays,
      dueOn: committed?.dueOn ?? null,
      used: committed?.used ?? 0,
      parts: state.subtasks.map(({ unit, ended }) => `${unit} ${ended?.how ?? 'open'}`),
      isMerged: state.mergedInto !== null,
      recused: { units: state.recused.units, people: state.recused.people.map(nameBy) },
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
