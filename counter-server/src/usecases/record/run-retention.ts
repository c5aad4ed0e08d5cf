import type { RetentionPlan } from '../../domain/record/retention.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { ErasureRegister } from '../../store/erasure-register.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import { eraseOne, eraseRatings, findOld } from '../../store/retention.ts'
import { findRun, findRuns, insertRun, type RetentionRun, saveRun } from '../../store/retention-runs.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import type { FilePlaces } from '../files/content-shelf.ts'
import { askForEmptyLog } from './empty-log.ts'
import { planRetention } from './plan-retention.ts'

export interface RetentionPage {
  readonly plan: RetentionPlan
  readonly runs: readonly RetentionRun[]
}

/** What is older than its time now, and the runs so far (C1501). */
export function readRetention(tx: Tx): RetentionPage {
  return { plan: planRetention(tx), runs: findRuns(tx) }
}

/** One person asks for the removal of what is older than its time at this moment (C1501). Refuses `retention.already_entered`, `retention.nothing`. */
export function enterRetention(deps: Deps, origin: Origin): Promise<RetentionPage> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'retention.enter', subject: 'retention', content: {} }, () => {
      if (findRuns(tx).some(isOpen)) throw new Refusal('retention.already_entered')
      const plan = planRetention(tx)
      if (plan.ratings.count + plan.cases.count + plan.letters.count + plan.petitions.count === 0)
        throw new Refusal('retention.nothing')
      const row: RetentionRun = {
        id: deps.newId(),
        state: 'entered',
        plan,
        enteredBy: origin.actor,
        enteredAt: tx.at,
        settledBy: null,
        settledAt: null,
      }
      insertRun(tx, row)
      note(tx, origin, row, 1)
      return readRetention(tx)
    }),
  )
}

/** Takes back what was asked for and has not begun. Refuses `retention.settled`. */
export function withdrawRetention(deps: Deps, origin: Origin, id: string): Promise<RetentionPage> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'retention.withdraw', subject: id, content: {} }, () => {
      settle(tx, origin, requireRun(tx, id, ['entered']), 'withdrawn')
      return readRetention(tx)
    }),
  )
}

const AT_A_TIME = 50

/**
 * Another person lets it run: exactly what the first one saw, a few cases at a time so that the hall has its turn. A run
 * that was cut off goes on at the next press; its end is journaled with the counts (C1501). Refuses `retention.settled`,
 * `approval.same_person`.
 */
export async function runRetention(
  {
    store,
    files,
    erasures,
  }: Pick<Deps, 'store'> & { readonly files: Pick<FilePlaces, 'shelf'>; readonly erasures: ErasureRegister },
  origin: Origin,
  id: string,
): Promise<RetentionPage> {
  const plan = await store.write((tx) =>
    once(tx, { origin, name: 'retention.run', subject: id, content: {} }, () => {
      const run = requireRun(tx, id, ['entered', 'running'])
      if (run.enteredBy === origin.actor) throw new Refusal('approval.same_person')
      saveRun(tx, { id, state: 'running', settledBy: origin.actor, settledAt: null })
      // The next tick does it, and each one after it until no report holds the log any more (P46).
      askForEmptyLog(tx)
      return run.plan
    }),
  )
  for (const kind of ['cases', 'letters', 'petitions'] as const) {
    for (let isMore = true; isMore; ) {
      const gone = await store.write((tx) => {
        const old = findOld(tx, kind, plan[kind].before, AT_A_TIME)
        erasures.note(old.map((each) => ({ kind, id: each })))
        return { isMore: old.length === AT_A_TIME, names: old.flatMap((id) => eraseOne(tx, kind, id)) }
      })
      // The rows are gone for good before the contents are; what is left over the nightly sweep takes (V72).
      await files.shelf.drop(gone.names)
      isMore = gone.isMore
    }
  }
  return store.write((tx) => {
    erasures.note([{ kind: 'ratings', id: plan.ratings.before }])
    eraseRatings(tx, plan.ratings.before)
    askForEmptyLog(tx)
    const run = findRun(tx, id)
    // A press that is repeated finds it done.
    if (run?.state === 'running') settle(tx, origin, run, 'done')
    return readRetention(tx)
  })
}

function settle(tx: Tx, origin: Origin, run: RetentionRun, state: 'done' | 'withdrawn'): void {
  const settled = { ...run, state, settledBy: origin.actor, settledAt: tx.at }
  saveRun(tx, settled)
  note(tx, origin, settled, 2)
}

function note(tx: Tx, origin: Origin, { id, state, plan }: RetentionRun, version: number): void {
  tx.record({ type: `retention.${state}`, subject: `retention:${id}`, version, origin, data: { plan } })
}

function isOpen({ state }: RetentionRun): boolean {
  return state === 'entered' || state === 'running'
}

function requireRun(tx: Tx, id: string, states: readonly RetentionRun['state'][]): RetentionRun {
  const run = findRun(tx, id)
  if (run === undefined) throw new Refusal('retention.not_found')
  if (!states.includes(run.state)) throw new Refusal('retention.settled')
  return run
}
