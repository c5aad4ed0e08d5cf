import type { MarkThreshold } from '@counter/shared/vocabulary/case'
import type { CaseId } from '@counter/shared/vocabulary/ids'
import { ORDER_LEVELS } from '@counter/shared/vocabulary/supervision'
import { type ActContext, fact } from '../../domain/case/act.ts'
import { caseDues } from '../../domain/case/case-clocks.ts'
import { deemAccepted } from '../../domain/case/deemed.ts'
import type { CaseFact } from '../../domain/case/event.ts'
import { type DueMark, dueMarksOf } from '../../domain/case/marks.ts'
import { hasOpenOrder, issueOrder } from '../../domain/case/supervision.ts'
import { findCasesMadeOtherwise, findCasesWithDueMark, insertMark } from '../../store/case-clocks.ts'
import { nextPaperNumber } from '../../store/case-numbers.ts'
import { countChangeCases, findApplyingChange, saveChange } from '../../store/clock-changes.ts'
import type { Origin } from '../../store/origin.ts'
import { noteOutage, noteTick } from '../../store/outages.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { clockContext } from './case-rules.ts'
import { type CaseScene, openCase } from './case-scene.ts'
import { madeWith } from './clock-rules.ts'
import { openJointParts } from './open-joint-parts.ts'
import { recordFacts } from './record-facts.ts'
import { deputiesOf } from './stand-in.ts'

const SYSTEM: Origin = { actor: 'system', role: 'system', device: null, commandId: null }
const BY_SYSTEM = { origin: SYSTEM, actor: 'system', staff: null } as const
// Few enough that the hall has its turn again soon, however slow the machine is: a commit for each handful (C604).
const BATCH = 5

/**
 * One tick: every crossing that has come is marked once per (case, clock, threshold, due), and silence accepts what
 * nobody answered (C514, C521). The boot sweep is the same function. Answers how many cases were touched.
 */
export function fireDueMarks(deps: Deps): Promise<number> {
  return sweep(deps, findCasesWithDueMark, fireMarksOf)
}

/**
 * Brings every open case up to the rules in force, and ends the change that made them other ones when the last case has it
 * (C305, C604). What a crash left over is found by the same index at the next start.
 */
async function refreshClocks(deps: Deps): Promise<void> {
  const find = (tx: Tx, limit: number) => findCasesMadeOtherwise(tx, madeWith(clockContext(tx)), limit)
  await sweep(deps, find, (scene) => recordFacts(scene, []))
  await deps.store.write((tx) => void endApplying(tx, find(tx, 1).length))
}

function endApplying(tx: Tx, left: number): void {
  const change = findApplyingChange(tx)
  if (change === undefined || left > 0) return
  saveChange(tx, { ...change, state: 'applied', appliedAt: tx.at })
  const data = { moved: countChangeCases(tx, change.id) }
  const subject = `clock_change:${change.id}`
  tx.record({ type: 'clock_change.applied', subject, version: 3, origin: SYSTEM, data })
  tx.tell({ kind: 'figures_changed' })
}

/**
 * The work of every tick: clocks are read anew at the first one and when the rules have changed, then marks fire, unless the
 * time itself is in doubt (R8). A press that asks for it while it is at work waits for the same work.
 */
export function createClockSweep(deps: Deps, isTimeSure = async () => true): () => Promise<number> {
  let known: string | null = null
  let hasTicked = false
  let atWork: Promise<number> | null = null
  const work = async () => {
    if (!(await isTimeSure())) return 0
    const { before, at } = await deps.store.write(noteTick)
    const isFirst = !hasTicked
    hasTicked = true
    try {
      return await lookAtClocks()
    } finally {
      // What was crossed since the last tick of the run before is told as missed while the server was off.
      if (isFirst && before !== null) {
        const outage = { from: before, to: at }
        await deps.store.write((tx) => noteOutage(tx, outage))
      }
    }
  }
  const lookAtClocks = async () => {
    const present = deps.store.read((tx) => madeWith(clockContext(tx)))
    let fault: unknown = null
    if (present !== known)
      await refreshClocks(deps).then(
        () => {
          known = present
        },
        (error: unknown) => {
          fault = error
        },
      )
    // A case that cannot be read anew keeps no other from its marks.
    const touched = await fireDueMarks(deps)
    if (fault !== null) throw fault
    return touched
  }
  return () => {
    atWork ??= work().finally(() => {
      atWork = null
    })
    return atWork
  }
}

// Each case is a transaction of its own: the hall waits for none of them, and one that fails holds up no other.
async function sweep(
  { store, newId, publicUrl }: Deps,
  find: (tx: Tx, limit: number) => CaseId[],
  work: (scene: CaseScene) => CaseScene,
): Promise<number> {
  const seen = new Set<CaseId>()
  const faults: unknown[] = []
  for (;;) {
    await store.folded()
    const found = store.read((tx) => find(tx, BATCH + faults.length))
    const ids = found.filter((id) => !seen.has(id))
    if (ids.length === 0) break
    const done = await Promise.allSettled(
      ids.map((id) => store.write((tx) => void work(openCase({ newId, publicUrl }, tx, BY_SYSTEM, id)))),
    )
    for (const each of done) if (each.status === 'rejected') faults.push(each.reason)
    for (const id of ids) seen.add(id)
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} cases could not be marked`)
  return seen.size
}

function fireMarksOf(scene: CaseScene): CaseScene {
  const { tx, context, facts } = scene
  const marks = dueMarksOf(context, caseDues(context.state, context.item, context, tx.at), tx.at)
  const fresh = marks.filter((mark) => insertMark(tx, facts.id, mark))
  const deputies = deputiesOf(tx, scene.events, [facts])
  const place = { units: [facts.unit], village: facts.village, deputies }
  for (const { kind, threshold } of fresh) {
    tx.tell({ kind: 'mark_fired', id: facts.id, clock: kind, threshold }, place)
  }
  const made = markFacts(context, fresh, () => nextPaperNumber(tx, 'supervision'))
  const recorded = recordFacts(scene, made)
  return made.some(({ type }) => type === 'case.deemed_accepted') ? openJointParts(recorded) : recorded
}

/** What the crossings of a moment record: each mark, the orders of the ladder, and silence that accepts (C514, C704). */
export function markFacts(
  context: ActContext,
  fresh: readonly DueMark[],
  nextNumber: () => string,
): readonly CaseFact[] {
  const deemed = deemAccepted(context)
  const fired: CaseFact[] = fresh.map((mark) => fact('mark.fired', mark))
  const orders = fresh.flatMap(({ threshold }) => orderOf(context, threshold, nextNumber))
  return [...fired, ...orders, ...(deemed === null ? [] : [deemed])]
}

// A step of the ladder is an order to its post; while one of that level is open, the crossing alone is noted (C704, C705).
function orderOf(context: ActContext, threshold: MarkThreshold, nextNumber: () => string): CaseFact[] {
  const level = ORDER_LEVELS.find((each) => each === threshold)
  if (level === undefined || hasOpenOrder(context, level)) return []
  return [issueOrder(context, { number: nextNumber(), level, rule: 'overdue', issuer: 'system' })]
}
